package silkline.table.gold;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static silkline.table.silver.ObservationTable.OBS_STATUS;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import silkline.table.TableSpec;

/** {@code gold.growth}: change against the period before and the year before. */
public final class GrowthTable {
    public static final String PREVIOUS_VALUE = "previous_value";
    public static final String YEAR_AGO_VALUE = "year_ago_value";
    public static final String POP_RATIO = "pop_ratio";
    public static final String YOY_RATIO = "yoy_ratio";
    public static final String LOG_CHANGE = "log_change";
    public static final String REASON = "reason";
    public static final String YOY_REASON = "yoy_reason";
    public static final String SOURCE_IDS = "source_ids";

    public static final TableSpec SPEC = TableSpec.named("gold", "growth", "growth")
            .meaning("Growth of each observation of the newest vintage. Ratios: 0.05 is five percent.")
            .required(SERIES_KEY, LongType, "the series, see silver.series")
            .required(SERIES_ID, StringType, "its readable id")
            .required(TIME_PERIOD, StringType, "the period")
            .required(PERIOD_INDEX, IntegerType, "its number within the frequency")
            .optional(OBS_VALUE, DoubleType, "value, in the unit of the series")
            .optional(OBS_STATUS, StringType, "its status")
            .optional(PREVIOUS_VALUE, DoubleType, "value of the period before; null in a gap")
            .optional(YEAR_AGO_VALUE, DoubleType, "value of the same period a year before")
            .optional(POP_RATIO, DoubleType, "period on period: value / previous - 1")
            .optional(YOY_RATIO, DoubleType, "year on year: value / year ago - 1")
            .optional(LOG_CHANGE, DoubleType, "ln(value / previous)")
            .optional(
                    REASON,
                    StringType,
                    "why pop_ratio is null: VALUE_MISSING, BASE_MISSING, BASE_ZERO, SIGN_CHANGE, BREAK, NO_PREVIOUS_PERIOD, ALREADY_A_RATE")
            .optional(YOY_REASON, StringType, "why yoy_ratio is null")
            .required(SOURCE_IDS, createArrayType(StringType), "datasets that the row rests on")
            .required(RUN_ID, StringType, "the run that computed it")
            .key(SERIES_KEY, PERIOD_INDEX)
            .build();

    private GrowthTable() {}
}
