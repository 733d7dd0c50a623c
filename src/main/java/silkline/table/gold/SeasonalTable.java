package silkline.table.gold;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static silkline.table.gold.GrowthTable.REASON;
import static silkline.table.gold.GrowthTable.SOURCE_IDS;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import silkline.table.TableSpec;

/** {@code gold.seasonal}: monthly and quarterly series without their season. */
public final class SeasonalTable {
    public static final String METHOD = "method";
    public static final String ADJUSTED_SERIES_ID = "adjusted_series_id";
    public static final String ADJUSTED = "adjusted";
    public static final String SPECIFICATION = "specification";
    public static final String MODEL = "model";
    public static final String IS_LOGGED = "is_logged";
    public static final String OUTLIERS = "outliers";
    public static final String SEASONALITY_P_VALUE = "seasonality_p_value";
    public static final String RESIDUAL_P_VALUE = "residual_p_value";
    public static final String QUALITY_Q = "quality_q";

    public static final TableSpec SPEC = TableSpec.named("gold", "seasonal", "adjust")
            .meaning(
                    "Monthly and quarterly series, seasonally adjusted by two methods of JDemetra+; never mixed with observations.")
            .required(SERIES_KEY, LongType, "the series as observed")
            .required(SERIES_ID, StringType, "the series as observed, readable")
            .required(ADJUSTED_SERIES_ID, StringType, "the adjusted series: the same dimensions, adjustment S")
            .required(METHOD, StringType, "x13 or tramo-seats")
            .required(TIME_PERIOD, StringType, "the period; the last one where the series has no answer")
            .required(PERIOD_INDEX, IntegerType, "its number within the frequency")
            .optional(OBS_VALUE, DoubleType, "as observed, in the unit of the series")
            .optional(ADJUSTED, DoubleType, "without the season, same unit")
            .required(
                    SPECIFICATION,
                    StringType,
                    "as asked for and used: RSA3 tests for logs, finds outliers and model, no calendar")
            .optional(MODEL, StringType, "orders of the ARIMA model: (0,1,1)(0,1,1)")
            .optional(IS_LOGGED, BooleanType, "whether the season multiplies")
            .required(
                    OUTLIERS,
                    createArrayType(StringType),
                    "values set apart: AO one, LS a new level, TC a passing change")
            .optional(SEASONALITY_P_VALUE, DoubleType, "QS test that the series has no season; small: it has one")
            .optional(RESIDUAL_P_VALUE, DoubleType, "the same test of the adjusted series; small: it still has one")
            .optional(QUALITY_Q, DoubleType, "Q of the M statistics: below 1 is accepted; x13 only")
            .optional(REASON, StringType, "why there is no adjusted series: TOO_SHORT, CONSTANT, NOT_SOLVED")
            .required(SOURCE_IDS, createArrayType(StringType), "datasets that the row rests on")
            .required(RUN_ID, StringType, "the run that computed it")
            .key(SERIES_KEY, METHOD, PERIOD_INDEX)
            .build();

    private SeasonalTable() {}
}
