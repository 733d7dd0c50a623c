package silkline.stage.explain;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import silkline.table.TableSpec;

/** Rows of the lake's tables, collected. */
public interface TableRows {
    /** The rows whose columns have these values; a collection stands for any of its elements. */
    List<Row> rows(TableSpec table, Map<String, ?> equal);

    /** The version that {@link #rows} reads. */
    long version(TableSpec table);
}
