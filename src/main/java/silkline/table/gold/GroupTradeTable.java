package silkline.table.gold;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static silkline.table.gold.GrowthTable.REASON;
import static silkline.table.gold.GrowthTable.SOURCE_IDS;
import static silkline.table.gold.ShareTable.DENOMINATOR;
import static silkline.table.gold.ShareTable.PARTS;
import static silkline.table.gold.ShareTable.PARTS_EXPECTED;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.BASIS;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.PRODUCT;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import silkline.table.TableSpec;

/** {@code gold.group_trade}: trade inside groups of countries. */
public final class GroupTradeTable {
    public static final String AREA_GROUP = "area_group";
    public static final String INSIDE = "inside";
    public static final String TOTAL_TRADE = "total_trade";
    public static final String INTRA_SHARE_RATIO = "intra_share_ratio";
    public static final String INTROVERSION = "introversion";

    public static final TableSpec SPEC = TableSpec.named("gold", "group_trade", "structure")
            .meaning(
                    "Trade among the members of a group against all their trade, from what the members report; members by date.")
            .required(DATASET_ID, StringType, "the dataset; values of several are never joined")
            .required(INDICATOR, StringType, "what is measured")
            .required(FREQ, StringType, "frequency")
            .required(PRODUCT, StringType, "product")
            .required(BASIS, StringType, "accounting basis")
            .required(UNIT_MEASURE, StringType, "unit of the values")
            .required(AREA_GROUP, StringType, "the group")
            .required(TIME_PERIOD, StringType, "the period")
            .required(PERIOD_INDEX, IntegerType, "its number within the frequency")
            .required(PARTS, LongType, "members that report")
            .required(PARTS_EXPECTED, LongType, "members that the group had in the whole period")
            .optional(INSIDE, DoubleType, "exports and imports among the members")
            .optional(TOTAL_TRADE, DoubleType, "their exports and imports with all")
            .optional(INTRA_SHARE_RATIO, DoubleType, "inside / total_trade")
            .optional(
                    INTROVERSION, DoubleType, "symmetric trade introversion: -1 only outside, 0 neutral, 1 only inside")
            .optional(DENOMINATOR, StringType, "which world: published_world or sum_of_reporters")
            .optional(
                    REASON,
                    StringType,
                    "what is missing: MEMBERS_MISSING (not all members report), WORLD_INCOMPLETE (no introversion)")
            .required(SOURCE_IDS, createArrayType(StringType), "datasets that the row rests on")
            .required(RUN_ID, StringType, "the run that computed it")
            .key(DATASET_ID, INDICATOR, FREQ, PRODUCT, BASIS, UNIT_MEASURE, AREA_GROUP, PERIOD_INDEX)
            .build();

    private GroupTradeTable() {}
}
