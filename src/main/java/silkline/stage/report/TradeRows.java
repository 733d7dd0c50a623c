package silkline.stage.report;

import static silkline.table.gold.GrowthTable.REASON;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.BASIS;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.REF_AREA;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import silkline.report.Cell;
import silkline.report.Figure;
import silkline.table.gold.MirrorTable;

/** What rows about the shape of trade are known by, and the numbers in them. */
final class TradeRows {
    private TradeRows() {}

    static String id(Row row) {
        return "%s.%s".formatted(row.getAs(REF_AREA), panel(row));
    }

    /** What tells the rows of one area and period apart. */
    static String panel(Row row) {
        return "%s.%s.%s.%s"
                .formatted(row.getAs(INDICATOR), row.getAs(DATASET_ID), row.getAs(BASIS), row.getAs(UNIT_MEASURE));
    }

    /** Of what a table says of an exporter and an importer. */
    static String key(String table, Row row) {
        return "%s/%s/%s/%s/%s/"
                .formatted(
                        table,
                        panel(row),
                        row.getAs(MirrorTable.EXPORTER),
                        row.getAs(MirrorTable.IMPORTER),
                        row.getAs(TIME_PERIOD));
    }

    /** The rows of each exporter in each panel, in a fixed order. */
    static Collection<List<Row>> byExporter(List<Row> rows) {
        Map<String, List<Row>> exporters = new TreeMap<>();
        rows.forEach(row -> exporters
                .computeIfAbsent(row.getAs(MirrorTable.EXPORTER) + panel(row), key -> new ArrayList<>())
                .add(row));
        return exporters.values();
    }

    static Cell number(Row row, String key, String column, String unit) {
        Number value = row.getAs(column);
        String reason = row.getAs(REASON) == null ? "" : row.getAs(REASON);
        return value == null ? Cell.missing(reason) : Cell.of(Figure.of(key + column, value.doubleValue(), unit));
    }
}
