package silkline.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.split;
import static silkline.table.SeriesTable.DIMENSIONS;
import static silkline.table.SeriesTable.SERIES_ID;

import org.apache.spark.sql.Column;

/** The dimensions of a series out of its readable id. */
final class SeriesColumns {
    private SeriesColumns() {}

    /** A dimension, by its name in {@link silkline.table.SeriesTable}; none of them contains a dot. */
    static Column dimension(String name) {
        return split(col(SERIES_ID), "\\.").getItem(DIMENSIONS.indexOf(name)).as(name);
    }
}
