package silkline.stage;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.split;
import static silkline.table.SeriesTable.DIMENSIONS;
import static silkline.table.SeriesTable.SERIES_ID;
import static silkline.table.SeriesTable.SERIES_KEY;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The dimensions of a series out of its readable id. */
public final class SeriesColumns {
    private SeriesColumns() {}

    /**
     * Rows with a column for each dimension of their series that they do not have yet. Ids are taken apart once for each
     * of the {@code series}, which have {@code series_key} and {@code series_id}, not for each row.
     */
    public static Dataset<Row> withDimensions(Dataset<Row> rows, Dataset<Row> series) {
        List<String> there = List.of(rows.columns());
        Stream<Column> dimensions =
                DIMENSIONS.stream().filter(name -> !there.contains(name)).map(SeriesColumns::dimension);
        Dataset<Row> apart = series.select(
                Stream.concat(Stream.of(col(SERIES_KEY)), dimensions).toArray(Column[]::new));
        return rows.join(broadcast(apart), new String[] {SERIES_KEY}, "left");
    }

    /** A dimension, by its name in {@link silkline.table.SeriesTable}; none of them contains a dot. */
    static Column dimension(String name) {
        return split(col(SERIES_ID), "\\.").getItem(DIMENSIONS.indexOf(name)).as(name);
    }
}
