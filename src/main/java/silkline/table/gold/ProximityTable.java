package silkline.table.gold;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static silkline.table.gold.AdvantageTable.CLASSIFICATION;
import static silkline.table.gold.GrowthTable.REASON;
import static silkline.table.gold.GrowthTable.SOURCE_IDS;
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

/** {@code gold.proximity}: the product space, pairs of products that the same areas export. */
public final class ProximityTable {
    public static final String OTHER_PRODUCT = "other_product";
    public static final String PROXIMITY = "proximity";
    public static final String SHARED_AREAS = "shared_areas";

    public static final TableSpec SPEC = TableSpec.named("gold", "proximity", "structure")
            .meaning("Pairs of products with a proximity of at least 0.55, each once: the links of the product space.")
            .required(DATASET_ID, StringType, "the dataset; values of several are never joined")
            .required(INDICATOR, StringType, "what is measured")
            .required(FREQ, StringType, "frequency")
            .required(BASIS, StringType, "accounting basis")
            .required(UNIT_MEASURE, StringType, "unit of the values")
            .required(CLASSIFICATION, StringType, "classification and digits of its codes: HS/4")
            .required(PRODUCT, StringType, "a product")
            .required(OTHER_PRODUCT, StringType, "another whose code comes later")
            .required(TIME_PERIOD, StringType, "the period")
            .required(PERIOD_INDEX, IntegerType, "its number within the frequency")
            .required(
                    PROXIMITY,
                    DoubleType,
                    "the lower of the two chances that an area with an advantage in one has one in the other: 0.55 to 1")
            .required(SHARED_AREAS, LongType, "areas with an advantage in both: few make it chance")
            .optional(REASON, StringType, "always null: a pair without a proximity has no row")
            .required(SOURCE_IDS, createArrayType(StringType), "datasets that the row rests on")
            .required(RUN_ID, StringType, "the run that computed it")
            .key(DATASET_ID, INDICATOR, FREQ, BASIS, UNIT_MEASURE, CLASSIFICATION, PRODUCT, OTHER_PRODUCT, PERIOD_INDEX)
            .build();

    private ProximityTable() {}
}
