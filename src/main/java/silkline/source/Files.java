package silkline.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.apache.commons.io.input.BOMInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Opens input files wherever Hadoop can reach them: folders of this machine, HDFS, object stores. */
final class Files {
    private Files() {}

    /** The file as stored. */
    static InputStream bytes(String location, Configuration hadoop) throws IOException {
        Path path = new Path(location);
        return path.getFileSystem(hadoop).open(path);
    }

    /** The file as text: unpacked where its name ends in .gz, a byte order mark dropped, refused where it is not UTF-8. */
    static Reader text(String location, InputStream bytes) throws IOException {
        InputStream plain = location.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        return new InputStreamReader(
                BOMInputStream.builder().setInputStream(plain).get(),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
