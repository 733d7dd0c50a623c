package silkline.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.split;
import static silkline.table.SeriesTable.DIMENSIONS;
import static silkline.table.SeriesTable.SERIES_ID;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The dimensions of a series out of its readable id. */
public final class SeriesColumns {
    private SeriesColumns() {}

    /** Rows that have a series' id, with a column for each dimension that they do not have yet. */
    public static Dataset<Row> withDimensions(Dataset<Row> rows) {
        List<String> there = List.of(rows.columns());
        Stream<Column> dimensions =
                DIMENSIONS.stream().filter(name -> !there.contains(name)).map(SeriesColumns::dimension);
        return rows.select(
                Stream.concat(there.stream().map(name -> col(name)), dimensions).toArray(Column[]::new));
    }

    /** A dimension, by its name in {@link silkline.table.SeriesTable}; none of them contains a dot. */
    static Column dimension(String name) {
        return split(col(SERIES_ID), "\\.").getItem(DIMENSIONS.indexOf(name)).as(name);
    }
}
