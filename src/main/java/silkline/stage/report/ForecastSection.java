package silkline.stage.report;

import static silkline.table.gold.AccuracyTable.COVERAGE_RATIO;
import static silkline.table.gold.AccuracyTable.MASE;
import static silkline.table.gold.AccuracyTable.SKILL;
import static silkline.table.gold.ForecastTable.FALLBACK_REASON;
import static silkline.table.gold.ForecastTable.HI80;
import static silkline.table.gold.ForecastTable.HI95;
import static silkline.table.gold.ForecastTable.HORIZON;
import static silkline.table.gold.ForecastTable.IS_SELECTED;
import static silkline.table.gold.ForecastTable.LO80;
import static silkline.table.gold.ForecastTable.LO95;
import static silkline.table.gold.ForecastTable.MEAN;
import static silkline.table.gold.ForecastTable.MODEL_REQUESTED;
import static silkline.table.gold.ForecastTable.MODEL_USED;
import static silkline.table.gold.ForecastTable.OBSERVATIONS;
import static silkline.table.gold.ForecastTable.ORIGIN;
import static silkline.table.gold.ForecastTable.TRAINED_FROM;
import static silkline.table.silver.ObservationTable.OBS_STATUS;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.REF_AREA;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import silkline.claim.Claim;
import silkline.claim.ClaimResult;
import silkline.claim.Target;
import silkline.forecast.YearToDate;
import silkline.report.Block;
import silkline.report.Cell;
import silkline.report.Chart;
import silkline.report.Column;
import silkline.report.Figure;
import silkline.report.Report.Section;
import silkline.report.Scale;
import silkline.report.Table;

/** What models expect of the series that the claims are about. */
final class ForecastSection {
    private static final int HISTORY_SHOWN = 48;
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
        ids.forEach(id -> blocks.add(fan(inputs, id, past.get(id), ahead.get(id))));
        targets(inputs).ifPresent(blocks::add);
        yearsUnderWay(inputs, forecasts).ifPresent(blocks::add);
        blocks.add(models(inputs, ahead));
        withoutForecast(inputs, forecasts).ifPresent(blocks::add);
        blocks.add(refusals(inputs));
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

    private static String title(ReportInputs inputs, Row row) {
        return "%s: %s (%s)"
                .formatted(
                        inputs.areaName(row.getAs(REF_AREA)),
                        GrowthSection.figureInFull(inputs, row),
                        row.getAs(DATASET_ID));
    }

    private static Chart.Fan fan(ReportInputs inputs, String id, List<Row> past, List<Row> ahead) {
        Row first = ahead.get(0);
        String unit = first.getAs(UNIT_MEASURE);
        double largest = 0;
        List<Chart.Past> history = new ArrayList<>();
        for (Row row : past.subList(Math.max(0, past.size() - HISTORY_SHOWN), past.size())) {
            String key = "observation/%s/%s".formatted(id, row.getAs(TIME_PERIOD));
            double value = row.<Double>getAs(OBS_VALUE);
            largest = Math.max(largest, Math.abs(value));
            history.add(new Chart.Past(
                    row.getAs(TIME_PERIOD),
                    Cell.of(Figure.of(key, value, unit), GrowthSection.status(row.getAs(OBS_STATUS)))));
        }
        List<Chart.Ahead> steps = new ArrayList<>();
        for (Row row : ahead) {
            String key = "forecast/%s/%s/".formatted(id, row.getAs(TIME_PERIOD));
            largest = Math.max(largest, Math.abs(row.<Double>getAs(MEAN)));
            steps.add(new Chart.Ahead(
                    row.getAs(TIME_PERIOD),
                    Figure.of(key + MEAN, row.<Double>getAs(MEAN), unit),
                    range(row, key, LO80, HI80, unit),
                    range(row, key, LO95, HI95, unit)));
        }
        return new Chart.Fan(
                "forecast-" + id.replace(':', '-'),
                title(inputs, first),
                Scale.of(unit, largest),
                inputs.text("forecasts.chart", first.<String>getAs(MODEL_USED), first.<String>getAs(TIME_PERIOD)),
                history,
                steps);
    }

    private static Cell.Range range(Row row, String key, String low, String high, String unit) {
        return new Cell.Range(
                Figure.of(key + low, row.<Double>getAs(low), unit),
                Figure.of(key + high, row.<Double>getAs(high), unit));
    }

