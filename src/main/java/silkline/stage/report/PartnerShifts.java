package silkline.stage.report;

import static silkline.table.gold.ShareTable.BY;
import static silkline.table.gold.ShareTable.BY_PARTNER;
import static silkline.table.gold.ShareTable.MEMBER;
import static silkline.table.gold.ShareTable.RANK;
import static silkline.table.gold.ShareTable.SHARE_CHANGE_PP;
import static silkline.table.gold.ShareTable.SHARE_RATIO;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FLOW;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.REF_AREA;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import silkline.report.Cell;
import silkline.report.Column;
import silkline.report.Figure;
import silkline.report.Scale;
import silkline.report.Table;

/** The largest export partners in the newest year, with the change of their shares. */
final class PartnerShifts {
    private static final int PARTNERS_SHOWN = 3;
    private static final int SHIFT_YEARS = 10;

    private PartnerShifts() {}

    static Table of(ReportInputs inputs) {
        Map<String, TreeMap<Integer, Map<String, Row>>> countries = new TreeMap<>();
        for (Row row : inputs.rows(ReportQueries.SHARES)) {
            if (row.getAs(BY).equals(BY_PARTNER)
                    && row.getAs(FLOW).equals("X")
                    && row.getAs(RANK) != null
                    && row.getAs(SHARE_RATIO) != null) {
                countries
                        .computeIfAbsent(TradeRows.id(row), key -> new TreeMap<>())
                        .computeIfAbsent(row.getAs(PERIOD_INDEX), key -> new LinkedHashMap<>())
                        .put(row.getAs(MEMBER), row);
            }
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (TreeMap<Integer, Map<String, Row>> years : countries.values()) {
            Map<String, Row> earlier = years.getOrDefault(years.lastKey() - SHIFT_YEARS, Map.of());
            years.lastEntry().getValue().values().stream()
                    .filter(row -> row.<Integer>getAs(RANK) <= PARTNERS_SHOWN)
                    .sorted(Comparator.comparing((Row row) -> row.<Integer>getAs(RANK))
                            .thenComparing(row -> row.<String>getAs(MEMBER)))
                    .forEach(row -> rows.add(partner(inputs, row, earlier.get(row.<String>getAs(MEMBER)))));
        }
        return new Table(
                "partner-shifts",
                inputs.text("structure.partners"),
                List.of(
                        inputs.textColumn("country"),
                        inputs.textColumn("dataset"),
                        inputs.textColumn("year"),
                        inputs.textColumn("partner"),
                        inputs.numberColumn("share", new Scale("%", 2, 1)),
                        inputs.numberColumn("change_on_the_year_before", new Scale("pp", 0, 1)),
                        Column.numbers(inputs.text("column.change_in_years", SHIFT_YEARS), new Scale("pp", 0, 1))),
                rows);
    }

    private static List<Cell> partner(ReportInputs inputs, Row row, Row earlier) {
        String key = "share/%s/%s/%s/X/%s/%s/"
                .formatted(
                        row.getAs(DATASET_ID),
                        row.getAs(INDICATOR),
                        row.getAs(REF_AREA),
                        row.getAs(MEMBER),
                        row.getAs(TIME_PERIOD));
        Double change = row.getAs(SHARE_CHANGE_PP);
        return List.of(
                Cell.of(inputs.areaName(row.getAs(REF_AREA))),
                Cell.of(row.<String>getAs(DATASET_ID)),
                Cell.of(row.<String>getAs(TIME_PERIOD)),
                Cell.of(inputs.areaName(row.getAs(MEMBER))),
                Cell.of(Figure.of(key + SHARE_RATIO, row.<Double>getAs(SHARE_RATIO), "RATIO")),
                change == null ? Cell.missing("") : Cell.of(Figure.of(key + SHARE_CHANGE_PP, change, "PP")),
                earlier == null
                        ? Cell.missing("")
                        : Cell.of(Figure.of(
                                key + "share_shift_pp",
                                (row.<Double>getAs(SHARE_RATIO) - earlier.<Double>getAs(SHARE_RATIO)) * 100,
                                "PP")));
    }
}
