package silkline.source.layout;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The rows of a file, or of a piece of one, in the source's own columns; read as they are asked for. */
public record NativeRows(List<String> columns, Iterator<NativeRow> rows) {
    public NativeRows {
        columns = List.copyOf(columns);
    }

    /** A file of these columns without a row. */
    public static NativeRows none(List<String> columns) {
        return new NativeRows(columns, Collections.emptyIterator());
    }

    /** Those of these rows that are wanted. */
    public NativeRows where(Predicate<NativeRow> isWanted) {
        return new NativeRows(columns, stream().filter(isWanted).iterator());
    }

    /** These rows, each changed. */
    public NativeRows map(UnaryOperator<NativeRow> change) {
        return new NativeRows(columns, stream().map(change).iterator());
    }

    /** {@code first} and then these rows. */
    public NativeRows after(List<NativeRow> first) {
        return new NativeRows(columns, Stream.concat(first.stream(), stream()).iterator());
    }

    private Stream<NativeRow> stream() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, 0), false);
    }

    /** These rows with columns that are derived from the others; {@code cells} is asked for each row that is whole. */
    public NativeRows with(List<String> names, Function<NativeRow, List<String>> cells) {
        List<String> all = Stream.concat(columns.stream(), names.stream()).toList();
        NativeRows wider = map(row -> row.problem().isEmpty() ? row.with(columns.size(), cells.apply(row)) : row);
        return new NativeRows(all, wider.rows());
    }
}
