package silkline.table.gold;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static silkline.table.gold.GrowthTable.REASON;
import static silkline.table.gold.GrowthTable.SOURCE_IDS;
import static silkline.table.gold.ShareTable.BY;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
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

/** {@code gold.margin}: new, lost and kept trade relations. */
public final class MarginTable {
    public static final String RELATIONS_BEFORE = "relations_before";
    public static final String RELATIONS = "relations";
    public static final String CHANGE = "change";
    public static final String ENTERED = "entered";
    public static final String LEFT = "left";
    public static final String KEPT = "kept";
    public static final String EXTENSIVE_PP = "extensive_pp";
    public static final String INTENSIVE_PP = "intensive_pp";
    public static final String RESIDUAL = "residual";

    public static final TableSpec SPEC = TableSpec.named("gold", "margin", "structure")
            .meaning(
                    "Change on the year before, by whether a relation is new, lost or kept; the parts add up to the change.")
            .required(DATASET_ID, StringType, "the dataset; values of several are never joined")
            .required(INDICATOR, StringType, "what is measured")
            .required(FREQ, StringType, "frequency")
            .required(PRODUCT, StringType, "product")
            .required(BASIS, StringType, "accounting basis")
            .required(UNIT_MEASURE, StringType, "unit of the values")
            .required(REF_AREA, StringType, "who reports")
            .required(FLOW, StringType, "X exports, M imports")
            .required(BY, StringType, "what a relation is: partner")
            .required(TIME_PERIOD, StringType, "the period")
            .required(PERIOD_INDEX, IntegerType, "its number within the frequency")
            .required(RELATIONS_BEFORE, LongType, "relations with trade a year before")
            .required(RELATIONS, LongType, "relations with trade now")
            .optional(CHANGE, DoubleType, "change of the sum")
            .optional(ENTERED, DoubleType, "trade of new relations")
            .optional(LEFT, DoubleType, "minus the trade of lost ones")
            .optional(KEPT, DoubleType, "change of kept ones: the intensive margin")
            .optional(EXTENSIVE_PP, DoubleType, "(entered + left) in percent of the sum a year before")
            .optional(INTENSIVE_PP, DoubleType, "kept in percent of the sum a year before")
            .optional(RESIDUAL, DoubleType, "change - entered - left - kept; rounding only")
            .optional(REASON, StringType, "why there is no number: BASE_MISSING")
            .required(SOURCE_IDS, createArrayType(StringType), "datasets that the row rests on")
            .required(RUN_ID, StringType, "the run that computed it")
            .key(DATASET_ID, INDICATOR, FREQ, PRODUCT, BASIS, UNIT_MEASURE, REF_AREA, FLOW, BY, PERIOD_INDEX)
            .build();

    private MarginTable() {}
}
