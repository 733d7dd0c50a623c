package silkline.stage.report;

import static silkline.table.gold.GrowthTable.REASON;
import static silkline.table.gold.ShareTable.BY;
import static silkline.table.gold.ShareTable.BY_PARTNER;
import static silkline.table.gold.ShareTable.MEMBER;
import static silkline.table.gold.ShareTable.RANK;
import static silkline.table.gold.ShareTable.SHARE_CHANGE_PP;
import static silkline.table.gold.ShareTable.SHARE_RATIO;
import static silkline.table.gold.ShareTable.VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.BASIS;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FLOW;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.REF_AREA;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import silkline.report.Block;
import silkline.report.Cell;
import silkline.report.Chart;
import silkline.report.Column;
import silkline.report.Figure;
import silkline.report.Report.Section;
import silkline.report.Scale;
import silkline.report.Table;
import silkline.table.gold.BalanceTable;
import silkline.table.gold.GravityTable;
import silkline.table.gold.GroupTradeTable;
import silkline.table.gold.MirrorTable;

/** How the trade of the countries is built: partners and their shifts, balance, both sides of the border, groups. */
final class StructureSection {
    private static final int PARTNERS_SHOWN = 3;
    private static final int GAPS_SHOWN = 4;
    private static final int SHIFT_YEARS = 10;
    /** Over-traded, and as many under-traded, pairs of each country. */
    private static final int PAIRS_SHOWN = 2;

    private StructureSection() {}

    static Section of(ReportInputs inputs) {
        List<Block> blocks = new ArrayList<>();
        addUnlessEmpty(blocks, partners(inputs));
        addUnlessEmpty(blocks, balances(inputs));
        addUnlessEmpty(blocks, mirrorGaps(inputs));
        intraGroup(inputs).forEach(blocks::add);
        addUnlessEmpty(blocks, gravity(inputs));
        return new Section("structure", inputs.text("structure.title"), inputs.text("structure.lead"), blocks);
    }

    private static void addUnlessEmpty(List<Block> blocks, Table table) {
        if (!table.rows().isEmpty()) {
            blocks.add(table);
        }
    }

