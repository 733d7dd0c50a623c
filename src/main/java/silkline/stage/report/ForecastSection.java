package silkline.stage.report;

import static silkline.table.gold.ForecastTable.HI80;
import static silkline.table.gold.ForecastTable.HORIZON;
import static silkline.table.gold.ForecastTable.IS_SELECTED;
import static silkline.table.gold.ForecastTable.LO80;
import static silkline.table.gold.ForecastTable.MEAN;
import static silkline.table.gold.ForecastTable.MODEL_REQUESTED;
import static silkline.table.gold.ForecastTable.OBSERVATIONS;
import static silkline.table.gold.ForecastTable.ORIGIN;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.REF_AREA;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import silkline.claim.Claim;
import silkline.claim.ClaimResult;
import silkline.claim.Target;
import silkline.forecast.YearToDate;
import silkline.report.Block;
import silkline.report.Cell;
import silkline.report.Figure;
import silkline.report.Report.Section;
import silkline.report.Table;

/** What models expect of the series that the claims are about. */
final class ForecastSection {
    private static final int MOST_CHARTS = 8;

    private ForecastSection() {}

    static Section of(ReportInputs inputs) {
        List<Row> forecasts = inputs.rows(ReportQueries.FORECASTS);
        Map<String, List<Row>> ahead = grouped(forecasts.stream()
                .filter(row -> row.<Integer>getAs(HORIZON) > 0 && row.<Boolean>getAs(IS_SELECTED))
                .toList());
        Map<String, List<Row>> past = grouped(inputs.rows(ReportQueries.HISTORY));
        List<Block> blocks = new ArrayList<>();
        List<String> ids = ahead.keySet().stream()
                .filter(id ->
                        past.containsKey(id) && isOfClaims(inputs, ahead.get(id).get(0)))
                .sorted(Comparator.comparing((String id) -> !ofTargets(inputs).contains(id)))
                .limit(MOST_CHARTS)
                .toList();
        ids.forEach(id -> blocks.add(ForecastFan.of(inputs, id, past.get(id), ahead.get(id))));
        Blocks.addUnlessEmpty(blocks, targets(inputs));
        Blocks.addUnlessEmpty(blocks, yearsUnderWay(inputs, forecasts));
        Blocks.addUnlessEmpty(blocks, ForecastSums.periods(inputs, forecasts, ids));
        Blocks.addUnlessEmpty(blocks, ForecastSums.groups(inputs));
        blocks.add(ForecastModels.ofShown(inputs, ahead));
        Blocks.addUnlessEmpty(blocks, ForecastModels.withoutForecast(inputs, forecasts));
        blocks.add(ForecastModels.ofAll(inputs));
        return new Section("forecasts", inputs.text("forecasts.title"), inputs.text("forecasts.lead"), blocks);
    }

    private static Map<String, List<Row>> grouped(List<Row> rows) {
        Map<String, List<Row>> grouped = new LinkedHashMap<>();
        rows.forEach(row -> grouped.computeIfAbsent(row.getAs(SERIES_ID), key -> new ArrayList<>())
                .add(row));
        return grouped;
    }

    /** Series that measure a target: their future matters most. */
    private static Set<String> ofTargets(ReportInputs inputs) {
        Set<String> ids = new TreeSet<>();
        inputs.results().forEach(result -> result.targets()
                .forEach(target -> ids.add(target.series().id())));
        return ids;
    }

    /** Whether some claim is about the country and the figure, rather than about a member of its group. */
    private static boolean isOfClaims(ReportInputs inputs, Row row) {
        if (!inputs.profile().isWhole()) {
            return true;
        }
        Set<String> claimed = new TreeSet<>();
        for (ClaimResult result : inputs.results()) {
            Claim claim = result.claim();
            claim.indicators().forEach(indicator -> claimed.add(claim.refArea() + "." + indicator));
        }
        return claimed.contains(row.getAs(REF_AREA) + "." + row.getAs(INDICATOR));
    }

    /** How likely the targets of the claims are, by the figures that are believed now. */
    private static Table targets(ReportInputs inputs) {
        List<List<Cell>> rows = new ArrayList<>();
        for (ClaimResult result : inputs.results()) {
            int number = 0;
            for (Target target : result.targets()) {
                String key = "target/%s/%d/".formatted(target.claimId(), ++number);
                if (target.series().isCurrent()) {
                    String unit = target.series().about().unitMeasure();
                    rows.add(List.of(
                            Cell.of("%s: %s".formatted(target.claimId(), ClaimMeaning.subject(inputs, result.claim()))),
                            Cell.of(target.series().about().datasetId()),
                            Cell.of(Figure.of(key + "target_value", target.target(), unit)),
                            Cell.of(
                                    target.targetPeriod().isEmpty()
                                            ? inputs.text("forecasts.not_stated")
                                            : target.targetPeriod()),
                            Cell.of(Figure.of(key + "last_value", target.lastValue(), unit)),
                            Cell.of(target.lastPeriod().toString()),
                            Double.isNaN(target.probability())
                                    ? Cell.missing("")
                                    : Cell.of(Figure.of(key + "probability_ratio", target.probability(), "RATIO")),
                            Cell.of(
                                    target.firstExpected().isEmpty()
                                            ? inputs.text("forecasts.later")
                                            : target.firstExpected())));
                }
            }
        }
        return new Table(
                "forecast-targets",
                inputs.text("forecasts.targets"),
                List.of(
                        inputs.textColumn("claim"),
                        inputs.textColumn("dataset"),
                        inputs.numberColumn("target"),
                        inputs.textColumn("by"),
                        inputs.numberColumn("last_value"),
                        inputs.textColumn("of"),
                        inputs.numberColumn("chance"),
                        inputs.textColumn("as_likely_as_not_by")),
                rows);
    }

    /** Years of which the first months are known. */
    private static Table yearsUnderWay(ReportInputs inputs, List<Row> forecasts) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row : forecasts) {
            if (row.getAs(MODEL_REQUESTED).equals(YearToDate.NAME)) {
                String unit = row.getAs(UNIT_MEASURE);
                String key = "forecast/%s/%s/".formatted(row.getAs(SERIES_ID), row.getAs(TIME_PERIOD));
                rows.add(List.of(
                        Cell.of(ForecastFan.title(inputs, row)),
                        Cell.of(row.<String>getAs(TIME_PERIOD)),
                        Cell.of(row.<String>getAs(ORIGIN)),
                        Cell.of(Figure.of(key + MEAN, row.<Double>getAs(MEAN), unit)),
                        ForecastFan.range(row, key, LO80, HI80, unit),
                        Cell.of(Figure.of(
                                key + OBSERVATIONS,
                                row.<Integer>getAs(OBSERVATIONS).doubleValue(),
                                "COUNT"))));
            }
        }
        return new Table(
                "forecast-years",
                inputs.text("forecasts.years"),
                List.of(
                        inputs.textColumn("series"),
                        inputs.textColumn("year"),
                        inputs.textColumn("known"),
                        inputs.numberColumn("whole_year"),
                        inputs.numberColumn("interval_80"),
                        inputs.numberColumn("earlier_years_compared")),
                rows);
    }
}
