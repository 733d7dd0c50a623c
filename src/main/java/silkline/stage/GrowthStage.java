package silkline.stage;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.when;
import static silkline.table.GrowthTable.LOG_CHANGE;
import static silkline.table.GrowthTable.POP_RATIO;
import static silkline.table.GrowthTable.PREVIOUS_VALUE;
import static silkline.table.GrowthTable.REASON;
import static silkline.table.GrowthTable.SOURCE_IDS;
import static silkline.table.GrowthTable.YEAR_AGO_VALUE;
import static silkline.table.GrowthTable.YOY_RATIO;
import static silkline.table.GrowthTable.YOY_REASON;
import static silkline.table.GrowthWindowTable.CAGR_RATIO;
import static silkline.table.GrowthWindowTable.DOUBLING_YEARS;
import static silkline.table.GrowthWindowTable.FOLD;
import static silkline.table.GrowthWindowTable.FROM_PERIOD;
import static silkline.table.GrowthWindowTable.FROM_VALUE;
import static silkline.table.GrowthWindowTable.LOG_CHANGE_PER_YEAR;
import static silkline.table.GrowthWindowTable.TO_PERIOD;
import static silkline.table.GrowthWindowTable.TO_VALUE;
import static silkline.table.GrowthWindowTable.YEARS;
import static silkline.table.ObservationTable.OBS_STATUS;
import static silkline.table.ObservationTable.OBS_VALUE;
import static silkline.table.ObservationTable.PERIOD_INDEX;
import static silkline.table.ObservationTable.RUN_ID;
import static silkline.table.ObservationTable.TIME_PERIOD;
import static silkline.table.SeriesTable.DATASET_ID;
import static silkline.table.SeriesTable.FREQ;
import static silkline.table.SeriesTable.SERIES_ID;
import static silkline.table.SeriesTable.SERIES_KEY;
import static silkline.table.SeriesTable.UNIT_MEASURE;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import silkline.growth.Reason;
import silkline.series.Frequency;
import silkline.table.GrowthTable;
import silkline.table.GrowthWindowTable;

/** Growth of every series. */
public final class GrowthStage {
    /** Years that {@code gold.growth_window} looks back from the last observation. */
    static final List<Integer> WINDOWS = List.of(1, 3, 5, 10, 15);

    /** Units whose values are rates already; the indices here have the year before as 100. */
    static final List<String> RATES = List.of("PCT", "FACTOR", "IX");

    private static final String BREAK_STATUS = "B";
    private static final String PER_YEAR = "per_year";
    private static final String PREVIOUS_INDEX = "previous_index";
    private static final String YEAR_AGO_INDEX = "year_ago_index";
    private static final String LAST_BREAK = "last_break";
    private static final String LAST_INDEX = "last_index";
    private static final String FROM_INDEX = "from_index";

    private GrowthStage() {}

    /** {@code gold.growth} of the newest vintage; {@code observations} has one row per series and period. */
    public static Dataset<Row> growth(Dataset<Row> observations, Dataset<Row> series, RunContext run) {
        Dataset<Row> rows = withSeries(observations, series);
        // The row before is the only one that can be the period before; whether it is, its index says.
        WindowSpec inOrder = Window.partitionBy(SERIES_KEY).orderBy(PERIOD_INDEX);
        WindowSpec sameSeason = Window.partitionBy(col(SERIES_KEY), pmod(col(PERIOD_INDEX), col(PER_YEAR)))
                .orderBy(col(PERIOD_INDEX));
        return rows.withColumn(PREVIOUS_INDEX, lag(PERIOD_INDEX, 1).over(inOrder))
                .withColumn(PREVIOUS_VALUE, lag(OBS_VALUE, 1).over(inOrder))
                .withColumn(LAST_BREAK, lastBreak().over(inOrder))
                .withColumn(YEAR_AGO_INDEX, lag(PERIOD_INDEX, 1).over(sameSeason))
                .withColumn(YEAR_AGO_VALUE, lag(OBS_VALUE, 1).over(sameSeason))
                .withColumn(PREVIOUS_VALUE, when(isBefore(PREVIOUS_INDEX, lit(1)), col(PREVIOUS_VALUE)))
                .withColumn(YEAR_AGO_VALUE, when(isBefore(YEAR_AGO_INDEX, col(PER_YEAR)), col(YEAR_AGO_VALUE)))
                .withColumn(
                        REASON,
                        coalesce(
                                when(col(FREQ).equalTo(Frequency.RANGE.code()), Reason.NO_PREVIOUS_PERIOD.name()),
                                breaks(lit(1)),
                                reason(col(PREVIOUS_VALUE), col(OBS_VALUE))))
                .withColumn(YOY_REASON, coalesce(breaks(col(PER_YEAR)), reason(col(YEAR_AGO_VALUE), col(OBS_VALUE))))
                .withColumn(POP_RATIO, when(col(REASON).isNull(), relativeChange(col(PREVIOUS_VALUE), col(OBS_VALUE))))
                .withColumn(
                        YOY_RATIO, when(col(YOY_REASON).isNull(), relativeChange(col(YEAR_AGO_VALUE), col(OBS_VALUE))))
                .withColumn(LOG_CHANGE, when(col(REASON).isNull(), logChange(col(PREVIOUS_VALUE), col(OBS_VALUE))))
                .withColumn(SOURCE_IDS, array(col(DATASET_ID)))
                .withColumn(RUN_ID, lit(run.runId()))
                .select(GrowthTable.SPEC.select());
    }