    /** How likely the targets of the claims are, by the figures that are believed now. */
    private static Optional<Table> targets(ReportInputs inputs) {
        List<List<Cell>> rows = new ArrayList<>();
        for (ClaimResult result : inputs.results()) {
            int number = 0;
            for (Target target : result.targets()) {
                String key = "target/%s/%d/".formatted(target.claimId(), ++number);
                if (target.series().isCurrent()) {
                    String unit = target.series().about().unitMeasure();
                    rows.add(List.of(
                            Cell.of("%s: %s".formatted(target.claimId(), ClaimSection.subject(inputs, result.claim()))),
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
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Table(
                        "forecast-targets",
                        inputs.text("forecasts.targets"),
                        List.of(
                                Column.text(inputs.text("column.claim")),
                                Column.text(inputs.text("column.dataset")),
                                Column.numbers(inputs.text("column.target")),
                                Column.text(inputs.text("column.by")),
                                Column.numbers(inputs.text("column.last_value")),
                                Column.text(inputs.text("column.of")),
                                Column.numbers(inputs.text("column.chance")),
                                Column.text(inputs.text("column.as_likely_as_not_by"))),
                        rows));
    }

    /** Years of which the first months are known. */
    private static Optional<Table> yearsUnderWay(ReportInputs inputs, List<Row> forecasts) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row : forecasts) {
            if (row.getAs(MODEL_REQUESTED).equals(YearToDate.NAME)) {
                String unit = row.getAs(UNIT_MEASURE);
                String key = "forecast/%s/%s/".formatted(row.getAs(SERIES_ID), row.getAs(TIME_PERIOD));
                rows.add(List.of(
                        Cell.of(title(inputs, row)),
                        Cell.of(row.<String>getAs(TIME_PERIOD)),
                        Cell.of(row.<String>getAs(ORIGIN)),
                        Cell.of(Figure.of(key + MEAN, row.<Double>getAs(MEAN), unit)),
                        range(row, key, LO80, HI80, unit),
                        Cell.of(Figure.of(
                                key + OBSERVATIONS,
                                row.<Integer>getAs(OBSERVATIONS).doubleValue(),
                                "COUNT"))));
            }
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Table(
                        "forecast-years",
                        inputs.text("forecasts.years"),
                        List.of(
                                Column.text(inputs.text("column.series")),
                                Column.text(inputs.text("column.year")),
                                Column.text(inputs.text("column.known")),
                                Column.numbers(inputs.text("column.whole_year")),
                                Column.numbers(inputs.text("column.interval_80")),
                                Column.numbers(inputs.text("column.earlier_years_compared"))),
                        rows));
    }

    /** The model used for each series shown, why, and how it did in the backtest. */
    private static Table models(ReportInputs inputs, Map<String, List<Row>> ahead) {
        List<List<Cell>> rows = new ArrayList<>();
        ahead.forEach((id, steps) -> {
            Row row = steps.get(0);
            rows.add(List.of(
                    Cell.of(title(inputs, row)),
                    accuracy(id, row, SKILL, "RATIO"),
                    accuracy(id, row, MASE, "INDEX"),
                    accuracy(id, row, COVERAGE_RATIO, "RATIO"),
                    Cell.of(row.<String>getAs(MODEL_USED)),
                    Cell.of(why(inputs, row)),
                    Cell.of(row.<String>getAs(TRAINED_FROM))));
        });
        return new Table(
                "forecast-models",
                inputs.text("forecasts.models"),
                List.of(
                        Column.text(inputs.text("column.series")),
                        Column.numbers(inputs.text("column.better_than_naive_by")),
                        Column.numbers(inputs.text("column.mase"), new Scale("", 0, 2)),
                        Column.numbers(inputs.text("column.coverage")),
                        Column.text(inputs.text("column.model")),
                        Column.text(inputs.text("column.why")),
                        Column.text(inputs.text("column.trained_from"))),
                rows);
    }

    private static String why(ReportInputs inputs, Row row) {
        String reason = row.getAs(FALLBACK_REASON);
        return reason == null
                ? inputs.text("forecasts.as_asked")
                : inputs.language().textOr("reason." + reason, reason);
    }

    /** The series shown that have no forecast. */
    private static Optional<Table> withoutForecast(ReportInputs inputs, List<Row> forecasts) {
        List<List<Cell>> rows = forecasts.stream()
                .filter(row -> row.<Integer>getAs(HORIZON) == 0)
                .map(row -> List.of(
                        Cell.of(title(inputs, row)), Cell.of(row.<String>getAs(ORIGIN)), Cell.of(why(inputs, row))))
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Table(
                        "forecast-none",
                        inputs.text("forecasts.none"),
                        List.of(
                                Column.text(inputs.text("column.series")),
                                Column.text(inputs.text("column.last_period")),
                                Column.text(inputs.text("column.why"))),
                        rows));
    }

    private static Cell accuracy(String id, Row row, String measure, String unit) {
        Double value = row.getAs(measure);
        return value == null
                ? Cell.missing("")
                : Cell.of(Figure.of("accuracy/%s/%s".formatted(id, measure), value, unit));
    }

    /** How many series each model forecasts, and why some have none. */
    private static Table refusals(ReportInputs inputs) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row : inputs.rows(ReportQueries.MODELS)) {
            String reason = row.getAs(FALLBACK_REASON);
            String model = row.getAs(MODEL_USED);
            String key = "forecast_models/%s/%s".formatted(model, reason == null ? "-" : reason);
            rows.add(List.of(
                    Cell.of(model),
                    Cell.of(why(inputs, row)),
                    Cell.of(Figure.of(key, row.<Long>getAs("series"), "COUNT"))));
        }
        return new Table(
                "forecast-series",
                inputs.text("forecasts.series"),
                List.of(
                        Column.text(inputs.text("column.model")),
                        Column.text(inputs.text("column.why")),
                        Column.numbers(inputs.text("column.series"))),
                rows);
    }
}
