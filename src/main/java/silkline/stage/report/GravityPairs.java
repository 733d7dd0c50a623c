package silkline.stage.report;

import static silkline.table.gold.ShareTable.VALUE;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import silkline.report.Cell;
import silkline.report.Scale;
import silkline.report.Table;
import silkline.table.gold.GravityTable;
import silkline.table.gold.MirrorTable;

/** The pairs whose exports lie furthest above, and below, what distance and the two effects give. */
final class GravityPairs {
    /** Over-traded, and as many under-traded, pairs of each country. */
    private static final int PAIRS_SHOWN = 2;

    private GravityPairs() {}

    static Table of(ReportInputs inputs) {
        List<List<Cell>> rows = new ArrayList<>();
        for (List<Row> country : TradeRows.byExporter(inputs.rows(ReportQueries.GRAVITY))) {
            Comparator<Row> byExcess = Comparator.comparing(GravityPairs::excess);
            country.stream()
                    .filter(row -> excess(row) > 0)
                    .sorted(byExcess.reversed())
                    .limit(PAIRS_SHOWN)
                    .forEach(row -> rows.add(pair(inputs, row)));
            country.stream()
                    .filter(row -> excess(row) < 0)
                    .sorted(byExcess)
                    .limit(PAIRS_SHOWN)
                    .forEach(row -> rows.add(pair(inputs, row)));
        }
        return new Table(
                "gravity",
                inputs.text("structure.gravity"),
                List.of(
                        inputs.textColumn("exporter"),
                        inputs.textColumn("importer"),
                        inputs.textColumn("dataset"),
                        inputs.textColumn("year"),
                        inputs.numberColumn("exports"),
                        inputs.numberColumn("expected"),
                        inputs.numberColumn("times_expected", new Scale("", 0, 2))),
                rows);
    }

    private static double excess(Row row) {
        return row.<Double>getAs(VALUE) - row.<Double>getAs(GravityTable.EXPECTED);
    }

    private static List<Cell> pair(ReportInputs inputs, Row row) {
        String key = TradeRows.key("gravity", row);
        String unit = row.getAs(UNIT_MEASURE);
        return List.of(
                Cell.of(inputs.areaName(row.getAs(MirrorTable.EXPORTER))),
                Cell.of(inputs.areaName(row.getAs(MirrorTable.IMPORTER))),
                Cell.of(row.<String>getAs(DATASET_ID)),
                Cell.of(row.<String>getAs(TIME_PERIOD)),
                TradeRows.number(row, key, VALUE, unit),
                TradeRows.number(row, key, GravityTable.EXPECTED, unit),
                TradeRows.number(row, key, GravityTable.ACTUAL_TO_EXPECTED, "INDEX"));
    }
}
