package silkline.source;

import static java.nio.file.Files.exists;
import static java.nio.file.Files.isRegularFile;
import static java.nio.file.Files.isSymbolicLink;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.apache.commons.io.input.BOMInputStream;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.commons.io.input.ProxyInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import silkline.UserError;

/** Opens input files wherever Hadoop can reach them: folders of this machine, HDFS, object stores. */
public final class Files {
    private static final int BUFFER = 1 << 16;

    /** A packed text may be this large, whatever it was packed from. */
    private static final long UNSUSPICIOUS_BYTES = 64L << 20;

    /** Above that, how many bytes a byte may unpack to; figures as text reach 30. */
    private static final long LARGEST_RATIO = 200;

    private Files() {}

    /** A packed file that is made to fill memory or disk. */
    static final class UnpacksToTooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** The file as stored; refused where it, or its folder, is a link to somewhere else. */
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
        return isPacked(location) ? unpacked(bytes) : bytes;
    }

    private static FSDataInputStream open(String location, Configuration hadoop) throws IOException {
        Path path = new Path(location);
        FileSystem files = path.getFileSystem(hadoop);
        if (files.getUri().getScheme().equals("file")) {
            refuseLinks(new File(path.toUri().getPath()).toPath());
        }
        return files.open(path);
    }

    /** Only on the disks of this machine; the stores that Hadoop reaches elsewhere have no links to follow. */
    private static void refuseLinks(java.nio.file.Path file) {
        java.nio.file.Path folder = file.getParent();
        String place = folder.getFileName() + "/" + file.getFileName();
        if (isSymbolicLink(folder) || isSymbolicLink(file)) {
            throw UserError.contract(
                    place,
                    "is a link, or in a folder that is one.",
                    "Put the file itself into the dataset's own folder.");
        }
        if (exists(file) && !isRegularFile(file)) {
            throw UserError.contract(place, "is not a file.", "Put a file there, or leave it out of dataset.json.");
        }
    }

    private static InputStream unpacked(InputStream bytes) throws IOException {
        BoundedInputStream packed =
                BoundedInputStream.builder().setInputStream(bytes).get();
        return new ProxyInputStream(new GZIPInputStream(packed, BUFFER)) {
            private long unpacked;

            @Override
            protected void afterRead(int count) throws IOException {
                unpacked += Math.max(count, 0);
                if (unpacked > UNSUSPICIOUS_BYTES && unpacked / LARGEST_RATIO > packed.getCount()) {
                    throw new UnpacksToTooMuch();
                }
            }
        };
    }
}
