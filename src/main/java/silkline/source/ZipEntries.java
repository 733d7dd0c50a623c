package silkline.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * The one file of data in a zip as offices offer them for download. Entries that describe the data ({@code Metadata_...})
 * and folders are passed over; nothing is written to disk, so that a hostile name of an entry does no harm.
 */
final class ZipEntries {
    /** Larger files are not offered as zip; what unpacks to more is taken for an attack. */
    static final long MOST_BYTES = 8L << 30;

    private static final int MOST_ENTRIES = 1000;

    private ZipEntries() {}

    /** The unpacked bytes of the data; fails where there is none or more than one, or at more than {@link #MOST_BYTES}. */
    static InputStream only(InputStream packed) throws IOException {
        return only(packed, MOST_BYTES);
    }

    static InputStream only(InputStream packed, long mostBytes) throws IOException {
        ZipInputStream zip = new ZipInputStream(packed);
        ZipEntry data = nextData(zip, 0);
        if (data == null) {
            zip.close();
            throw new ZipException("holds no file of data, or is no zip");
        }
        return new Only(zip, data.getName(), mostBytes);
    }

    private static ZipEntry nextData(ZipInputStream zip, long entries) throws IOException {
        long seen = entries;
        for (ZipEntry entry = nextEntry(zip); entry != null; entry = nextEntry(zip)) {
            if (++seen > MOST_ENTRIES) {
                throw new ZipException("has more than %d entries".formatted(MOST_ENTRIES));
            }
            String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
            if (!entry.isDirectory() && !name.startsWith("Metadata_")) {
                return entry;
            }
        }
        return null;
    }

    private static ZipEntry nextEntry(ZipInputStream zip) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IllegalArgumentException badName) {
            throw new ZipException("an entry has an unreadable name");
        }
    }

    /** Ends with its entry, and fails where a second file of data follows. */
    private static final class Only extends FilterInputStream {
        private final ZipInputStream zip;
        private final String name;
        private final long most;
        private long count;
        private boolean hasEnded;

        Only(ZipInputStream zip, String name, long most) {
            super(zip);
            this.zip = zip;
            this.name = name;
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = hasEnded ? -1 : zip.read(buffer, from, length);
            if (read < 0) {
                end();
                return -1;
            }
            count += read;
            if (count > most) {
                throw new ZipException("unpacks to more than %d bytes".formatted(most));
            }
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = 0;
            byte[] buffer = new byte[8192];
            while (skipped < bytes) {
                int read = read(buffer, 0, (int) Math.min(buffer.length, bytes - skipped));
                if (read < 0) {
                    break;
                }
                skipped += read;
            }
            return skipped;
        }

        private void end() throws IOException {
            if (hasEnded) {
                return;
            }
            hasEnded = true;
            ZipEntry second = nextData(zip, 0);
            if (second != null) {
                throw new ZipException("holds both '%s' and '%s'; unpack it and list the files that are wanted"
                        .formatted(name, second.getName()));
            }
        }
    }
}
