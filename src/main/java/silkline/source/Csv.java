package silkline.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.apache.hadoop.conf.Configuration;

/** Comma-separated text with a header, as RFC 4180 says, record by record with line numbers. */
final class Csv {
    static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .get();

    private Csv() {}

    /** One record: its line, its cells by name, and what is wrong with it as a record (empty where nothing is). */
    record Line(long number, CSVRecord cells, String problem, String raw) {
        /** The cell of a column; null where the file or the record does not have it. */
        String cell(String column) {
            return cells != null && cells.isMapped(column) && cells.isSet(column) ? cells.get(column) : null;
        }
    }

    /** The records of a file, read as they are asked for; the file is closed at its end. */
    static Iterator<Line> lines(String location, Configuration hadoop) {
        try {
            return new Lines(FORMAT.parse(Files.text(location, Files.bytes(location, hadoop))));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class Lines implements Iterator<Line> {
        private static final String NOT_CLOSED = "a quoted cell is not closed before the file ends";

        private final CSVParser parser;
        private final Iterator<CSVRecord> records;
        private final List<String> header;
        private long last;
        private Line unreadable;
        private boolean ended;

        Lines(CSVParser parser) {
            this.parser = parser;
            this.records = parser.iterator();
            this.header = parser.getHeaderNames();
            this.last = parser.getCurrentLineNumber();
        }

        @Override
        public boolean hasNext() {
            if (ended || unreadable != null) {
                return !ended;
            }
            try {
                ended = !records.hasNext();
                if (ended) {
                    parser.close();
                }
            } catch (UncheckedIOException | IllegalStateException broken) {
                // The reader cannot find its way back to the next record.
                String problem = String.valueOf(broken.getMessage()).contains("EOF")
                        ? NOT_CLOSED
                        : "has text after a closing quote; nothing from this line on could be read";
                unreadable = new Line(last + 1, null, problem, "");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            return !ended;
        }

        @Override
        public Line next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            if (unreadable != null) {
                ended = true;
                return unreadable;
            }
            CSVRecord cells = records.next();
            last = parser.getCurrentLineNumber();
            boolean whole = cells.size() == header.size();
            String problem = whole ? "" : "has %d cells, the header %d".formatted(cells.size(), header.size());
            return new Line(last, cells, problem, FORMAT.format((Object[]) cells.values()));
        }
    }
}
