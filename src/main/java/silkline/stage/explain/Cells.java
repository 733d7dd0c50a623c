package silkline.stage.explain;

import java.util.List;
import org.apache.spark.sql.Row;
import silkline.table.silver.SeriesTable;

/** Cells of collected rows: NaN where there is no number, empty where there is no text. */
final class Cells {
    private Cells() {}

    static double number(Row row, String column) {
        Number value = row.getAs(column);
        return value == null ? Double.NaN : value.doubleValue();
    }

    static String text(Row row, String column) {
        Object value = row.getAs(column);
        return value == null ? "" : value.toString();
    }

    /** The key of a row of {@code silver.series}. */
    static Long key(Row series) {
        return series.getAs(SeriesTable.SERIES_KEY);
    }

    static <T> List<T> list(Row row, String column) {
        return row.getList(row.fieldIndex(column));
    }
}
