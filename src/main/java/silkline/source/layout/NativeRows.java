package silkline.source.layout;

import java.util.Iterator;
import java.util.List;

/** The rows of a file, or of a piece of one, in the source's own columns; read as they are asked for. */
public record NativeRows(List<String> columns, Iterator<NativeRow> rows) {
    public NativeRows {
        columns = List.copyOf(columns);
    }
}
