package silkline.table.gold;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static silkline.table.gold.GrowthTable.REASON;
import static silkline.table.gold.GrowthTable.SOURCE_IDS;
import static silkline.table.gold.ShareTable.DENOMINATOR;
import static silkline.table.gold.ShareTable.SHARE_RATIO;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.BASIS;
import static silkline.table.silver.SeriesTable.COUNTERPART_AREA;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.PRODUCT;
import static silkline.table.silver.SeriesTable.REF_AREA;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import silkline.table.TableSpec;

/** {@code gold.intensity}: how much partners trade beyond what their sizes give. */
public final class IntensityTable {
    public static final String WORLD_SHARE_RATIO = "world_share_ratio";
    public static final String INTENSITY = "intensity";
    public static final String COVERED_RATIO = "covered_ratio";

    public static final TableSpec SPEC = TableSpec.named("gold", "intensity", "structure")
            .meaning(
                    "Trade intensity of a reporter with each partner: share in its exports against share in the exports of the world. Where a dataset has no world, one row a reporter says so.")
            .required(DATASET_ID, StringType, "the dataset; values of several are never joined")
            .required(INDICATOR, StringType, "what is measured")
            .required(FREQ, StringType, "frequency")
            .required(PRODUCT, StringType, "product")
            .required(BASIS, StringType, "accounting basis")
            .required(UNIT_MEASURE, StringType, "unit of the values")
            .required(REF_AREA, StringType, "who reports")
            .required(COUNTERPART_AREA, StringType, "with whom; WLD where there is no world to compare with")
            .required(TIME_PERIOD, StringType, "the period")
            .required(PERIOD_INDEX, IntegerType, "its number within the frequency")
            .optional(SHARE_RATIO, DoubleType, "share of the partner in the exports of the reporter")
            .optional(WORLD_SHARE_RATIO, DoubleType, "share of the partner in the exports of the world")
            .optional(INTENSITY, DoubleType, "share_ratio / world_share_ratio; 1 is as the world")
            .optional(
                    DENOMINATOR,
                    StringType,
                    "which world: published_world, or sum_of_reporters where these make at least 95 % of it")
            .optional(
                    COVERED_RATIO,
                    DoubleType,
                    "share of the reported exports that goes to areas that report themselves")
            .optional(REASON, StringType, "why there is no number: WORLD_INCOMPLETE, TOTAL_MISSING")
            .required(SOURCE_IDS, createArrayType(StringType), "datasets that the row rests on")
            .required(RUN_ID, StringType, "the run that computed it")
            .key(DATASET_ID, INDICATOR, FREQ, PRODUCT, BASIS, UNIT_MEASURE, REF_AREA, COUNTERPART_AREA, PERIOD_INDEX)
            .build();

    private IntensityTable() {}
}
