package silkline.table.gold;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static silkline.table.gold.AccuracyTable.MODEL;
import static silkline.table.gold.ForecastTable.HI95;
import static silkline.table.gold.ForecastTable.HORIZON;
import static silkline.table.gold.ForecastTable.LO95;
import static silkline.table.gold.ForecastTable.ORIGIN;
import static silkline.table.gold.ForecastTable.VINTAGE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import silkline.table.TableSpec;

/** {@code gold.backtest}: forecasts beside what came. */
public final class BacktestTable {
    public static final String KIND = "kind";
    public static final String ACTUAL = "actual";
    public static final String FORECAST = "forecast";
    public static final String ERROR = "error";
    public static final String NAIVE = "naive";
    public static final String IS_COVERED = "is_covered";

    /** Made anew at an earlier origin, from what is believed now. */
    public static final String REPLAYED = "replayed";
    /** Made by an earlier run, before the value came. */
    public static final String PUBLISHED = "published";

    public static final TableSpec SPEC = TableSpec.named("gold", "backtest", "forecast")
            .meaning(
                    "Forecasts by the models asked for beside what came: those replayed at earlier origins, and those that earlier"
                            + " runs published.")
            .required(SERIES_KEY, LongType, "the series, see silver.series")
            .required(SERIES_ID, StringType, "its readable id")
            .required(
                    KIND, StringType, "replayed at an earlier origin on the values believed now, or published by a run")
            .required(MODEL, StringType, "the model")
            .required(ORIGIN, StringType, "the last period that the model saw")
            .required(VINTAGE, StringType, "the last publication among the observations it was made from")
            .required(HORIZON, IntegerType, "periods ahead, from 1")
            .required(TIME_PERIOD, StringType, "the period forecast")
            .required(PERIOD_INDEX, IntegerType, "its number within the frequency")
            .required(ACTUAL, DoubleType, "the value believed now, in the unit of the series")
            .required(FORECAST, DoubleType, "the point forecast, in the unit of the series")
            .optional(LO95, DoubleType, "lower end of the 95 percent interval")
            .optional(HI95, DoubleType, "upper end of the 95 percent interval")
            .required(ERROR, DoubleType, "actual less forecast")
            .optional(NAIVE, DoubleType, "what the (seasonal) naive model says at the same origin; replayed ones only")
            .optional(IS_COVERED, BooleanType, "whether the value lies within the 95 percent interval")
            .required(RUN_ID, StringType, "the run that made the forecast")
            .key(SERIES_KEY, KIND, MODEL, ORIGIN, VINTAGE, HORIZON)
            .build();

    private BacktestTable() {}
}
