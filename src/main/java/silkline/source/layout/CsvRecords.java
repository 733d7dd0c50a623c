package silkline.source.layout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Splits text into records, quoted line ends kept together. A quote that is not closed within {@value #MOST_LINES} lines
 * costs only the line that it stands in: the lines after it are read as records of their own.
 */
final class CsvRecords {
    /** A cell with more lines than this is taken for a quote that someone forgot to close. */
    static final int MOST_LINES = 200;

    private final BufferedReader text;
    private final char delimiter;
    private final Deque<String> pushedBack = new ArrayDeque<>();
    private long line;
    private boolean hasEnded;

    /** One record as text; {@code isOpen} where a quote in it is never closed. */
    record Raw(long line, String text, boolean isOpen) {}

    /** {@code firstLine} is the number of the first line of {@code text}. */
    CsvRecords(Reader text, char delimiter, long firstLine) {
        this.text = new BufferedReader(text, 1 << 16);
        this.delimiter = delimiter;
        this.line = firstLine - 1;
    }

    /** The next record that is not an empty line; null at the end, where the text is closed. */
    Raw next() {
        String first = nextLine();
        while (first != null && first.isEmpty()) {
            first = nextLine();
        }
        if (first == null) {
            return null;
        }
        long start = line;
        if (first.indexOf('"') < 0 || !staysOpen(first, false)) {
            return new Raw(start, first, false);
        }
        return quoted(first, start);
    }

    private Raw quoted(String first, long start) {
        StringBuilder record = new StringBuilder(first);
        List<String> taken = new ArrayList<>();
        while (taken.size() < MOST_LINES) {
            String more = nextLine();
            if (more == null) {
                break;
            }
            taken.add(more);
            record.append('\n').append(more);
            if (!staysOpen(more, true)) {
                return new Raw(start, record.toString(), false);
            }
        }
        for (int i = taken.size() - 1; i >= 0; i--) {
            pushedBack.push(taken.get(i));
        }
        line = start;
        return new Raw(start, first, true);
    }

    private String nextLine() {
        try {
            String next = pushedBack.isEmpty() && !hasEnded ? text.readLine() : pushedBack.poll();
            if (next != null) {
                line++;
            } else if (!hasEnded) {
                hasEnded = true;
                text.close();
            }
            return next;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether a line that begins inside a quoted cell (or not) ends inside one. */
    private boolean staysOpen(String text, boolean beginsOpen) {
        CsvQuotes quotes = new CsvQuotes(delimiter, beginsOpen);
        for (int i = 0; i < text.length(); i++) {
            quotes.pass(text.charAt(i));
        }
        return quotes.areOpen();
    }
}
