package silkline.stage.forecast;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createStructField;
import static org.apache.spark.sql.types.DataTypes.createStructType;
import static silkline.table.gold.ForecastTable.HORIZON;
import static silkline.table.gold.ForecastTable.IS_CURRENT;
import static silkline.table.gold.ForecastTable.IS_SELECTED;
import static silkline.table.gold.ForecastTable.MEAN;
import static silkline.table.gold.ForecastTable.MODEL_REQUESTED;
import static silkline.table.gold.ForecastTable.MODEL_USED;
import static silkline.table.gold.ForecastTable.ORIGIN;
import static silkline.table.gold.ForecastTable.VINTAGE;
import static silkline.table.silver.ObservationTable.OBS_STATUS;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.PUBLISHED_AT;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.PRICES;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import silkline.forecast.ForecastRequest;
import silkline.stage.RunContext;
import silkline.table.TableSpec;
import silkline.table.gold.AccuracyTable;
import silkline.table.gold.BacktestTable;
import silkline.table.gold.ForecastTable;

/** Forecasts every series: gathers it, hands it to the models, and lays out what they say. */
public final class ForecastStage {
    static final String FORECASTS = "forecasts";
    static final String BACKTESTS = "backtests";
    static final String RECENT = "recent";
    static final String ACCURACIES = "accuracies";
    private static final int PIECES_PER_CORE = 4;

    /** What one series yields: its last values, and rows of the three tables. */
    static final StructType RESULT = createStructType(List.of(
            createStructField(SERIES_KEY, LongType, false),
            createStructField(RECENT, createArrayType(DoubleType), false),
            createStructField(FORECASTS, createArrayType(ForecastTable.SPEC.schema()), false),
            createStructField(BACKTESTS, createArrayType(BacktestTable.SPEC.schema()), false),
            createStructField(ACCURACIES, createArrayType(AccuracyTable.SPEC.schema()), false)));

    private ForecastStage() {}

    /** Told on the executors whenever a series is done. */
    @FunctionalInterface
    public interface Done extends Serializable {
        void series();
    }

    /** {@link #results(Dataset, Dataset, ForecastRequest, RunContext, Done)} with nobody to tell. */
    public static Dataset<Row> results(
            Dataset<Row> observations, Dataset<Row> series, ForecastRequest request, RunContext run) {
        return results(observations, series, request, run, () -> {});
    }

    /** One row per series, to be split by the functions below; worth keeping in between. */
    public static Dataset<Row> results(
            Dataset<Row> observations, Dataset<Row> series, ForecastRequest request, RunContext run, Done done) {
        String runId = run.runId();
        Dataset<Row> values = observations
                .select(
                        col(SERIES_KEY),
                        col(PERIOD_INDEX),
                        col(OBS_VALUE),
                        col(OBS_STATUS),
                        col(PUBLISHED_AT).cast(StringType).as(PUBLISHED_AT))
                .join(series.select(SERIES_KEY, SERIES_ID, FREQ, UNIT_MEASURE, PRICES, DATASET_ID), SERIES_KEY);
        // Few bytes are much work here: by their size alone Spark would put them into one or two pieces.
        int pieces =
                PIECES_PER_CORE * observations.sparkSession().sparkContext().defaultParallelism();
        return values.repartition(pieces, col(SERIES_KEY))
                .groupBy(SERIES_KEY)
                .as(Encoders.LONG(), Encoders.row(values.schema()))
                .flatMapSortedGroups(
                        new Column[] {col(PERIOD_INDEX)},
                        (FlatMapGroupsFunction<Long, Row, Row>) (key, rows) -> {
                            Row made = new SeriesForecast(rows, request, runId).rows();
                            done.series();
                            return List.of(made).iterator();
                        },
                        Encoders.row(RESULT));
    }

    /** What one series yields, as rows in the order of the tables' columns. */
    public record Rows(List<Row> forecasts, List<Row> accuracies) {}

    /** One series alone, worked out here and now; {@code observations} in order, with the columns as in {@link #results}. */
    public static Rows rows(Iterator<Row> observations, ForecastRequest request, String runId) {
        Row made = new SeriesForecast(observations, request, runId).rows();
        return new Rows(cells(made, RESULT.fieldIndex(FORECASTS)), cells(made, RESULT.fieldIndex(ACCURACIES)));
    }

    private static List<Row> cells(Row made, int column) {
        return Arrays.stream((Object[]) made.get(column)).map(Row.class::cast).toList();
    }

    /** The new rows of {@code gold.forecast}. */
    public static Dataset<Row> forecasts(Dataset<Row> results) {
        return inlined(results, FORECASTS, ForecastTable.SPEC);
    }

    /**
     * {@code gold.forecast}: the new rows, and of those before the ones that no new forecast of the same series, origin,
     * vintage and model takes the place of.
     *
     * @param inScope which of the rows before are of series that were forecast now; they are no longer the current ones
     */
    public static Dataset<Row> withEarlier(Dataset<Row> forecasts, Dataset<Row> before, Column inScope) {
        Dataset<Row> made =
                forecasts.select(SERIES_KEY, ORIGIN, VINTAGE, MODEL_REQUESTED).distinct();
        return before.join(made, made.columns(), "left_anti")
                .withColumn(IS_CURRENT, col(IS_CURRENT).and(not(inScope)))
                .select(ForecastTable.SPEC.select())
                .unionByName(forecasts);
    }

    /** {@code gold.backtest}: forecasts replayed, and those of earlier runs whose values have come. */
    public static Dataset<Row> backtests(Dataset<Row> results, Dataset<Row> before, Dataset<Row> observations) {
        return inlined(results, BACKTESTS, BacktestTable.SPEC).unionByName(published(before, observations));
    }

    /** Forecasts of earlier runs beside what came; of several models those of the one that counted. */
    static Dataset<Row> published(Dataset<Row> before, Dataset<Row> observations) {
        Dataset<Row> came = observations
                .where(col(OBS_VALUE).isNotNull())
                .select(col(SERIES_KEY), col(PERIOD_INDEX), col(OBS_VALUE).as(BacktestTable.ACTUAL));
        return before.where(
                        col(IS_SELECTED).and(col(HORIZON).gt(0)).and(col(MEAN).isNotNull()))
                .join(came, new String[] {SERIES_KEY, PERIOD_INDEX})
                .withColumn(BacktestTable.KIND, lit(BacktestTable.PUBLISHED))
                .withColumn(AccuracyTable.MODEL, col(MODEL_USED))
                .withColumn(BacktestTable.FORECAST, col(MEAN))
                .withColumn(BacktestTable.ERROR, col(BacktestTable.ACTUAL).minus(col(MEAN)))
                .withColumn(BacktestTable.NAIVE, lit(null))
                .withColumn(
                        BacktestTable.IS_COVERED,
                        col(BacktestTable.ACTUAL).between(col(ForecastTable.LO95), col(ForecastTable.HI95)))
                .dropDuplicates(BacktestTable.SPEC.key().toArray(String[]::new))
                .select(BacktestTable.SPEC.select());
    }

    /** {@code gold.accuracy}. */
    public static Dataset<Row> accuracies(Dataset<Row> results) {
        return inlined(results, ACCURACIES, AccuracyTable.SPEC);
    }

    private static Dataset<Row> inlined(Dataset<Row> results, String column, TableSpec table) {
        return results.selectExpr("inline(" + column + ")").select(table.select());
    }
}
