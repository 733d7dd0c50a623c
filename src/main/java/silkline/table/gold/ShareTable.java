package silkline.table.gold;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static silkline.table.gold.GrowthTable.REASON;
import static silkline.table.gold.GrowthTable.SOURCE_IDS;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.PUBLISHED_AT;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.BASIS;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FLOW;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.PRODUCT;
import static silkline.table.silver.SeriesTable.REF_AREA;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import silkline.table.TableSpec;

/** {@code gold.share}: what each partner or group is of a country's trade. */
public final class ShareTable {
    public static final String BY = "by";
    public static final String MEMBER = "member";
    public static final String VALUE = "value";
    public static final String TOTAL = "total";
    public static final String DENOMINATOR = "denominator";
    public static final String SHARE_RATIO = "share_ratio";
    public static final String SHARE_CHANGE_PP = "share_change_pp";
    public static final String CHANGE_BY_OWN_PP = "change_by_own_pp";
    public static final String CHANGE_BY_OTHERS_PP = "change_by_others_pp";
    public static final String RANK = "rank";
    public static final String PARTS = "parts";
    public static final String PARTS_EXPECTED = "parts_expected";

    /** Values of {@link #BY}. */
    public static final String BY_PARTNER = "partner";

    public static final String BY_GROUP = "partner_group";

    /** Values of {@link #DENOMINATOR}. */
    public static final String PUBLISHED_TOTAL = "published_total";

    public static final String SUM_OF_PARTS = "sum_of_parts";

    public static final TableSpec SPEC = TableSpec.named("gold", "share", "shares")
            .meaning("Trade with each partner and group of partners, and its share of the reporter's total.")
            .required(DATASET_ID, StringType, "the dataset; values of several are never added")
            .required(INDICATOR, StringType, "what is measured")
            .required(FREQ, StringType, "frequency")
            .required(REF_AREA, StringType, "who reports")
            .required(FLOW, StringType, "X exports, M imports, T turnover")
            .required(PRODUCT, StringType, "product")
            .required(BASIS, StringType, "accounting basis")
            .required(UNIT_MEASURE, StringType, "unit of value and total")
            .required(BY, StringType, "partner or partner_group")
            .required(MEMBER, StringType, "the partner (WLD: the total itself) or the group")
            .required(TIME_PERIOD, StringType, "the period")
            .required(PERIOD_INDEX, IntegerType, "its number within the frequency")
            .optional(VALUE, DoubleType, "trade with the member")
            .optional(TOTAL, DoubleType, "trade with the world")
            .optional(DENOMINATOR, StringType, "which total: published_total, or sum_of_parts where none is published")
            .optional(SHARE_RATIO, DoubleType, "value / total")
            .optional(SHARE_CHANGE_PP, DoubleType, "change against the year before, in percentage points")
            .optional(CHANGE_BY_OWN_PP, DoubleType, "what of the change the member's own growth makes")
            .optional(CHANGE_BY_OTHERS_PP, DoubleType, "what of the change the growth of the total makes")
            .optional(RANK, IntegerType, "1 is the largest partner; null for groups and totals")
            .required(PARTS, LongType, "number of figures in value")
            .required(PARTS_EXPECTED, LongType, "number of figures that a complete value would have")
            .required(PUBLISHED_AT, DateType, "newest publication among its inputs")
            .optional(
                    REASON,
                    StringType,
                    "why there is no number, or what it lacks: SIDE_MISSING, MEMBERS_MISSING, TOTAL_MISSING, TOTAL_ZERO")
            .required(SOURCE_IDS, createArrayType(StringType), "datasets that the row rests on")
            .required(RUN_ID, StringType, "the run that computed it")
            .constraint("share_within_bounds", "share_ratio IS NULL OR share_ratio >= 0")
            .key(DATASET_ID, INDICATOR, FREQ, REF_AREA, FLOW, PRODUCT, BASIS, UNIT_MEASURE, BY, MEMBER, PERIOD_INDEX)
            .build();

    private ShareTable() {}
}
