package silkline.stage.report;

import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
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
import silkline.table.gold.MirrorTable;

/** The flows whose two sides lie furthest apart, in money. */
final class MirrorGaps {
    private static final int GAPS_SHOWN = 4;

    private MirrorGaps() {}

    static Table of(ReportInputs inputs) {
        List<List<Cell>> rows = new ArrayList<>();
        for (List<Row> country : TradeRows.byExporter(inputs.rows(ReportQueries.MIRROR))) {
            int newest = country.stream()
                    .mapToInt(row -> row.<Integer>getAs(PERIOD_INDEX))
                    .max()
                    .orElseThrow();
            country.stream()
                    .filter(row -> row.<Integer>getAs(PERIOD_INDEX) == newest)
                    .sorted(Comparator.comparing(MirrorGaps::gap)
                            .reversed()
                            .thenComparing(row -> row.<String>getAs(MirrorTable.IMPORTER)))
                    .limit(GAPS_SHOWN)
                    .forEach(row -> rows.add(mirror(inputs, row)));
        }
        return new Table(
                "mirror-gaps",
                inputs.text("structure.mirror"),
                List.of(
                        inputs.textColumn("exporter"),
                        inputs.textColumn("importer"),
                        inputs.textColumn("dataset"),
                        inputs.textColumn("year"),
                        inputs.numberColumn("exporter_says"),
                        inputs.numberColumn("importer_says"),
                        inputs.numberColumn("balanced"),
                        inputs.numberColumn("cif_fob", new Scale("", 0, 2)),
                        inputs.textColumn("growth")),
                rows);
    }

    private static double gap(Row row) {
        return Math.abs(row.<Double>getAs(MirrorTable.REPORTED) - row.<Double>getAs(MirrorTable.MIRRORED));
    }

    private static List<Cell> mirror(ReportInputs inputs, Row row) {
        String key = TradeRows.key("mirror", row);
        String unit = row.getAs(UNIT_MEASURE);
        Boolean isSideDependent = row.getAs(MirrorTable.IS_SIDE_DEPENDENT);
        return List.of(
                Cell.of(inputs.areaName(row.getAs(MirrorTable.EXPORTER))),
                Cell.of(inputs.areaName(row.getAs(MirrorTable.IMPORTER))),
                Cell.of(row.<String>getAs(DATASET_ID)),
                Cell.of(row.<String>getAs(TIME_PERIOD)),
                TradeRows.number(row, key, MirrorTable.REPORTED, unit),
                TradeRows.number(row, key, MirrorTable.MIRRORED, unit),
                TradeRows.number(row, key, MirrorTable.BALANCED, unit),
                TradeRows.number(row, key, MirrorTable.CIF_FOB_RATIO, "INDEX"),
                Cell.of(
                        isSideDependent == null
                                ? ""
                                : isSideDependent
                                        ? inputs.text("structure.side_dependent")
                                        : inputs.text("structure.same_direction")));
    }
}
