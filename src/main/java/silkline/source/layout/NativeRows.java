package silkline.source.layout;

import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The rows of a file, or of a piece of one, in the source's own columns; read as they are asked for. */
public record NativeRows(List<String> columns, Iterator<NativeRow> rows) {
    public NativeRows {
        columns = List.copyOf(columns);
    }

    /** These rows with columns that are derived from the others; {@code cells} is asked for each row that is whole. */
    public NativeRows with(List<String> names, Function<NativeRow, List<String>> cells) {
        List<String> all = Stream.concat(columns.stream(), names.stream()).toList();
        return new NativeRows(all, new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public NativeRow next() {
                NativeRow row = rows.next();
                return row.problem().isEmpty() ? row.with(columns.size(), cells.apply(row)) : row;
            }
        });
    }
}
