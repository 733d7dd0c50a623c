package silkline.source.layout;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import silkline.source.Files;

/** A file that can be read from its beginning more than once, as a layout whose rows are understood by its end needs. */
public record InputFile(String location, Configuration hadoop) {
    /** Its bytes, unpacked where its name ends in .gz. */
    InputStream open() throws IOException {
        return Files.plain(location, hadoop);
    }
}
