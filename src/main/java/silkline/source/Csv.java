package silkline.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.hadoop.conf.Configuration;

/** Comma-separated text with a header, as RFC 4180 says, record by record with line numbers. */
final class Csv {
    static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
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
        private final CSVParser parser;
        private final Iterator<CSVRecord> records;
        private final List<String> header;
        private boolean broken;

        Lines(CSVParser parser) {
            this.parser = parser;
            this.records = parser.iterator();
            this.header = parser.getHeaderNames();
        }

        @Override
        public boolean hasNext() {
            if (broken) {
                return false;
            }
            try {
                if (records.hasNext()) {
                    return true;
                }
                parser.close();
                return false;
            } catch (UncheckedIOException | IllegalStateException unfinished) {
                return true; // next() tells
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public Line next() {
            if (broken) {
                throw new NoSuchElementException();
            }
            long before = parser.getCurrentLineNumber();
            try {
                CSVRecord cells = records.next();
                boolean whole = cells.size() == header.size();
                String problem = whole ? "" : "has %d cells, the header %d".formatted(cells.size(), header.size());
                return new Line(
                        parser.getCurrentLineNumber(), cells, problem, FORMAT.format((Object[]) cells.values()));
            } catch (UncheckedIOException | IllegalStateException unfinished) {
                broken = true;
                return new Line(before + 1, null, "a quoted cell is not closed before the file ends", "");
            }
        }
    }
}
