package silkline.source.layout;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import javax.xml.stream.XMLStreamException;

/** Rows that a parser gives one by one; it is closed behind the last one. */
final class PulledRows implements Iterator<NativeRow> {
    private final Parser parser;
    private NativeRow following;

    /** Gives the next row; null behind the last one. */
    interface Parser extends Closeable {
        NativeRow next() throws IOException, XMLStreamException;
    }

    PulledRows(Parser parser) {
        this.parser = parser;
        advance();
    }

    @Override
    public boolean hasNext() {
        return following != null;
    }

    @Override
    public NativeRow next() {
        if (following == null) {
            throw new NoSuchElementException();
        }
        NativeRow row = following;
        advance();
        return row;
    }

    private void advance() {
        following = reading(() -> {
            NativeRow row = parser.next();
            if (row == null) {
                parser.close();
            }
            return row;
        });
    }

    /** Something that reads from a parser. */
    interface Reading<T> {
        T read() throws IOException, XMLStreamException;
    }

    /** Reads, and says in words what is wrong with a file that is not what its parser expects. */
    static <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (JsonProcessingException broken) {
            throw new BrokenLayout(
                    "is not whole JSON (%s: %s)."
                            .formatted(
                                    broken.getLocation() == null
                                            ? "no place"
                                            : "line %d, column %d"
                                                    .formatted(
                                                            broken.getLocation().getLineNr(),
                                                            broken.getLocation().getColumnNr()),
                                    broken.getOriginalMessage()),
                    BrokenLayout.FETCH_AGAIN);
        } catch (XMLStreamException broken) {
            throw new BrokenLayout(
                    "is not well-formed XML (%s).".formatted(firstLine(broken.getMessage())), BrokenLayout.FETCH_AGAIN);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A row as text: the columns that it has, with what stands in them. */
    static String raw(List<String> columns, String[] cells) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] != null && !cells[i].isEmpty()) {
                parts.add(columns.get(i) + "=" + cells[i]);
            }
        }
        return String.join(", ", parts);
    }

    private static String firstLine(String message) {
        return message == null ? "no reason given" : message.replaceAll("\\s+", " ");
    }
}
