package silkline.stage.report;

import static silkline.table.gold.GrowthDetailTable.ROLLING_YEAR_RATIO;
import static silkline.table.gold.GrowthDetailTable.ROLLING_YEAR_REASON;
import static silkline.table.gold.GrowthDetailTable.TREND_10Y_R2;
import static silkline.table.gold.GrowthDetailTable.TREND_10Y_RATIO;
import static silkline.table.gold.GrowthDetailTable.TREND_5Y_R2;
import static silkline.table.gold.GrowthDetailTable.TREND_5Y_RATIO;
import static silkline.table.gold.GrowthDetailTable.YTD_RATIO;
import static silkline.table.gold.GrowthDetailTable.YTD_REASON;
import static silkline.table.gold.GrowthTable.REASON;
import static silkline.table.gold.GrowthTable.YOY_RATIO;
import static silkline.table.gold.GrowthTable.YOY_REASON;
import static silkline.table.gold.GrowthWindowTable.CAGR_RATIO;
import static silkline.table.gold.GrowthWindowTable.FOLD;
import static silkline.table.gold.GrowthWindowTable.FROM_PERIOD;
import static silkline.table.gold.GrowthWindowTable.TO_PERIOD;
import static silkline.table.silver.ObservationTable.OBS_STATUS;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FLOW;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.REF_AREA;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import silkline.report.Block;
import silkline.report.Cell;
import silkline.report.Chart;
import silkline.report.Figure;
import silkline.report.Report.Section;
import silkline.report.Scale;
import silkline.report.Status;
import silkline.report.Table;

/** How the figures that the claims are about have grown. */
final class GrowthSection {
    private static final int YEARS_SHOWN = 16;

    private GrowthSection() {}

    static Section of(ReportInputs inputs) {
        List<Block> blocks = new ArrayList<>();
        lines(inputs).forEach(blocks::add);
        blocks.add(lastYear(inputs));
        Blocks.addUnlessEmpty(blocks, partsOfYears(inputs));
        blocks.add(windows(inputs));
        return new Section("growth", inputs.text("growth.title"), inputs.text("growth.lead"), blocks);
    }

    /** One chart per indicator, unit and flow that several countries have. */
    private static List<Chart.Lines> lines(ReportInputs inputs) {
        Map<String, Map<String, List<Row>>> charts = new TreeMap<>();
        for (Row row : inputs.rows(ReportQueries.GROWTH)) {
            if (row.getAs(FREQ).equals("A") && row.getAs(OBS_VALUE) != null) {
                String chart = "%s.%s.%s".formatted(row.getAs(INDICATOR), row.getAs(FLOW), row.getAs(UNIT_MEASURE));
                String line = "%s (%s)".formatted(inputs.areaName(row.getAs(REF_AREA)), row.getAs(DATASET_ID));
                charts.computeIfAbsent(chart, key -> new LinkedHashMap<>())
                        .computeIfAbsent(line, key -> new ArrayList<>())
                        .add(row);
            }
        }
        List<Chart.Lines> lines = new ArrayList<>();
        charts.forEach((id, series) -> {
            boolean isOfMoney = id.endsWith(".USD");
            boolean isWorthIt = series.size() > 1 || !inputs.profile().isWhole();
            if (isOfMoney && isWorthIt) {
                lines.add(chart(inputs, id, series));
            }
        });
        return lines;
    }

    private static Chart.Lines chart(ReportInputs inputs, String id, Map<String, List<Row>> series) {
        Row any = series.values().iterator().next().get(0);
        TreeSet<String> all = new TreeSet<>();
        series.values().forEach(rows -> rows.forEach(row -> all.add(row.getAs(TIME_PERIOD))));
        List<String> periods = new ArrayList<>(all).subList(Math.max(0, all.size() - YEARS_SHOWN), all.size());
        List<Chart.Series> lines = new ArrayList<>();
        double largest = 0;
        for (Map.Entry<String, List<Row>> one : series.entrySet()) {
            Map<String, Row> byPeriod = new TreeMap<>();
            for (Row row : one.getValue()) {
                byPeriod.put(row.getAs(TIME_PERIOD), row);
                largest = Math.max(largest, row.<Double>getAs(OBS_VALUE));
            }
            List<Cell> cells = periods.stream()
                    .map(period -> byPeriod.containsKey(period) ? value(byPeriod.get(period)) : Cell.missing(""))
                    .toList();
            lines.add(new Chart.Series(one.getKey(), cells));
        }
        String title = SeriesTitle.figure(inputs, any);
        return new Chart.Lines(
                "growth-" + id,
                title,
                Scale.of(any.getAs(UNIT_MEASURE), largest),
                inputs.text("growth.chart", title, lines.size(), periods.get(0), periods.get(periods.size() - 1)),
                periods,
                lines);
    }

    private static Cell value(Row row) {
        Figure figure = Figure.of(
                "observation/%s/%s".formatted(row.getAs(SERIES_ID), row.getAs(TIME_PERIOD)),
                row.<Double>getAs(OBS_VALUE),
                row.getAs(UNIT_MEASURE));
        return Cell.of(figure, status(row.getAs(OBS_STATUS)));
    }

    static Status status(String code) {
        return switch (code) {
            case "P" -> Status.PROVISIONAL;
            case "E" -> Status.ESTIMATED;
            case "F" -> Status.FORECAST;
            default -> Status.NORMAL;
        };
    }

