package silkline.table.gold;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static silkline.table.gold.GrowthTable.REASON;
import static silkline.table.gold.GrowthTable.SOURCE_IDS;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import silkline.table.TableSpec;

/** {@code gold.revision}: how far first published values are from later ones. */
public final class RevisionTable {
    public static final String MEASURE = "measure";
    public static final String HORIZON = "horizon";
    public static final String PERIODS = "periods";
    public static final String MEAN = "mean_revision";
    public static final String MEAN_ABSOLUTE = "mean_absolute_revision";
    public static final String RELATIVE = "relative_mean_absolute_revision";
    public static final String RMSE = "rmse";
    public static final String STANDARD_DEVIATION = "standard_deviation";
    public static final String SMALLEST = "min_revision";
    public static final String LARGEST = "max_revision";
    public static final String T_STATISTIC = "t_statistic";
    public static final String P_VALUE = "p_value";
    public static final String POSITIVE_RATIO = "positive_ratio";
    public static final String SIGN_CHANGE_RATIO = "sign_change_ratio";

    /** Values of {@link #MEASURE}. */
    public static final String LEVEL = "level";

    public static final String LEVEL_RATIO = "level_ratio";
    public static final String YOY_RATIO = "yoy_ratio";

    public static final TableSpec SPEC = TableSpec.named("gold", "revision", "revisions")
            .meaning(
                    "Revisions, later - first, over the periods that were revised: of each series, and of all series of "
                            + "an indicator in a dataset (series_key null). Only vintages with a date of their own.")
            .required(DATASET_ID, StringType, "the dataset")
            .required(INDICATOR, StringType, "what is measured")
            .required(FREQ, StringType, "frequency")
            .optional(SERIES_KEY, LongType, "the series, see silver.series; null for all of the indicator")
            .optional(SERIES_ID, StringType, "its readable id")
            .required(
                    MEASURE,
                    StringType,
                    "level (unit of the series), level_ratio (later / first - 1) or yoy_ratio (growth on the year before)")
            .required(
                    HORIZON,
                    StringType,
                    "later is: 1, 2, 3 (after so many revisions), 3, 12, 24, 36 months (after the first), final (the latest)")
            .required(PERIODS, LongType, "periods that were revised and have both values")
            .required(MEAN, DoubleType, "mean of later - first, in the unit of the measure")
            .required(MEAN_ABSOLUTE, DoubleType, "mean of |later - first|")
            .optional(RELATIVE, DoubleType, "sum of |later - first| / sum of |later|, a ratio; null for level_ratio")
            .required(RMSE, DoubleType, "square root of the mean of (later - first)^2")
            .optional(STANDARD_DEVIATION, DoubleType, "of later - first; null for one period")
            .required(SMALLEST, DoubleType, "smallest later - first")
            .required(LARGEST, DoubleType, "largest later - first")
            .optional(T_STATISTIC, DoubleType, "mean revision / its HAC standard error (Newey-West)")
            .optional(P_VALUE, DoubleType, "two-sided, Student t with periods - 1 degrees of freedom")
            .required(POSITIVE_RATIO, DoubleType, "share of revisions upwards")
            .optional(SIGN_CHANGE_RATIO, DoubleType, "share where growth changed its sign; for yoy_ratio")
            .optional(REASON, StringType, "why there is no t_statistic: TOO_SHORT, NO_VARIATION, POOLED")
            .required(SOURCE_IDS, createArrayType(StringType), "datasets that the row rests on")
            .required(RUN_ID, StringType, "the run that computed it")
            .key(DATASET_ID, INDICATOR, FREQ, SERIES_ID, MEASURE, HORIZON)
            .build();

    private RevisionTable() {}
}
