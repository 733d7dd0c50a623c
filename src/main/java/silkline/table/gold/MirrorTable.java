package silkline.table.gold;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
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
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.PRODUCT;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import silkline.table.TableSpec;

/** {@code gold.mirror}: one trade flow as its two sides report it. */
public final class MirrorTable {
    public static final String EXPORTER = "exporter";
    public static final String IMPORTER = "importer";
    public static final String REPORTED = "reported";
    public static final String MIRRORED = "mirrored";
    public static final String BALANCED = "balanced";
    public static final String ASYMMETRY_RATIO = "asymmetry_ratio";
    public static final String CIF_FOB_RATIO = "cif_fob_ratio";
    public static final String CIF_FOB_USED = "cif_fob_used";
    public static final String EXPORTER_WEIGHT_RATIO = "exporter_weight_ratio";
    public static final String REPORTED_YOY_RATIO = "reported_yoy_ratio";
    public static final String MIRRORED_YOY_RATIO = "mirrored_yoy_ratio";
    public static final String IS_SIDE_DEPENDENT = "is_side_dependent";

    public static final TableSpec SPEC = TableSpec.named("gold", "mirror", "structure")
            .meaning(
                    "One trade flow as exporter and importer report it, side by side with a balanced value; areas that both report in the period.")
            .required(DATASET_ID, StringType, "the dataset; values of several are never joined")
            .required(INDICATOR, StringType, "what is measured")
            .required(FREQ, StringType, "frequency")
            .required(PRODUCT, StringType, "product")
            .required(BASIS, StringType, "accounting basis")
            .required(UNIT_MEASURE, StringType, "unit of the values")
            .required(EXPORTER, StringType, "who sells")
            .required(IMPORTER, StringType, "who buys")
            .required(TIME_PERIOD, StringType, "the period")
            .required(PERIOD_INDEX, IntegerType, "its number within the frequency")
            .optional(REPORTED, DoubleType, "what the exporter reports, FOB as a rule")
            .optional(MIRRORED, DoubleType, "what the importer reports, CIF as a rule")
            .optional(
                    BALANCED,
                    DoubleType,
                    "one FOB value: mean of reported and mirrored / cif_fob_used, weighted; the one side there is where there is one")
            .optional(ASYMMETRY_RATIO, DoubleType, "(reported - mirrored) / (reported + mirrored): -1 to 1")
            .optional(CIF_FOB_RATIO, DoubleType, "mirrored / reported")
            .required(
                    CIF_FOB_USED,
                    DoubleType,
                    "median cif_fob_ratio of earlier periods of the panel, held between 1 and 1.2; 1.06 until 20 pairs are known")
            .required(
                    EXPORTER_WEIGHT_RATIO,
                    DoubleType,
                    "weight of the exporter in balanced, 0 to 1, from earlier periods only")
            .optional(REPORTED_YOY_RATIO, DoubleType, "growth on the year before as the exporter reports it")
            .optional(MIRRORED_YOY_RATIO, DoubleType, "the same as the importer reports it")
            .optional(
                    IS_SIDE_DEPENDENT,
                    BooleanType,
                    "whether the two growth rates have different signs; null where one is missing")
            .optional(REASON, StringType, "which side is missing: EXPORTER_MISSING, IMPORTER_MISSING")
            .required(SOURCE_IDS, createArrayType(StringType), "datasets that the row rests on")
            .required(RUN_ID, StringType, "the run that computed it")
            .key(DATASET_ID, INDICATOR, FREQ, PRODUCT, BASIS, UNIT_MEASURE, EXPORTER, IMPORTER, PERIOD_INDEX)
            .build();

    private MirrorTable() {}
}
