package silkline.table.gold;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static silkline.table.gold.GrowthTable.REASON;
import static silkline.table.gold.GrowthTable.SOURCE_IDS;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.BASIS;
import static silkline.table.silver.SeriesTable.COUNTERPART_AREA;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.REF_AREA;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import silkline.table.TableSpec;

/** {@code gold.similarity}: how alike and how fitting the trade of two areas is. */
public final class SimilarityTable {
    public static final String CLASSIFICATION = "classification";
    public static final String FINGER_KREININ = "finger_kreinin";
    public static final String COMPLEMENTARITY = "complementarity";

    public static final TableSpec SPEC = TableSpec.named("gold", "similarity", "structure")
            .meaning("Two areas: overlap of what they export, and of what one exports with what the other imports.")
            .required(DATASET_ID, StringType, "the dataset; values of several are never joined")
            .required(INDICATOR, StringType, "what is measured")
            .required(FREQ, StringType, "frequency")
            .required(BASIS, StringType, "accounting basis")
            .required(UNIT_MEASURE, StringType, "unit of the values")
            .required(CLASSIFICATION, StringType, "classification and digits of its codes: HS/4")
            .required(REF_AREA, StringType, "one area, the exporter of complementarity")
            .required(COUNTERPART_AREA, StringType, "the other, the importer of complementarity")
            .required(TIME_PERIOD, StringType, "the period")
            .required(PERIOD_INDEX, IntegerType, "its number within the frequency")
            .optional(FINGER_KREININ, DoubleType, "sum of the smaller of the two shares in exports: 0 to 1")
            .optional(
                    COMPLEMENTARITY,
                    DoubleType,
                    "1 - half the sum of the distances of export and import shares: 0 to 1; null where the other does not report imports")
            .optional(REASON, StringType, "why there is no number: SIDE_MISSING (no imports of the counterpart)")
            .required(SOURCE_IDS, createArrayType(StringType), "datasets that the row rests on")
            .required(RUN_ID, StringType, "the run that computed it")
            .key(
                    DATASET_ID,
                    INDICATOR,
                    FREQ,
                    BASIS,
                    UNIT_MEASURE,
                    CLASSIFICATION,
                    REF_AREA,
                    COUNTERPART_AREA,
                    PERIOD_INDEX)
            .build();

    private SimilarityTable() {}
}
