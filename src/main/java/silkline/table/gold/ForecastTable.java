package silkline.table.gold;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static silkline.table.gold.GrowthTable.SOURCE_IDS;
import static silkline.table.silver.ObservationTable.OBS_STATUS;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import java.util.List;
import org.apache.spark.sql.types.StructType;
import silkline.table.TableSpec;

/** {@code gold.forecast}: what models expect. */
public final class ForecastTable {
    public static final String ORIGIN = "origin";
    public static final String MODEL_REQUESTED = "model_requested";
    public static final String MODEL_USED = "model_used";
    public static final String HORIZON = "horizon";
    public static final String VINTAGE = "vintage";
    public static final String IS_SELECTED = "is_selected";
    public static final String IS_CURRENT = "is_current";
    public static final String MEAN = "mean";
    public static final String LO50 = "lo50";
    public static final String HI50 = "hi50";
    public static final String LO80 = "lo80";
    public static final String HI80 = "hi80";
    public static final String LO95 = "lo95";
    public static final String HI95 = "hi95";
    public static final String INTERVALS = "intervals";
    public static final String SHARE_RATIO = "share_ratio";
    public static final String TRAINED_FROM = "trained_from";
    public static final String OBSERVATIONS = "observations";
    public static final String FILLED = "filled";
    public static final String RECONCILED = "reconciled";
    public static final String IS_FLOORED = "is_floored";
    public static final String FALLBACK_REASON = "fallback_reason";

    /** {@link #MODEL_REQUESTED} of groups of partners that are the sum of their members. */
    public static final String GROUP = "group";

    /** {@link #MODEL_USED} of these. */
    public static final String SUM_OF_MEMBERS = "sum-of-members";

    public static final String QUARTERS = "quarters";
    public static final String YEARS = "years";
    /** {@link #MODEL_REQUESTED} of what the forecast of a series makes up. */
    public static final List<String> SUMS = List.of(QUARTERS, YEARS);

    /** One of {@link #INTERVALS}. */
    public static final StructType INTERVAL =
            new StructType().add("level", DoubleType).add("lower", DoubleType).add("upper", DoubleType);

    public static final TableSpec SPEC = TableSpec.named("gold", "forecast", "forecast")
            .meaning(
                    "The forecast of each series by the models asked for, never mixed with observations; a later origin or"
                            + " vintage leaves earlier forecasts as they are.")
            .required(SERIES_KEY, LongType, "the series, see silver.series")
            .required(SERIES_ID, StringType, "its readable id")
            .required(ORIGIN, StringType, "the last period that the model saw")
            .required(VINTAGE, StringType, "the last publication among the observations that the model saw")
            .required(
                    MODEL_REQUESTED,
                    StringType,
                    "auto: the combination of models; year-to-date: the year that its first months lead to; quarters,"
                            + " years: what the forecast adds up to, where --reconcile TIME made all three agree; group: a group of partners"
                            + " that no one publishes, which silver.series does not have, where --reconcile GROUP asked for it")
            .required(
                    MODEL_USED,
                    StringType,
                    "the model; none where there is no forecast; sum-of-members of a group; temporal- before the name where months, quarters and"
                            + " years were made to agree")
            .required(IS_SELECTED, BooleanType, "whether it is the model that counts, rather than one for comparison")
            .required(
                    IS_CURRENT, BooleanType, "whether it is of the last run; false: kept to be scored in gold.backtest")
            .required(HORIZON, IntegerType, "periods ahead, from 1; 0 on the one row of a series without a forecast")
            .optional(TIME_PERIOD, StringType, "the period forecast")
            .optional(PERIOD_INDEX, IntegerType, "its number within the frequency")
            .optional(MEAN, DoubleType, "point forecast, in the unit of the series")
            .optional(LO50, DoubleType, "lower end of the 50 percent interval")
            .optional(HI50, DoubleType, "upper end of the 50 percent interval")
            .optional(LO80, DoubleType, "lower end of the 80 percent interval")
            .optional(HI80, DoubleType, "upper end of the 80 percent interval")
            .optional(LO95, DoubleType, "lower end of the 95 percent interval")
            .optional(HI95, DoubleType, "upper end of the 95 percent interval")
            .optional(INTERVALS, createArrayType(INTERVAL), "intervals of the further levels asked for")
            .optional(SHARE_RATIO, DoubleType, "share of the forecast of the world, where --reconcile made both add up")
            .optional(
                    RECONCILED,
                    StringType,
                    "along what --reconcile made it add up: PARTNER, PRODUCT, GROUP, TIME, parted by commas; missing where"
                            + " it is the forecast of the series by itself")
            .required(OBS_STATUS, StringType, "always F, forecast")
            .optional(TRAINED_FROM, StringType, "the first period that the model saw: after the last break or long gap")
            .optional(OBSERVATIONS, IntegerType, "periods that the model saw")
            .optional(FILLED, IntegerType, "of these, missing ones that were filled in")
            .optional(IS_FLOORED, BooleanType, "whether a bound or point was raised to zero, since it is an amount")
            .optional(FALLBACK_REASON, StringType, "why the model is not the one requested, or why there is none")
            .required(SOURCE_IDS, createArrayType(StringType), "datasets that the row rests on")
            .required(RUN_ID, StringType, "the run that computed it")
            .constraint("mean_is_a_number", "mean IS NULL OR NOT isnan(mean)")
            .key(SERIES_KEY, ORIGIN, VINTAGE, MODEL_REQUESTED, HORIZON)
            .build();

    private ForecastTable() {}
}
