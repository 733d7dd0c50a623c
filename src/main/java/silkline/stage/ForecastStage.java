package silkline.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.types.DataTypes.createStructType;
import static silkline.table.ObservationTable.OBS_VALUE;
import static silkline.table.ObservationTable.PERIOD_INDEX;
import static silkline.table.SeriesTable.DATASET_ID;
import static silkline.table.SeriesTable.FREQ;
import static silkline.table.SeriesTable.SERIES_ID;
import static silkline.table.SeriesTable.SERIES_KEY;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import silkline.forecast.Accuracy;
import silkline.forecast.Backtest;
import silkline.forecast.Floor;
import silkline.forecast.Forecast;
import silkline.forecast.Reason;
import silkline.forecast.SelectedForecast;
import silkline.forecast.Selection;
import silkline.series.Frequency;
import silkline.series.Period;
import silkline.table.AccuracyTable;
import silkline.table.ForecastTable;

/** Forecasts every series: gathers it, hands it to the models, and lays out what they say. */
public final class ForecastStage {
    /** Periods ahead, by frequency; ranges of months have no next one. */
    public static final Map<Frequency, Integer> HORIZONS =
            Map.of(Frequency.ANNUAL, 6, Frequency.HALF_YEAR, 4, Frequency.QUARTER, 8, Frequency.MONTH, 18);

    private static final double[] LEVELS = {0.80, 0.95};
    private static final String FORECASTS = "forecasts";
    private static final String ACCURACIES = "accuracies";

    /** What one series yields: rows of both tables. */
    private static final StructType RESULT = createStructType(List.of(
            DataTypes.createStructField(FORECASTS, DataTypes.createArrayType(ForecastTable.SPEC.schema()), false),
            DataTypes.createStructField(ACCURACIES, DataTypes.createArrayType(AccuracyTable.SPEC.schema()), false)));

    private ForecastStage() {}

    /** One row per series, to be split by {@link #forecasts} and {@link #accuracies}; worth keeping in between. */
    public static Dataset<Row> results(Dataset<Row> observations, Dataset<Row> series, String model, RunContext run) {
        Selection selection = Selection.named(model, Floor.ZERO);
        String runId = run.runId();
        return observations
                .select(SERIES_KEY, PERIOD_INDEX, OBS_VALUE)
                .join(series.select(SERIES_KEY, SERIES_ID, FREQ, DATASET_ID), SERIES_KEY)
                .where(col(FREQ).notEqual(Frequency.RANGE.code()))
                .groupByKey((MapFunction<Row, Long>) row -> row.getAs(SERIES_KEY), Encoders.LONG())
                .flatMapSortedGroups(
                        new Column[] {col(PERIOD_INDEX)},
                        (FlatMapGroupsFunction<Long, Row, Row>) (key, rows) -> result(selection, runId, rows),
                        Encoders.row(RESULT));
    }

    /** {@code gold.forecast}. */
    public static Dataset<Row> forecasts(Dataset<Row> results) {
        return results.selectExpr("inline(" + FORECASTS + ")").select(ForecastTable.SPEC.select());
    }

    /** {@code gold.accuracy}. */
    public static Dataset<Row> accuracies(Dataset<Row> results) {
        return results.selectExpr("inline(" + ACCURACIES + ")").select(AccuracyTable.SPEC.select());
    }

    private static Iterator<Row> result(Selection selection, String runId, Iterator<Row> rows) {
        Gathered series = new Gathered(rows, runId);
        SelectedForecast selected =
                selection.forecast(series.values(), series.frequency.perYear(), HORIZONS.get(series.frequency), LEVELS);
        Period origin = series.first.plus(selected.history().end() - 1);
        Object[] forecasts = selected.forecast()
                .map(forecast -> series.forecastRows(selected, forecast, origin))
                .orElseGet(() -> new Object[] {series.noForecast(selected, origin)});
        return List.of(RowFactory.create(forecasts, series.accuracyRows(selected, origin)))
                .iterator();
    }

    /** The sorted rows of one series as dense values, NaN in gaps. */
    private static final class Gathered {
        private final String runId;
        private final List<Double> values = new ArrayList<>();
        private Long key;
        private String id;
        private String datasetId;
        private Frequency frequency;
        private Period first;

        Gathered(Iterator<Row> rows, String runId) {
            this.runId = runId;
            while (rows.hasNext()) {
                add(rows.next());
            }
        }

        private void add(Row row) {
            int index = row.getAs(PERIOD_INDEX);
            if (first == null) {
                key = row.getAs(SERIES_KEY);
                id = row.getAs(SERIES_ID);
                datasetId = row.getAs(DATASET_ID);
                frequency = Frequency.parse(row.getAs(FREQ)).orElseThrow();
                first = new Period(frequency, index);
            }
            while (first.index() + values.size() < index) {
                values.add(Double.NaN);
            }
            Double value = row.getAs(OBS_VALUE);
            values.add(value == null ? Double.NaN : value);
        }

        double[] values() {
            return values.stream().mapToDouble(Double::doubleValue).toArray();
        }

        Object[] forecastRows(SelectedForecast selected, Forecast forecast, Period origin) {
            Object[] rows = new Object[forecast.horizon()];
            for (int step = 1; step <= forecast.horizon(); step++) {
                Period period = origin.plus(step);
                rows[step - 1] = RowFactory.create(
                        key,
                        id,
                        origin.toString(),
                        selected.requested(),
                        selected.used(),
                        step,
                        period.toString(),
                        period.index(),
                        orNull(forecast.mean(step)),
                        orNull(forecast.lower(0, step)),
                        orNull(forecast.upper(0, step)),
                        orNull(forecast.lower(1, step)),
                        orNull(forecast.upper(1, step)),
                        "F",
                        selected.isFloored(),
                        code(selected.reason()),
                        new String[] {datasetId},
                        runId);
            }
            return rows;
        }

        Row noForecast(SelectedForecast selected, Period origin) {
            return RowFactory.create(
                    key,
                    id,
                    origin.toString(),
                    selected.requested(),
                    selected.used(),
                    0,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    "F",
                    null,
                    code(selected.reason()),
                    new String[] {datasetId},
                    runId);
        }

        Object[] accuracyRows(SelectedForecast selected, Period origin) {
            return selected.backtests().stream()
                    .map(backtest -> accuracyRow(selected, backtest, origin))
                    .toArray();
        }

        private Row accuracyRow(SelectedForecast selected, Backtest backtest, Period origin) {
            Accuracy accuracy = backtest.accuracy();
            return RowFactory.create(
                    key,
                    id,
                    origin.toString(),
                    backtest.model(),
                    backtest.model().equals(selected.used()),
                    accuracy.points(),
                    orNull(accuracy.mae()),
                    orNull(accuracy.rmse()),
                    orNull(accuracy.smape()),
                    orNull(accuracy.mase()),
                    orNull(accuracy.coverage()),
                    orNull(accuracy.skill()),
                    runId);
        }

        private static String code(Reason reason) {
            return reason == Reason.NONE ? null : reason.name();
        }

        private static Double orNull(double value) {
            return Double.isFinite(value) ? value : null;
        }
    }
}