    /** The largest export partners in the newest year, with the change of their shares. */
    private static Table partners(ReportInputs inputs) {
        Map<String, TreeMap<Integer, Map<String, Row>>> countries = new TreeMap<>();
        for (Row row : inputs.rows(ReportQueries.SHARES)) {
            if (row.getAs(BY).equals(BY_PARTNER)
                    && row.getAs(FLOW).equals("X")
                    && row.getAs(RANK) != null
                    && row.getAs(SHARE_RATIO) != null) {
                countries
                        .computeIfAbsent(id(row), key -> new TreeMap<>())
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
                        Column.text(inputs.text("column.country")),
                        Column.text(inputs.text("column.dataset")),
                        Column.text(inputs.text("column.year")),
                        Column.text(inputs.text("column.partner")),
                        Column.numbers(inputs.text("column.share"), new Scale("%", 2, 1)),
                        Column.numbers(inputs.text("column.change_on_the_year_before"), new Scale("pp", 0, 1)),
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

    private static String id(Row row) {
        return "%s.%s".formatted(row.getAs(REF_AREA), panel(row));
    }

    /** What tells the rows of one area and period apart. */
    private static String panel(Row row) {
        return "%s.%s.%s.%s"
                .formatted(row.getAs(INDICATOR), row.getAs(DATASET_ID), row.getAs(BASIS), row.getAs(UNIT_MEASURE));
    }

    private static Table balances(ReportInputs inputs) {
        List<List<Cell>> rows = new ArrayList<>();
        Map<String, Row> newest = new TreeMap<>();
        inputs.rows(ReportQueries.BALANCE).forEach(row -> newest.put(id(row), row));
        for (Row row : newest.values()) {
            String key = "balance/%s/%s/".formatted(id(row), row.getAs(TIME_PERIOD));
            rows.add(List.of(
                    Cell.of(inputs.areaName(row.getAs(REF_AREA))),
                    Cell.of(inputs.indicatorTitle(row.getAs(INDICATOR))),
                    Cell.of(row.<String>getAs(DATASET_ID)),
                    Cell.of(row.<String>getAs(TIME_PERIOD)),
                    number(row, key, BalanceTable.BALANCE, row.getAs(UNIT_MEASURE)),
                    number(row, key, BalanceTable.NORMALISED_BALANCE_RATIO, "RATIO"),
                    number(row, key, BalanceTable.OPENNESS_RATIO, "RATIO"),
                    number(row, key, BalanceTable.MARKETS, "COUNT")));
        }
        return new Table(
                "balances",
                inputs.text("structure.balances"),
                List.of(
                        Column.text(inputs.text("column.country")),
                        Column.text(inputs.text("column.trade")),
                        Column.text(inputs.text("column.dataset")),
                        Column.text(inputs.text("column.year")),
                        Column.numbers(inputs.text("column.balance")),
                        Column.numbers(inputs.text("column.balance_of_trade"), new Scale("", 2, 1)),
                        Column.numbers(inputs.text("column.trade_of_gdp"), new Scale("", 2, 1)),
                        Column.numbers(inputs.text("column.markets"), new Scale("", 0, 0))),
                rows);
    }

    private static Cell number(Row row, String key, String column, String unit) {
        Number value = row.getAs(column);
        String reason = row.getAs(REASON) == null ? "" : row.getAs(REASON);
        return value == null ? Cell.missing(reason) : Cell.of(Figure.of(key + column, value.doubleValue(), unit));
    }

    /** The flows whose two sides lie furthest apart, in money. */
    private static Table mirrorGaps(ReportInputs inputs) {
        Map<String, List<Row>> countries = new TreeMap<>();
        inputs.rows(ReportQueries.MIRROR).forEach(row -> countries
                .computeIfAbsent(row.getAs(MirrorTable.EXPORTER) + panel(row), key -> new ArrayList<>())
                .add(row));
        List<List<Cell>> rows = new ArrayList<>();
        for (List<Row> country : countries.values()) {
            int newest = country.stream()
                    .mapToInt(row -> row.<Integer>getAs(PERIOD_INDEX))
                    .max()
                    .orElseThrow();
            country.stream()
                    .filter(row -> row.<Integer>getAs(PERIOD_INDEX) == newest)
                    .sorted(Comparator.comparing(StructureSection::gap)
                            .reversed()
                            .thenComparing(row -> row.<String>getAs(MirrorTable.IMPORTER)))
                    .limit(GAPS_SHOWN)
                    .forEach(row -> rows.add(mirror(inputs, row)));
        }
        return new Table(
                "mirror-gaps",
                inputs.text("structure.mirror"),
                List.of(
                        Column.text(inputs.text("column.exporter")),
                        Column.text(inputs.text("column.importer")),
                        Column.text(inputs.text("column.dataset")),
                        Column.text(inputs.text("column.year")),
                        Column.numbers(inputs.text("column.exporter_says")),
                        Column.numbers(inputs.text("column.importer_says")),
                        Column.numbers(inputs.text("column.balanced")),
                        Column.numbers(inputs.text("column.cif_fob"), new Scale("", 0, 2)),
                        Column.text(inputs.text("column.growth"))),
                rows);
    }

    private static double gap(Row row) {
        return Math.abs(row.<Double>getAs(MirrorTable.REPORTED) - row.<Double>getAs(MirrorTable.MIRRORED));
    }

    private static List<Cell> mirror(ReportInputs inputs, Row row) {
        String key = "mirror/%s/%s/%s/%s/"
                .formatted(
                        panel(row),
                        row.getAs(MirrorTable.EXPORTER),
                        row.getAs(MirrorTable.IMPORTER),
                        row.getAs(TIME_PERIOD));
        String unit = row.getAs(UNIT_MEASURE);
        Boolean isSideDependent = row.getAs(MirrorTable.IS_SIDE_DEPENDENT);
        return List.of(
                Cell.of(inputs.areaName(row.getAs(MirrorTable.EXPORTER))),
                Cell.of(inputs.areaName(row.getAs(MirrorTable.IMPORTER))),
                Cell.of(row.<String>getAs(DATASET_ID)),
                Cell.of(row.<String>getAs(TIME_PERIOD)),
                number(row, key, MirrorTable.REPORTED, unit),
                number(row, key, MirrorTable.MIRRORED, unit),
                number(row, key, MirrorTable.BALANCED, unit),
                number(row, key, MirrorTable.CIF_FOB_RATIO, "INDEX"),
                Cell.of(
                        isSideDependent == null
                                ? ""
                                : isSideDependent
                                        ? inputs.text("structure.side_dependent")
                                        : inputs.text("structure.same_direction")));
    }

    /** The pairs whose exports lie furthest above, and below, what distance and the two effects give. */
    private static Table gravity(ReportInputs inputs) {
        List<List<Cell>> rows = new ArrayList<>();
        Map<String, List<Row>> countries = new TreeMap<>();
        inputs.rows(ReportQueries.GRAVITY).forEach(row -> countries
                .computeIfAbsent(row.getAs(MirrorTable.EXPORTER) + panel(row), key -> new ArrayList<>())
                .add(row));
        for (List<Row> country : countries.values()) {
            Comparator<Row> byExcess = Comparator.comparing(StructureSection::excess);
            country.stream()
                    .filter(row -> excess(row) > 0)
                    .sorted(byExcess.reversed())
                    .limit(PAIRS_SHOWN)
                    .forEach(row -> rows.add(gravity(inputs, row)));
            country.stream()
                    .filter(row -> excess(row) < 0)
                    .sorted(byExcess)
                    .limit(PAIRS_SHOWN)
                    .forEach(row -> rows.add(gravity(inputs, row)));
        }
        return new Table(
                "gravity",
                inputs.text("structure.gravity"),
                List.of(
                        Column.text(inputs.text("column.exporter")),
                        Column.text(inputs.text("column.importer")),
                        Column.text(inputs.text("column.dataset")),
                        Column.text(inputs.text("column.year")),
                        Column.numbers(inputs.text("column.exports")),
                        Column.numbers(inputs.text("column.expected")),
                        Column.numbers(inputs.text("column.times_expected"), new Scale("", 0, 2))),
                rows);
    }

    private static double excess(Row row) {
        return row.<Double>getAs(VALUE) - row.<Double>getAs(GravityTable.EXPECTED);
    }

    private static List<Cell> gravity(ReportInputs inputs, Row row) {
        String key = "gravity/%s/%s/%s/%s/"
                .formatted(
                        panel(row),
                        row.getAs(MirrorTable.EXPORTER),
                        row.getAs(MirrorTable.IMPORTER),
                        row.getAs(TIME_PERIOD));
        String unit = row.getAs(UNIT_MEASURE);
        return List.of(
                Cell.of(inputs.areaName(row.getAs(MirrorTable.EXPORTER))),
                Cell.of(inputs.areaName(row.getAs(MirrorTable.IMPORTER))),
                Cell.of(row.<String>getAs(DATASET_ID)),
                Cell.of(row.<String>getAs(TIME_PERIOD)),
                number(row, key, VALUE, unit),
                number(row, key, GravityTable.EXPECTED, unit),
                number(row, key, GravityTable.ACTUAL_TO_EXPECTED, "INDEX"));
    }

    /** The share of a group's trade that stays inside, a chart per group that the claims name. */
    private static List<Chart.Lines> intraGroup(ReportInputs inputs) {
        List<Chart.Lines> charts = new ArrayList<>();
        for (String group : inputs.groups()) {
            Map<String, Map<String, Row>> lines = new TreeMap<>();
            for (Row row : inputs.rows(ReportQueries.GROUP_TRADE)) {
                if (row.getAs(GroupTradeTable.AREA_GROUP).equals(group)) {
                    lines.computeIfAbsent(panel(row), key -> new TreeMap<>()).put(row.getAs(TIME_PERIOD), row);
                }
            }
            if (!lines.isEmpty()) {
                charts.add(intraGroup(inputs, group, lines));
            }
        }
        return charts;
    }

    private static Chart.Lines intraGroup(ReportInputs inputs, String group, Map<String, Map<String, Row>> lines) {
        TreeSet<String> periods = new TreeSet<>();
        lines.values().forEach(rows -> periods.addAll(rows.keySet()));
        List<Chart.Series> series = new ArrayList<>();
        double largest = 0;
        for (Map.Entry<String, Map<String, Row>> line : lines.entrySet()) {
            List<Cell> cells = new ArrayList<>();
            for (String period : periods) {
                Row row = line.getValue().get(period);
                String key = "group_trade/%s/%s/%s/intra_share_ratio".formatted(line.getKey(), group, period);
                cells.add(
                        row == null
                                ? Cell.missing("")
                                : Cell.of(
                                        Figure.of(key, row.<Double>getAs(GroupTradeTable.INTRA_SHARE_RATIO), "RATIO")));
                largest =
                        row == null ? largest : Math.max(largest, row.<Double>getAs(GroupTradeTable.INTRA_SHARE_RATIO));
            }
            Row any = line.getValue().values().iterator().next();
            String name = "%s (%s)".formatted(inputs.indicatorTitle(any.getAs(INDICATOR)), any.getAs(DATASET_ID));
            series.add(new Chart.Series(name, cells));
        }
        String title = inputs.text("structure.intra_group", inputs.areaName(group));
        return new Chart.Lines(
                "intra-group-" + group,
                title,
                Scale.of("RATIO", largest),
                inputs.text("structure.intra_group_chart", title, periods.first(), periods.last()),
                List.copyOf(periods),
                series);
    }
}
