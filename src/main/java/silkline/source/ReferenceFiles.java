package silkline.source;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** The files of the code lists, by name, as rows. */
final class ReferenceFiles {
    private static final String SHIPPED = "/silkline/reference/";

    private static final List<String> FILES = List.of(
            "areas.csv",
            "aliases.csv",
            "groups.csv",
            "products.csv.gz",
            "indicators.csv",
            "indicator_map.csv",
            "units.csv",
            "codes.csv",
            "widths.csv",
            "look_alikes.csv",
            "capitals.csv");

    private ReferenceFiles() {}

    /** Each file of {@code <datasets>/reference} where it is there, else the one in the jar. */
    static Map<String, List<CSVRecord>> of(String datasets, Configuration hadoop) {
        Path own = new Path(datasets, "reference");
        return all(name -> {
            Path file = new Path(own, name);
            boolean isOwn = file.getFileSystem(hadoop).exists(file);
            return isOwn ? open(file.toString(), hadoop) : shipped(name);
        });
    }

    /** Those in the jar, which need no file system. */
    static Map<String, List<CSVRecord>> shipped() {
        return all(ReferenceFiles::shipped);
    }

    private interface Opener {
        Reader open(String name) throws IOException;
    }

    private static Map<String, List<CSVRecord>> all(Opener opener) {
        Map<String, List<CSVRecord>> files = new HashMap<>();
        try {
            for (String name : FILES) {
                try (Reader text = opener.open(name);
                        CSVParser parser = Csv.FORMAT.parse(text)) {
                    files.put(name, parser.getRecords());
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return files;
    }

    private static Reader open(String location, Configuration hadoop) throws IOException {
        return Files.text(location, Files.bytes(location, hadoop));
    }

    private static Reader shipped(String name) throws IOException {
        return Files.text(name, ReferenceFiles.class.getResourceAsStream(SHIPPED + name));
    }
}
