package silkline.table.gold;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static silkline.table.gold.GrowthTable.SOURCE_IDS;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import silkline.table.TableSpec;

/** {@code gold.growth_detail}: measures of growth that look at more than two periods, or at the total of a series. */
public final class GrowthDetailTable {
    public static final String ANNUALISED_RATIO = "annualised_ratio";
    public static final String ANNUALISED_REASON = "annualised_reason";
    public static final String ARC_RATIO = "arc_ratio";
    public static final String ARC_REASON = "arc_reason";
    public static final String ACCELERATION_PP = "acceleration_pp";
    public static final String ACCELERATION_REASON = "acceleration_reason";
    public static final String YTD_RATIO = "ytd_ratio";
    public static final String YTD_REASON = "ytd_reason";
    public static final String ROLLING_YEAR_RATIO = "rolling_year_ratio";
    public static final String ROLLING_YEAR_REASON = "rolling_year_reason";
    public static final String MOMENTUM_RATIO = "momentum_ratio";
    public static final String MOMENTUM_REASON = "momentum_reason";
    public static final String CARRY_OVER_RATIO = "carry_over_ratio";
    public static final String CARRY_OVER_REASON = "carry_over_reason";
    public static final String BASE_EFFECT = "base_effect";
    public static final String BASE_EFFECT_REASON = "base_effect_reason";
    public static final String CONTRIBUTION_PP = "contribution_pp";
    public static final String CONTRIBUTION_RESIDUAL_PP = "contribution_residual_pp";
    public static final String CONTRIBUTION_REASON = "contribution_reason";
    public static final String INDEX_VALUE = "index_value";
    public static final String INDEX_BASE_YEAR = "index_base_year";
    public static final String INDEX_REASON = "index_reason";
    public static final String TREND_5Y_RATIO = "trend_5y_ratio";
    public static final String TREND_5Y_R2 = "trend_5y_r2";
    public static final String VOLATILITY_5Y = "volatility_5y";
    public static final String TREND_5Y_REASON = "trend_5y_reason";
    public static final String TREND_10Y_RATIO = "trend_10y_ratio";
    public static final String TREND_10Y_R2 = "trend_10y_r2";
    public static final String VOLATILITY_10Y = "volatility_10y";
    public static final String TREND_10Y_REASON = "trend_10y_reason";

    private static final String SAME = "the same over ten years";

    public static final TableSpec SPEC = TableSpec.named("gold", "growth_detail", "detail")
            .meaning(
                    "Growth of each observation of the newest vintage over parts of years, against its total and along a trend; "
                            + "each number has a column that says why it is null.")
            .required(SERIES_KEY, LongType, "the series, see silver.series")
            .required(SERIES_ID, StringType, "its readable id")
            .required(TIME_PERIOD, StringType, "the period")
            .required(PERIOD_INDEX, IntegerType, "its number within the frequency")
            .optional(OBS_VALUE, DoubleType, "value, in the unit of the series")
            .optional(ANNUALISED_RATIO, DoubleType, "growth on the period before, as if it went on for a year; a ratio")
            .optional(ANNUALISED_REASON, StringType, "why it is null")
            .optional(ARC_RATIO, DoubleType, "change on the period before over the mean of both values: -2 to 2")
            .optional(ARC_REASON, StringType, "why it is null")
            .optional(
                    ACCELERATION_PP,
                    DoubleType,
                    "growth on the year before less that of the period before, in percentage points")
            .optional(ACCELERATION_REASON, StringType, "why it is null")
            .optional(
                    YTD_RATIO,
                    DoubleType,
                    "the year up to this period against the same periods of the year before, all of which are known; a ratio")
            .optional(YTD_REASON, StringType, "why it is null: PARTIAL_PERIOD where a period of the sum has no value")
            .optional(ROLLING_YEAR_RATIO, DoubleType, "the last year of periods against the year before them; a ratio")
            .optional(ROLLING_YEAR_REASON, StringType, "why it is null")
            .optional(
                    MOMENTUM_RATIO,
                    DoubleType,
                    "the last three periods against the three before, with the season in them; a ratio")
            .optional(MOMENTUM_REASON, StringType, "why it is null")
            .optional(
                    CARRY_OVER_RATIO,
                    DoubleType,
                    "how far the value lies above the mean of the year that ends with it; a ratio, 0 for yearly series")
            .optional(CARRY_OVER_REASON, StringType, "why it is null")
            .optional(
                    BASE_EFFECT,
                    DoubleType,
                    "what the change of a year ago does to growth on the year before, in log points")
            .optional(BASE_EFFECT_REASON, StringType, "why it is null")
            .optional(
                    CONTRIBUTION_PP,
                    DoubleType,
                    "percentage points that trade with the partner adds to the growth of the published total (WLD) on the year "
                            + "before; of the total its growth")
            .optional(
                    CONTRIBUTION_RESIDUAL_PP,
                    DoubleType,
                    "of a total: its growth less the contributions of all single partners, in percentage points")
            .optional(
                    CONTRIBUTION_REASON,
                    StringType,
                    "why contribution_pp is null: TOTAL_MISSING where no total is published for both periods")
            .optional(INDEX_VALUE, DoubleType, "value, with the mean of index_base_year as 100")
            .optional(INDEX_BASE_YEAR, IntegerType, "the first year whose periods are all known")
            .optional(INDEX_REASON, StringType, "why index_value is null")
            .optional(
                    TREND_5Y_RATIO,
                    DoubleType,
                    "growth a year of the line that fits the logarithms of the last five years best; a ratio")
            .optional(TREND_5Y_R2, DoubleType, "share of their variance on that line, 0 to 1; null where all are equal")
            .optional(
                    VOLATILITY_5Y,
                    DoubleType,
                    "standard deviation of the log changes from period to period in the last five years")
            .optional(TREND_5Y_REASON, StringType, "why trend_5y_ratio is null")
            .optional(TREND_10Y_RATIO, DoubleType, SAME)
            .optional(TREND_10Y_R2, DoubleType, SAME)
            .optional(VOLATILITY_10Y, DoubleType, SAME)
            .optional(TREND_10Y_REASON, StringType, "why trend_10y_ratio is null")
            .required(SOURCE_IDS, createArrayType(StringType), "datasets that the row rests on")
            .required(RUN_ID, StringType, "the run that computed it")
            .key(SERIES_KEY, PERIOD_INDEX)
            .build();

    private GrowthDetailTable() {}
}
