package silkline.stage.report;

import static silkline.table.gold.AccuracyTable.COVERAGE_RATIO;
import static silkline.table.gold.AccuracyTable.MASE;
import static silkline.table.gold.AccuracyTable.SKILL;
import static silkline.table.gold.ForecastTable.FALLBACK_REASON;
import static silkline.table.gold.ForecastTable.HORIZON;
import static silkline.table.gold.ForecastTable.MODEL_USED;
import static silkline.table.gold.ForecastTable.ORIGIN;
import static silkline.table.gold.ForecastTable.TRAINED_FROM;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import silkline.report.Cell;
import silkline.report.Figure;
import silkline.report.Scale;
import silkline.report.Table;

/** The models that forecast, why these, how they did in the backtest, and which series have no forecast. */
final class ForecastModels {
    private ForecastModels() {}

    /** The model used for each series shown, why, and how it did in the backtest. */
    static Table ofShown(ReportInputs inputs, Map<String, List<Row>> ahead) {
        List<List<Cell>> rows = new ArrayList<>();
        ahead.forEach((id, steps) -> {
            Row row = steps.get(0);
            rows.add(List.of(
                    Cell.of(ForecastFan.title(inputs, row)),
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
                        inputs.textColumn("series"),
                        inputs.numberColumn("better_than_naive_by"),
                        inputs.numberColumn("mase", new Scale("", 0, 2)),
                        inputs.numberColumn("coverage"),
                        inputs.textColumn("model"),
                        inputs.textColumn("why"),
                        inputs.textColumn("trained_from")),
                rows);
    }

    private static Cell accuracy(String id, Row row, String measure, String unit) {
        Double value = row.getAs(measure);
        return value == null
                ? Cell.missing("")
                : Cell.of(Figure.of("accuracy/%s/%s".formatted(id, measure), value, unit));
    }

    /** The series shown that have no forecast. */
    static Table withoutForecast(ReportInputs inputs, List<Row> forecasts) {
        List<List<Cell>> rows = forecasts.stream()
                .filter(row -> row.<Integer>getAs(HORIZON) == 0)
                .map(row -> List.of(
                        Cell.of(ForecastFan.title(inputs, row)),
                        Cell.of(row.<String>getAs(ORIGIN)),
                        Cell.of(why(inputs, row))))
                .toList();
        return new Table(
                "forecast-none",
                inputs.text("forecasts.none"),
                List.of(inputs.textColumn("series"), inputs.textColumn("last_period"), inputs.textColumn("why")),
                rows);
    }

    /** How many series each model forecasts, and why some have none. */
    static Table ofAll(ReportInputs inputs) {
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
                List.of(inputs.textColumn("model"), inputs.textColumn("why"), inputs.numberColumn("series")),
                rows);
    }

    private static String why(ReportInputs inputs, Row row) {
        String reason = row.getAs(FALLBACK_REASON);
        return reason == null
                ? inputs.text("forecasts.as_asked")
                : inputs.language().textOr("reason." + reason, reason);
    }
}
