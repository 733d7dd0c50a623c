package silkline.table.gold;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static silkline.table.gold.GrowthTable.REASON;
import static silkline.table.gold.GrowthTable.SOURCE_IDS;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.BASIS;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import silkline.table.TableSpec;

/** {@code gold.complexity}: economic complexity of areas and products. */
public final class ComplexityTable {
    public static final String CLASSIFICATION = "classification";
    public static final String KIND = "kind";
    public static final String CODE = "code";
    public static final String COMPLEXITY = "complexity";
    public static final String LINKS = "links";
    public static final String AREAS_KEPT = "areas_kept";
    public static final String PRODUCTS_KEPT = "products_kept";

    public static final TableSpec SPEC = TableSpec.named("gold", "complexity", "structure")
            .meaning(
                    "Economic complexity: ECI of areas, PCI of products, after areas without an advantage and products without an area are left out.")
            .required(DATASET_ID, StringType, "the dataset; values of several are never joined")
            .required(INDICATOR, StringType, "what is measured")
            .required(FREQ, StringType, "frequency")
            .required(BASIS, StringType, "accounting basis")
            .required(UNIT_MEASURE, StringType, "unit of the values")
            .required(CLASSIFICATION, StringType, "classification and digits of its codes: HS/4")
            .required(KIND, StringType, "area or product")
            .required(CODE, StringType, "the area or product")
            .required(TIME_PERIOD, StringType, "the period")
            .required(PERIOD_INDEX, IntegerType, "its number within the frequency")
            .optional(
                    COMPLEXITY,
                    DoubleType,
                    "ECI or PCI: deviations from the mean ECI in units of its standard deviation")
            .required(
                    LINKS,
                    LongType,
                    "products in which the area has rca of at least 1 (diversity); areas that have it in the product (ubiquity)")
            .required(AREAS_KEPT, LongType, "areas that are in the index")
            .required(PRODUCTS_KEPT, LongType, "products that are in the index")
            .optional(REASON, StringType, "why there is no number: NO_ADVANTAGE (left out), TOO_FEW, DISCONNECTED, TIE")
            .required(SOURCE_IDS, createArrayType(StringType), "datasets that the row rests on")
            .required(RUN_ID, StringType, "the run that computed it")
            .key(DATASET_ID, INDICATOR, FREQ, BASIS, UNIT_MEASURE, CLASSIFICATION, KIND, CODE, PERIOD_INDEX)
            .build();

    private ComplexityTable() {}
}
