package silkline.stage.explain;

import static silkline.stage.explain.Cells.text;
import static silkline.table.silver.ObservationTable.OBS_STATUS;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.PUBLISHED_AT;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.PRICES;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import silkline.explain.Input;
import silkline.forecast.ForecastRequest;
import silkline.stage.forecast.ForecastStage;
import silkline.table.TableSpec;
import silkline.table.audit.RunTable;
import silkline.table.gold.AccuracyTable;
import silkline.table.gold.ForecastTable;

/** One series, forecast again as the run did that stored its forecast, before others had a say. */
record Refit(List<Row> forecasts, List<Row> accuracies, List<Input> history) {
    private static final StructType VALUES = new StructType()
            .add(SERIES_KEY, "bigint")
            .add(PERIOD_INDEX, "int")
            .add(OBS_VALUE, "double")
            .add(OBS_STATUS, "string")
            .add(PUBLISHED_AT, "string")
            .add(SERIES_ID, "string")
            .add(FREQ, "string")
            .add(UNIT_MEASURE, "string")
            .add(PRICES, "string")
            .add(DATASET_ID, "string");

    private static final String FORECAST = "forecast";

    /** Of the series of a stored row; each series is worked out once. */
    static Refit of(Evidence evidence, Row series, Row stored) {
        return evidence.background()
                .refits()
                .computeIfAbsent(text(series, SERIES_ID), id -> make(evidence, series, stored));
    }

    private static Refit make(Evidence evidence, Row series, Row stored) {
        List<Row> rows = new ArrayList<>();
        List<Input> history = new ArrayList<>();
        for (Observed one : evidence.believed(series).values()) {
            history.add(one.input("history"));
            rows.add(new GenericRowWithSchema(
                    new Object[] {
                        series.getAs(SERIES_KEY),
                        one.periodIndex(),
                        Double.isNaN(one.value()) ? null : one.value(),
                        text(one.row(), OBS_STATUS),
                        one.published().latest().toString(),
                        text(series, SERIES_ID),
                        text(series, FREQ),
                        text(series, UNIT_MEASURE),
                        text(series, PRICES),
                        text(series, DATASET_ID)
                    },
                    VALUES));
        }
        ForecastRequest request = request(evidence, stored);
        ForecastStage.Rows made = ForecastStage.rows(rows.iterator(), request, text(stored, RUN_ID));
        return new Refit(made.forecasts(), made.accuracies(), history);
    }

    /** What the run was asked for; a row of the audit tells. */
    private static ForecastRequest request(Evidence evidence, Row stored) {
        return evidence.row(
                        RunTable.SPEC,
                        Map.of(
                                RUN_ID,
                                text(stored, RUN_ID),
                                RunTable.COMMAND,
                                FORECAST,
                                RunTable.STEP,
                                "gold.forecast"))
                .map(row -> evidence.background().requests().apply(text(row, RunTable.SETTINGS)))
                .orElse(ForecastRequest.DEFAULT);
    }

    /** The forecast of a period by what a model was asked to do; NaN where there is none. */
    double forecast(String requested, String period, String column) {
        return value(
                ForecastTable.SPEC,
                forecasts,
                Map.of(ForecastTable.MODEL_REQUESTED, requested, "time_period", period),
                column);
    }

    /** How the model that made the forecast did in the backtest. */
    double accuracy(String model, String column) {
        return value(AccuracyTable.SPEC, accuracies, Map.of(AccuracyTable.MODEL, model), column);
    }

    private static double value(TableSpec table, List<Row> rows, Map<String, String> equal, String column) {
        StructType schema = table.schema();
        Optional<Row> found = rows.stream()
                .filter(row -> equal.entrySet().stream()
                        .allMatch(cell -> cell.getValue().equals(row.get(schema.fieldIndex(cell.getKey())))))
                .findFirst();
        return found.map(row -> (Number) row.get(schema.fieldIndex(column)))
                .map(Number::doubleValue)
                .orElse(Double.NaN);
    }
}
