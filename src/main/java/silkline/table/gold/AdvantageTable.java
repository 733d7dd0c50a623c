package silkline.table.gold;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static silkline.table.gold.GrowthTable.REASON;
import static silkline.table.gold.GrowthTable.SOURCE_IDS;
import static silkline.table.gold.ShareTable.DENOMINATOR;
import static silkline.table.gold.ShareTable.SHARE_RATIO;
import static silkline.table.gold.ShareTable.VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.BASIS;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.PRODUCT;
import static silkline.table.silver.SeriesTable.REF_AREA;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import silkline.table.TableSpec;

/** {@code gold.advantage}: what an area sells more of than the world. */
public final class AdvantageTable {
    public static final String CLASSIFICATION = "classification";
    public static final String WORLD_SHARE_RATIO = "world_share_ratio";
    public static final String RCA = "rca";
    public static final String RSCA = "rsca";
    public static final String DENSITY = "density";
    public static final String REPORTERS = "reporters";

    public static final TableSpec SPEC = TableSpec.named("gold", "advantage", "structure")
            .meaning(
                    "Revealed comparative advantage of each area in each product of one classification and number of digits, from exports to the world.")
            .required(DATASET_ID, StringType, "the dataset; values of several are never joined")
            .required(INDICATOR, StringType, "what is measured")
            .required(FREQ, StringType, "frequency")
            .required(BASIS, StringType, "accounting basis")
            .required(UNIT_MEASURE, StringType, "unit of the values")
            .required(CLASSIFICATION, StringType, "classification and digits of its codes: HS/4")
            .required(REF_AREA, StringType, "who exports")
            .required(PRODUCT, StringType, "product")
            .required(TIME_PERIOD, StringType, "the period")
            .required(PERIOD_INDEX, IntegerType, "its number within the frequency")
            .optional(VALUE, DoubleType, "exports of the product; null where none is reported")
            .optional(SHARE_RATIO, DoubleType, "share in the exports of the area, the sum of its products")
            .optional(WORLD_SHARE_RATIO, DoubleType, "share of the area in the exports of the product by the world")
            .optional(RCA, DoubleType, "(x / X) / (w / W): 1 is as the world (Balassa)")
            .optional(RSCA, DoubleType, "(rca - 1) / (rca + 1)")
            .optional(DENSITY, DoubleType, "how near the area is to the product, 0 to 1, by products exported together")
            .required(DENOMINATOR, StringType, "which world: published_world or sum_of_reporters")
            .required(REPORTERS, LongType, "areas in the dataset and period")
            .optional(REASON, StringType, "why there is no number: NOT_REPORTED, WORLD_MISSING")
            .required(SOURCE_IDS, createArrayType(StringType), "datasets that the row rests on")
            .required(RUN_ID, StringType, "the run that computed it")
            .key(DATASET_ID, INDICATOR, FREQ, BASIS, UNIT_MEASURE, CLASSIFICATION, REF_AREA, PRODUCT, PERIOD_INDEX)
            .build();

    private AdvantageTable() {}
}
