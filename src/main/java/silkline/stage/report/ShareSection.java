package silkline.stage.report;

import static silkline.table.gold.ConcentrationTable.EFFECTIVE_NUMBER;
import static silkline.table.gold.ConcentrationTable.HHI;
import static silkline.table.gold.ConcentrationTable.TOP_PARTNER;
import static silkline.table.gold.ConcentrationTable.TOP_SHARE_RATIO;
import static silkline.table.gold.ShareTable.BY;
import static silkline.table.gold.ShareTable.BY_GROUP;
import static silkline.table.gold.ShareTable.BY_PARTNER;
import static silkline.table.gold.ShareTable.DENOMINATOR;
import static silkline.table.gold.ShareTable.MEMBER;
import static silkline.table.gold.ShareTable.RANK;
import static silkline.table.gold.ShareTable.SHARE_RATIO;
import static silkline.table.gold.ShareTable.VALUE;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FLOW;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.REF_AREA;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;
import silkline.report.Block;
import silkline.report.Cell;
import silkline.report.Chart;
import silkline.report.Figure;
import silkline.report.Report.Section;
import silkline.report.Scale;
import silkline.report.Table;

/** With whom the countries of the claims trade. */
final class ShareSection {
    private ShareSection() {}

    static Section of(ReportInputs inputs) {
        List<Block> blocks = new ArrayList<>();
        for (String group : inputs.groups()) {
            groupLines(inputs, group, VALUE).forEach(blocks::add);
            groupLines(inputs, group, SHARE_RATIO).forEach(blocks::add);
        }
        partnerBars(inputs).forEach(blocks::add);
        blocks.add(concentration(inputs));
        return new Section("shares", inputs.text("shares.title"), inputs.text("shares.lead"), blocks);
    }

    private static String key(Row row, String measure) {
        return "share/%s/%s/%s/%s/%s/%s/%s"
                .formatted(
                        row.getAs(DATASET_ID),
                        row.getAs(INDICATOR),
                        row.getAs(REF_AREA),
                        row.getAs(FLOW),
                        row.getAs(MEMBER),
                        row.getAs(TIME_PERIOD),
                        measure);
    }

    /** Turnover with a group, a chart per dataset and a line per country. */
    private static List<Chart.Lines> groupLines(ReportInputs inputs, String group, String measure) {
        Map<String, Map<String, Map<String, Row>>> charts = new TreeMap<>();
        for (Row row : inputs.rows(ReportQueries.SHARES)) {
            boolean isShown = row.getAs(BY).equals(BY_GROUP)
                    && row.getAs(MEMBER).equals(group)
                    && row.getAs(FLOW).equals("T")
                    && row.getAs(measure) != null;
            if (isShown) {
                charts.computeIfAbsent(row.getAs(DATASET_ID), key -> new LinkedHashMap<>())
                        .computeIfAbsent(inputs.areaName(row.getAs(REF_AREA)), key -> new TreeMap<>())
                        .put(row.getAs(TIME_PERIOD), row);
            }
        }
        List<Chart.Lines> lines = new ArrayList<>();
        charts.forEach((dataset, countries) -> lines.add(groupChart(inputs, group, measure, dataset, countries)));
        return lines;
    }

    private static Chart.Lines groupChart(
            ReportInputs inputs,
            String group,
            String measure,
            String dataset,
            Map<String, Map<String, Row>> countries) {
        TreeSet<String> periods = new TreeSet<>();
        countries.values().forEach(rows -> periods.addAll(rows.keySet()));
        double largest = 0;
        String unit = "RATIO";
        List<Chart.Series> series = new ArrayList<>();
        for (Map.Entry<String, Map<String, Row>> country : countries.entrySet()) {
            List<Cell> cells = new ArrayList<>();
            for (String period : periods) {
                Row row = country.getValue().get(period);
                if (row == null) {
                    cells.add(Cell.missing(""));
                } else {
                    double value = row.<Double>getAs(measure);
                    largest = Math.max(largest, value);
                    unit = measure.equals(VALUE) ? row.getAs(UNIT_MEASURE) : "RATIO";
                    cells.add(Cell.of(Figure.of(key(row, measure), value, unit)));
                }
            }
            series.add(new Chart.Series(country.getKey(), cells));
        }
        boolean isShare = !measure.equals(VALUE);
        String title =
                inputs.text(isShare ? "shares.group_share" : "shares.group_turnover", inputs.areaName(group), dataset);
        return new Chart.Lines(
                "shares-%s-%s-%s".formatted(group, dataset, measure),
                title,
                Scale.of(unit, largest),
                inputs.text("shares.group_chart", title, series.size(), periods.first(), periods.last()),
                List.copyOf(periods),
                series);
    }