    /** The newest annual growth of every series shown. */
    private static Table lastYear(ReportInputs inputs) {
        Map<String, Row> newest = new LinkedHashMap<>();
        for (Row row : inputs.rows(ReportQueries.GROWTH)) {
            if (row.getAs(FREQ).equals("A") && row.getAs(OBS_VALUE) != null) {
                newest.put(row.getAs(SERIES_ID), row);
            }
        }
        List<List<Cell>> rows = new ArrayList<>();
        newest.forEach((id, row) -> {
            Double ratio = row.getAs(YOY_RATIO);
            Cell growth = ratio == null
                    ? Cell.missing(row.getAs(YOY_REASON))
                    : Cell.of(
                            Figure.of("growth/%s/%s/yoy_ratio".formatted(id, row.getAs(TIME_PERIOD)), ratio, "RATIO"));
            rows.add(List.of(
                    Cell.of(inputs.areaName(row.getAs(REF_AREA))),
                    Cell.of(SeriesTitle.figureInFull(inputs, row)),
                    Cell.of(row.<String>getAs(DATASET_ID)),
                    Cell.of(row.<String>getAs(TIME_PERIOD)),
                    value(row),
                    growth));
        });
        return new Table(
                "growth-last-year",
                inputs.text("growth.last_year"),
                List.of(
                        inputs.textColumn("country"),
                        inputs.textColumn("figure"),
                        inputs.textColumn("dataset"),
                        inputs.textColumn("year"),
                        inputs.numberColumn("value"),
                        inputs.numberColumn("year_on_year")),
                rows);
    }

    /** The newest month or range of months of every series shown, with the year up to it. */
    private static Table partsOfYears(ReportInputs inputs) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row : inputs.rows(ReportQueries.DETAILS)) {
            if (!row.getAs(FREQ).equals("A")) {
                String key = "growth_detail/%s/%s/".formatted(row.getAs(SERIES_ID), row.getAs(TIME_PERIOD));
                rows.add(List.of(
                        Cell.of(inputs.areaName(row.getAs(REF_AREA))),
                        Cell.of(SeriesTitle.figureInFull(inputs, row)),
                        Cell.of(row.<String>getAs(DATASET_ID)),
                        Cell.of(row.<String>getAs(TIME_PERIOD)),
                        ratio(key + YTD_RATIO, row.getAs(YTD_RATIO), row.getAs(YTD_REASON)),
                        ratio(
                                key + ROLLING_YEAR_RATIO,
                                row.getAs(ROLLING_YEAR_RATIO),
                                row.getAs(ROLLING_YEAR_REASON))));
            }
        }
        return new Table(
                "growth-parts-of-years",
                inputs.text("growth.parts_of_years"),
                List.of(
                        inputs.textColumn("country"),
                        inputs.textColumn("figure"),
                        inputs.textColumn("dataset"),
                        inputs.textColumn("up_to"),
                        inputs.numberColumn("year_to_date"),
                        inputs.numberColumn("rolling_year")),
                rows);
    }

    private static Cell ratio(String key, Double ratio, String reason) {
        return ratio == null ? Cell.missing(reason == null ? "" : reason) : Cell.of(Figure.of(key, ratio, "RATIO"));
    }

    /** Growth over five and ten years: between the ends, and along the line through all years. */
    private static Table windows(ReportInputs inputs) {
        Map<String, Row> details = new LinkedHashMap<>();
        inputs.rows(ReportQueries.DETAILS).forEach(row -> details.put(row.getAs(SERIES_ID), row));
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row : inputs.rows(ReportQueries.WINDOWS)) {
            double years = row.<Double>getAs("years");
            boolean isShown = row.getAs(FREQ).equals("A") && (years == 5 || years == 10);
            if (isShown && row.getAs(REASON) == null) {
                String key = "growth_window/%s/%s/%s/"
                        .formatted(row.getAs(SERIES_ID), row.getAs(FROM_PERIOD), row.getAs(TO_PERIOD));
                String trend = years == 5 ? TREND_5Y_RATIO : TREND_10Y_RATIO;
                String fit = years == 5 ? TREND_5Y_R2 : TREND_10Y_R2;
                Row detail = details.get(row.<String>getAs(SERIES_ID));
                String detailKey = "growth_detail/%s/%s/".formatted(row.getAs(SERIES_ID), row.getAs(TO_PERIOD));
                Double rSquared = detail.getAs(fit);
                rows.add(List.of(
                        Cell.of(inputs.areaName(row.getAs(REF_AREA))),
                        Cell.of(SeriesTitle.figureInFull(inputs, row)),
                        Cell.of(row.<String>getAs(DATASET_ID)),
                        Cell.of(inputs.text(
                                "range.between", row.<String>getAs(FROM_PERIOD), row.<String>getAs(TO_PERIOD))),
                        Cell.of(Figure.of(key + "fold", row.<Double>getAs(FOLD), "FACTOR")),
                        Cell.of(Figure.of(key + "cagr_ratio", row.<Double>getAs(CAGR_RATIO), "RATIO")),
                        ratio(detailKey + trend, detail.getAs(trend), ""),
                        rSquared == null ? Cell.missing("") : Cell.of(Figure.of(detailKey + fit, rSquared, "INDEX"))));
            }
        }
        return new Table(
                "growth-windows",
                inputs.text("growth.windows"),
                List.of(
                        inputs.textColumn("country"),
                        inputs.textColumn("figure"),
                        inputs.textColumn("dataset"),
                        inputs.textColumn("years"),
                        inputs.numberColumn("multiple"),
                        inputs.numberColumn("compound_annual_growth"),
                        inputs.numberColumn("trend_growth"),
                        inputs.numberColumn("trend_fit", new Scale("", 0, 2))),
                rows);
    }
}
