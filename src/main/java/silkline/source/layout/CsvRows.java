package silkline.source.layout;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Separated text with a header, as RFC 4180 says, row by row with line numbers. */
public final class CsvRows {
    private final CsvRecords records;
    private final char delimiter;
    private final CSVFormat format;

    private CsvRows(Reader text, char delimiter, long firstLine) {
        this.records = new CsvRecords(text, delimiter, firstLine);
        this.delimiter = delimiter;
        this.format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
    }

    /** The rows below the header of {@code text}; the text is closed at its end. */
    public static NativeRows read(Reader text, CsvDialect dialect) {
        CsvRows rows = new CsvRows(text, dialect.delimiter(), 1);
        List<String> columns = rows.header(dialect);
        return new NativeRows(columns, rows.rows(columns.size()));
    }

    /** The rows of a text that has no header, since it begins at {@code firstLine} of its file. */
    public static NativeRows readBelow(List<String> columns, Reader text, CsvDialect dialect, long firstLine) {
        return new NativeRows(columns, new CsvRows(text, dialect.delimiter(), firstLine).rows(columns.size()));
    }

    /** The names of the columns; empty where the text ends before them. */
    private List<String> header(CsvDialect dialect) {
        for (CsvRecords.Raw record = records.next(); record != null; record = records.next()) {
            if (record.line() <= dialect.skipLines()) {
                continue;
            }
            String[] cells = cells(record);
            boolean isMarked = cells.length > 0 && cells[0].equals(dialect.headerMark());
            if (dialect.headerMark().isEmpty() || isMarked) { // a first line that cannot be read is no header
                return Arrays.stream(cells).map(String::strip).toList();
            }
        }
        return List.of();
    }

    private Iterator<NativeRow> rows(int width) {
        return new Iterator<>() {
            private CsvRecords.Raw following = records.next();

            @Override
            public boolean hasNext() {
                return following != null;
            }

            @Override
            public NativeRow next() {
                if (following == null) {
                    throw new NoSuchElementException();
                }
                CsvRecords.Raw record = following;
                following = records.next();
                return row(record, width);
            }
        };
    }

    private NativeRow row(CsvRecords.Raw record, int width) {
        if (record.isOpen()) {
            return NativeRow.broken(record.line(), "a quoted cell is not closed", record::text);
        }
        String[] cells = cells(record);
        if (cells.length == 0) {
            return NativeRow.broken(record.line(), "has text after a closing quote", record::text);
        }
        return cells.length == width
                ? NativeRow.of(record.line(), cells, record::text)
                : NativeRow.broken(
                        record.line(), "has %d cells, the header %d".formatted(cells.length, width), record::text);
    }

    /** The cells of a record; none where its quotes make no sense. */
    private String[] cells(CsvRecords.Raw record) {
        if (record.text().indexOf('"') < 0) {
            return split(record.text());
        }
        try (CSVParser parser = CSVParser.parse(record.text(), format)) {
            List<CSVRecord> found = parser.getRecords();
            return found.size() == 1 ? found.get(0).values() : new String[0];
        } catch (IOException | RuntimeException broken) { // the parser throws plain UncheckedIOException and others
            return new String[0];
        }
    }

    /** Without quotes a record is its text between delimiters; a parser for each would cost more than all else. */
    private String[] split(String text) {
        List<String> cells = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(delimiter); end >= 0; end = text.indexOf(delimiter, start)) {
            cells.add(text.substring(start, end));
            start = end + 1;
        }
        cells.add(text.substring(start));
        return cells.toArray(String[]::new);
    }
}