    /** {@code gold.growth_window}: from so many years back, and from the first observation, to the last. */
    public static Dataset<Row> windows(Dataset<Row> observations, Dataset<Row> series, RunContext run) {
        Dataset<Row> rows = withSeries(observations, series)
                .where(col(OBS_VALUE).isNotNull().and(col(FREQ).notEqual(Frequency.RANGE.code())));
        Dataset<Row> ends = rows.groupBy(SERIES_KEY, SERIES_ID, DATASET_ID, PER_YEAR, UNIT_MEASURE)
                .agg(
                        min(PERIOD_INDEX).as("first_index"),
                        max(PERIOD_INDEX).as(LAST_INDEX),
                        max_by(col(TIME_PERIOD), col(PERIOD_INDEX)).as(TO_PERIOD),
                        max_by(col(OBS_VALUE), col(PERIOD_INDEX)).as(TO_VALUE),
                        lastBreak().as(LAST_BREAK));
        Column[] starts = new Column[WINDOWS.size() + 1];
        for (int i = 0; i < WINDOWS.size(); i++) {
            starts[i] = col(LAST_INDEX).minus(col(PER_YEAR).multiply(WINDOWS.get(i)));
        }
        starts[WINDOWS.size()] = col("first_index");
        Dataset<Row> windows = ends.withColumn(FROM_INDEX, explode(array_distinct(array(starts))))
                .where(col(FROM_INDEX)
                        .geq(col("first_index"))
                        .and(col(FROM_INDEX).lt(col(LAST_INDEX))));
        Dataset<Row> from = rows.select(
                col(SERIES_KEY).as("from_key"),
                col(PERIOD_INDEX).as(FROM_INDEX),
                col(TIME_PERIOD).as(FROM_PERIOD),
                col(OBS_VALUE).as(FROM_VALUE));
        Column found = windows.col(SERIES_KEY)
                .equalTo(from.col("from_key"))
                .and(windows.col(FROM_INDEX).equalTo(from.col(FROM_INDEX)));
        Column years = col(LAST_INDEX).minus(windows.col(FROM_INDEX)).divide(col(PER_YEAR));
        return windows.join(from, found)
                .withColumn(YEARS, years)
                .withColumn(
                        REASON,
                        coalesce(
                                when(col(LAST_BREAK).gt(windows.col(FROM_INDEX)), Reason.BREAK.name()),
                                reason(col(FROM_VALUE), col(TO_VALUE))))
                .withColumn(FOLD, when(col(REASON).isNull(), fold(col(FROM_VALUE), col(TO_VALUE))))
                .withColumn(
                        CAGR_RATIO, pow(col(FOLD), lit(1).divide(col(YEARS))).minus(1))
                .withColumn(
                        LOG_CHANGE_PER_YEAR,
                        when(col(REASON).isNull(), logChange(col(FROM_VALUE), col(TO_VALUE)))
                                .divide(col(YEARS)))
                .withColumn(
                        DOUBLING_YEARS,
                        when(col(LOG_CHANGE_PER_YEAR).gt(0), lit(Math.log(2)).divide(col(LOG_CHANGE_PER_YEAR))))
                .withColumn(SOURCE_IDS, array(col(DATASET_ID)))
                .withColumn(RUN_ID, lit(run.runId()))
                .select(GrowthWindowTable.SPEC.select());
    }

    private static Dataset<Row> withSeries(Dataset<Row> observations, Dataset<Row> series) {
        return observations
                .select(SERIES_KEY, TIME_PERIOD, PERIOD_INDEX, OBS_VALUE, OBS_STATUS)
                .join(series.select(SERIES_KEY, SERIES_ID, FREQ, UNIT_MEASURE, DATASET_ID), SERIES_KEY)
                .withColumn(PER_YEAR, PeriodColumns.perYear(col(FREQ)));
    }

    private static Column isBefore(String index, Column lag) {
        return col(PERIOD_INDEX).minus(col(index)).equalTo(lag);
    }

    private static Column lastBreak() {
        return max(when(col(OBS_STATUS).equalTo(BREAK_STATUS), col(PERIOD_INDEX)));
    }

    /** BREAK where one lies within the last {@code periods}. */
    private static Column breaks(Column periods) {
        return when(col(LAST_BREAK).gt(col(PERIOD_INDEX).minus(periods)), Reason.BREAK.name());
    }

    /** Column twin of {@link Reason#of}; null where there is an answer. */
    static Column reason(Column from, Column to) {
        return when(to.isNull(), Reason.VALUE_MISSING.name())
                .when(col(UNIT_MEASURE).isInCollection(RATES), Reason.ALREADY_A_RATE.name())
                .when(from.isNull(), Reason.BASE_MISSING.name())
                .when(from.equalTo(0), Reason.BASE_ZERO.name())
                .when(from.lt(0).or(to.lt(0)), Reason.SIGN_CHANGE.name());
    }

    /** Column twin of {@link silkline.growth.Growth#relativeChange}. */
    static Column relativeChange(Column from, Column to) {
        return fold(from, to).minus(1);
    }

    /** Column twin of {@link silkline.growth.Growth#fold}. */
    static Column fold(Column from, Column to) {
        return when(from.gt(0).and(to.geq(0)), to.divide(from));
    }

    /** Column twin of {@link silkline.growth.Growth#logChange}. */
    static Column logChange(Column from, Column to) {
        return when(from.gt(0).and(to.gt(0)), log(to.divide(from)));
    }
}
