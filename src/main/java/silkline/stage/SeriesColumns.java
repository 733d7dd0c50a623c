package silkline.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.split;
import static silkline.table.silver.SeriesTable.DIMENSIONS;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The dimensions of a series out of its readable id. */
public final class SeriesColumns {
    private SeriesColumns() {}

    /** Series, which have {@code series_key} and {@code series_id}, with a column for each dimension. */
    public static Dataset<Row> withDimensions(Dataset<Row> series) {
        Stream<Column> dimensions = DIMENSIONS.stream().map(SeriesColumns::dimension);
        return series.select(Stream.concat(Stream.of(col(SERIES_KEY), col(SERIES_ID)), dimensions)
                .toArray(Column[]::new));
    }

    /** A dimension, by its name in {@link silkline.table.silver.SeriesTable}; none of them contains a dot. */
    public static Column dimension(String name) {
        return split(col(SERIES_ID), "\\.").getItem(DIMENSIONS.indexOf(name)).as(name);
    }
}
