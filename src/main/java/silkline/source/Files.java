package silkline.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.apache.commons.io.input.BOMInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;

/** Opens input files wherever Hadoop can reach them: folders of this machine, HDFS, object stores. */
public final class Files {
    private static final int BUFFER = 1 << 16;

    private Files() {}

    /** The file as stored. */
    public static InputStream bytes(String location, Configuration hadoop) throws IOException {
        return open(location, hadoop);
    }

    /** Whether the file is unpacked as it is read: its name ends in .gz or .zip. */
    public static boolean isPacked(String location) {
        return location.endsWith(".gz") || location.endsWith(".zip");
    }

    /** Bytes of the file as stored. */
    public static long size(String location, Configuration hadoop) throws IOException {
        Path path = new Path(location);
        return path.getFileSystem(hadoop).getFileStatus(path).getLen();
    }

    /** The file's bytes, unpacked where it is packed. */
    public static InputStream plain(String location, Configuration hadoop) throws IOException {
        return plain(location, bytes(location, hadoop));
    }

    /** The file's unpacked bytes from a position on. */
    public static InputStream plainFrom(String location, long position, Configuration hadoop) throws IOException {
        if (isPacked(location)) {
            InputStream plain = plain(location, hadoop);
            plain.skipNBytes(position);
            return plain;
        }
        FSDataInputStream bytes = open(location, hadoop);
        bytes.seek(position);
        return bytes;
    }

    /** Bytes as text, a byte order mark dropped; reading fails where they are not of the character set. */
    public static Reader text(InputStream plain, Charset charset) throws IOException {
        return new InputStreamReader(
                BOMInputStream.builder().setInputStream(plain).get(),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** The file as UTF-8 text: unpacked where its name ends in .gz, a byte order mark dropped. */
    static Reader text(String location, InputStream bytes) throws IOException {
        return text(plain(location, bytes), StandardCharsets.UTF_8);
    }

    private static InputStream plain(String location, InputStream bytes) throws IOException {
        if (location.endsWith(".zip")) {
            return ZipEntries.only(bytes);
        }
        return isPacked(location) ? new GZIPInputStream(bytes, BUFFER) : bytes;
    }

    private static FSDataInputStream open(String location, Configuration hadoop) throws IOException {
        Path path = new Path(location);
        return path.getFileSystem(hadoop).open(path);
    }
}
