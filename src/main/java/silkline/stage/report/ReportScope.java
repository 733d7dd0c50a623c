package silkline.stage.report;

import static org.apache.spark.sql.functions.col;
import static silkline.table.silver.SeriesTable.BASIS;
import static silkline.table.silver.SeriesTable.REF_AREA;

import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import silkline.table.Lake;
import silkline.table.TableSpec;

/** What a report is about, and where it reads it: the countries that it shows, of all or of one profile. */
record ReportScope(Lake lake, Set<String> areas, Profile profile) {
    Dataset<Row> read(TableSpec table) {
        return lake.read(table);
    }

    Column isShown() {
        return col(REF_AREA).isInCollection(areas).and(col(BASIS).notEqual("statement"));
    }

    /** Few rows: one partition sorts them without the sampling of a global sort. */
    static Dataset<Row> sorted(Dataset<Row> rows, String first, String... others) {
        return rows.coalesce(1).sortWithinPartitions(first, others);
    }
}