    /** The largest export partners in the newest year with shares, a chart per country from its newest dataset. */
    private static List<Chart.Bars> partnerBars(ReportInputs inputs) {
        Predicate<Row> isPartner = row -> row.getAs(BY).equals(BY_PARTNER)
                && row.getAs(FLOW).equals("X")
                && row.getAs(RANK) != null
                && row.getAs(SHARE_RATIO) != null;
        Map<String, TreeMap<String, List<Row>>> countries = new TreeMap<>();
        inputs.rows(ReportQueries.SHARES).stream().filter(isPartner).forEach(row -> countries
                .computeIfAbsent(row.getAs(REF_AREA), key -> new TreeMap<>())
                .computeIfAbsent(row.getAs(TIME_PERIOD) + " " + row.getAs(DATASET_ID), key -> new ArrayList<>())
                .add(row));
        List<Chart.Bars> charts = new ArrayList<>();
        countries.forEach((area, years) ->
                charts.add(partnerChart(inputs, area, years.lastEntry().getValue())));
        return charts;
    }

    private static Chart.Bars partnerChart(ReportInputs inputs, String area, List<Row> rows) {
        List<Row> bySize = rows.stream()
                .sorted((a, b) -> Integer.compare(a.<Integer>getAs(RANK), b.<Integer>getAs(RANK)))
                .toList();
        Row largest = bySize.get(0);
        String title = inputs.text(
                "shares.partners",
                inputs.areaName(area),
                inputs.indicatorTitle(largest.getAs(INDICATOR)),
                largest.<String>getAs(TIME_PERIOD));
        return new Chart.Bars(
                "partners-" + area,
                title,
                Scale.of("RATIO", largest.<Double>getAs(SHARE_RATIO)),
                inputs.text(
                        "shares.partners_chart",
                        largest.<String>getAs(TIME_PERIOD),
                        largest.<String>getAs(DATASET_ID),
                        inputs.text("denominator." + largest.<String>getAs(DENOMINATOR))),
                bySize.stream()
                        .map(row -> new Chart.Bar(
                                inputs.areaName(row.getAs(MEMBER)),
                                Cell.of(Figure.of(key(row, SHARE_RATIO), row.<Double>getAs(SHARE_RATIO), "RATIO"))))
                        .toList());
    }

    /** The newest concentration of every country, dataset and flow. */
    private static Table concentration(ReportInputs inputs) {
        Map<String, Row> newest = new TreeMap<>();
        for (Row row : inputs.rows(ReportQueries.CONCENTRATION)) {
            if (row.getAs(HHI) != null && !row.getAs(FLOW).equals("T")) {
                newest.put(
                        "%s.%s.%s.%s"
                                .formatted(
                                        row.getAs(REF_AREA),
                                        row.getAs(INDICATOR),
                                        row.getAs(DATASET_ID),
                                        row.getAs(FLOW)),
                        row);
            }
        }
        List<List<Cell>> rows = new ArrayList<>();
        newest.forEach((id, row) -> {
            String key = "concentration/%s/%s/".formatted(id, row.getAs(TIME_PERIOD));
            rows.add(List.of(
                    Cell.of(inputs.areaName(row.getAs(REF_AREA))),
                    Cell.of(SeriesTitle.figure(inputs, row)),
                    Cell.of(row.<String>getAs(DATASET_ID)),
                    Cell.of(row.<String>getAs(TIME_PERIOD)),
                    Cell.of(Figure.of(key + "hhi", row.<Double>getAs(HHI), "INDEX")),
                    Cell.of(Figure.of(key + "effective_number", row.<Double>getAs(EFFECTIVE_NUMBER), "INDEX")),
                    Cell.of(inputs.areaName(row.getAs(TOP_PARTNER))),
                    Cell.of(Figure.of(key + "top_share", row.<Double>getAs(TOP_SHARE_RATIO), "RATIO"))));
        });
        return new Table(
                "concentration",
                inputs.text("shares.concentration"),
                List.of(
                        inputs.textColumn("country"),
                        inputs.textColumn("trade"),
                        inputs.textColumn("dataset"),
                        inputs.textColumn("year"),
                        inputs.numberColumn("hhi", new Scale("", 0, 3)),
                        inputs.numberColumn("equal_partners", new Scale("", 0, 1)),
                        inputs.textColumn("largest_partner"),
                        inputs.numberColumn("its_share")),
                rows);
    }
}
