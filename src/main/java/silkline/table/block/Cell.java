package silkline.table.block;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * A column of a table, and where it finds its values in the rows of a {@link Block}: said to Spark as an expression over
 * {@link BlockRows#rows}, and in Java, for files that are written without Spark's rows.
 */
public record Cell(String name, Column column, Filler filler) {
    /** The row of a block that an expression is about. */
    static final String AT = "at";

    /** Puts the value of one row of a block where it belongs. */
    @FunctionalInterface
    interface Filler extends Serializable {
        void fill(Sink sink, Block block, int row);
    }

    /** Takes the values of one column, row by row. */
    interface Sink {
        void text(String value);

        /** An integer, or the day of a date since 1970. */
        void whole(long value);

        void number(double value);

        void missing();
    }

    public static Cell key(String name) {
        return new Cell(name, col("key"), (sink, block, row) -> sink.whole(block.getKey()));
    }

    /** The same text in all rows of all blocks. */
    public static Cell constant(String name, String text) {
        return new Cell(name, lit(text), (sink, block, row) -> sink.text(text));
    }

    /** A text that all rows of the block share. */
    public static Cell label(String name, int position) {
        return new Cell(name, col("labels").getItem(position), (sink, block, row) -> sink.text(block.label(position)));
    }

    /** A list with one text that all rows of the block share. */
    public static Cell listOf(String name, int position) {
        Cell label = label(name, position);
        return new Cell(name, array(label.column), label.filler);
    }

    /** The text at the position that an integer column says, from {@code first}; null where that says less than 0. */
    public static Cell labelAt(String name, int integerColumn, int first) {
        Column position = cell("integers", integerColumn);
        return new Cell(
                name, when(position.geq(0), col("labels").getItem(position.plus(first))), (sink, block, row) -> {
                    int at = block.integer(integerColumn, row);
                    putUnlessMissing(sink, at < 0 ? null : block.label(first + at));
                });
    }

    /** A text of the row's own; those of the rows follow each other from {@code first}. */
    public static Cell labelOfRow(String name, int first) {
        return new Cell(
                name,
                col("labels").getItem(col(AT).plus(first)),
                (sink, block, row) -> sink.text(block.label(first + row)));
    }

    public static Cell integer(String name, int column) {
        return new Cell(name, cell("integers", column), (sink, block, row) -> sink.whole(block.integer(column, row)));
    }

    /** Null where it is less than 1. */
    public static Cell positive(String name, int column) {
        Column integer = cell("integers", column);
        return new Cell(name, when(integer.gt(0), integer), (sink, block, row) -> {
            int value = block.integer(column, row);
            if (value > 0) {
                sink.whole(value);
            } else {
                sink.missing();
            }
        });
    }

    /** The day of an integer column that counts them from 1970. */
    public static Cell date(String name, int column) {
        return new Cell(
                name,
                date_from_unix_date(cell("integers", column)),
                (sink, block, row) -> sink.whole(block.integer(column, row)));
    }

    /** Null where it is missing. */
    public static Cell number(String name, int column) {
        Column number = cell("numbers", column);
        return new Cell(name, when(not(functions.isnan(number)), number), (sink, block, row) -> {
            double value = block.number(column, row);
            if (Double.isNaN(value)) {
                sink.missing();
            } else {
                sink.number(value);
            }
        });
    }

    /** The text that an integer column numbers; null where that is less than 0. */
    public static Cell text(String name, int integerColumn, List<String> texts) {
        Column all = array(texts.stream().map(functions::lit).toArray(Column[]::new));
        Column position = cell("integers", integerColumn);
        String[] given = texts.toArray(String[]::new);
        return new Cell(name, when(position.geq(0), all.getItem(position)), (sink, block, row) -> {
            int at = block.integer(integerColumn, row);
            putUnlessMissing(sink, at < 0 ? null : given[at]);
        });
    }

    private static void putUnlessMissing(Sink sink, String text) {
        if (text == null) {
            sink.missing();
        } else {
            sink.text(text);
        }
    }

    private static Column cell(String array, int column) {
        Column position = column == 0 ? col(AT) : col("rows").multiply(column).plus(col(AT));
        return col(array).getItem(position);
    }
}
