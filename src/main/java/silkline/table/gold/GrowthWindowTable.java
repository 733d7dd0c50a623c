package silkline.table.gold;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static silkline.table.gold.GrowthTable.REASON;
import static silkline.table.gold.GrowthTable.SOURCE_IDS;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import silkline.table.TableSpec;

/** {@code gold.growth_window}: growth over several years. */
public final class GrowthWindowTable {
    public static final String FROM_PERIOD = "from_period";
    public static final String TO_PERIOD = "to_period";
    public static final String YEARS = "years";
    public static final String FROM_VALUE = "from_value";
    public static final String TO_VALUE = "to_value";
    public static final String FOLD = "fold";
    public static final String CAGR_RATIO = "cagr_ratio";
    public static final String LOG_CHANGE_PER_YEAR = "log_change_per_year";
    public static final String DOUBLING_YEARS = "doubling_years";

    public static final TableSpec SPEC = TableSpec.named("gold", "growth_window", "growth")
            .meaning(
                    "Growth over the last 1, 3, 5, 10 and 15 years up to the last observation, and over the whole series.")
            .required(SERIES_KEY, LongType, "the series, see silver.series")
            .required(SERIES_ID, StringType, "its readable id")
            .required(FROM_PERIOD, StringType, "first period")
            .required(TO_PERIOD, StringType, "last period")
            .required(YEARS, DoubleType, "years between them")
            .optional(FROM_VALUE, DoubleType, "value at the start, in the unit of the series")
            .optional(TO_VALUE, DoubleType, "value at the end")
            .optional(FOLD, DoubleType, "end / start: 3 means tripled")
            .optional(CAGR_RATIO, DoubleType, "compound annual growth: fold^(1/years) - 1")
            .optional(LOG_CHANGE_PER_YEAR, DoubleType, "ln(fold) / years")
            .optional(DOUBLING_YEARS, DoubleType, "ln 2 / log_change_per_year; null where the series does not grow")
            .optional(REASON, StringType, "why there is no number")
            .required(SOURCE_IDS, createArrayType(StringType), "datasets that the row rests on")
            .required(RUN_ID, StringType, "the run that computed it")
            .key(SERIES_KEY, FROM_PERIOD, TO_PERIOD)
            .build();

    private GrowthWindowTable() {}
}
