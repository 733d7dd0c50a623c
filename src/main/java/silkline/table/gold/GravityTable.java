package silkline.table.gold;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static silkline.table.gold.GrowthTable.REASON;
import static silkline.table.gold.GrowthTable.SOURCE_IDS;
import static silkline.table.gold.MirrorTable.EXPORTER;
import static silkline.table.gold.MirrorTable.IMPORTER;
import static silkline.table.gold.ShareTable.VALUE;
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

/** {@code gold.gravity}: trade that size and distance would give. */
public final class GravityTable {
    public static final String KILOMETRES = "kilometres";
    public static final String EXPECTED = "expected";
    public static final String ACTUAL_TO_EXPECTED = "actual_to_expected";
    public static final String LOG_GAP = "log_gap";
    public static final String DISTANCE_ELASTICITY = "distance_elasticity";
    public static final String PAIRS = "pairs";

    public static final TableSpec SPEC = TableSpec.named("gold", "gravity", "structure")
            .meaning(
                    "Exports of each pair against what a gravity equation expects of them, in the newest period of each dataset with enough exporters; what was left out with its reason.")
            .required(DATASET_ID, StringType, "the dataset; values of several are never joined")
            .required(INDICATOR, StringType, "what is measured")
            .required(FREQ, StringType, "frequency")
            .required(PRODUCT, StringType, "product")
            .required(BASIS, StringType, "accounting basis")
            .required(UNIT_MEASURE, StringType, "unit of the values")
            .required(EXPORTER, StringType, "who sells, and reports")
            .required(IMPORTER, StringType, "who buys")
            .required(TIME_PERIOD, StringType, "the period")
            .required(PERIOD_INDEX, IntegerType, "its number within the frequency")
            .required(VALUE, DoubleType, "exports as the exporter reports them")
            .optional(KILOMETRES, DoubleType, "between the capitals, along the great circle")
            .optional(EXPECTED, DoubleType, "exports that the equation expects")
            .optional(ACTUAL_TO_EXPECTED, DoubleType, "value / expected: above 1 is over-traded")
            .optional(LOG_GAP, DoubleType, "ln(value / expected); null where nothing is sold")
            .optional(DISTANCE_ELASTICITY, DoubleType, "percent of trade per percent of distance, of all pairs")
            .required(PAIRS, LongType, "pairs that the equation was estimated from")
            .optional(REASON, StringType, "why it was left out: DISTANCE_MISSING, EXPORTER_ALONE, IMPORTER_ALONE")
            .required(SOURCE_IDS, createArrayType(StringType), "datasets that the row rests on")
            .required(RUN_ID, StringType, "the run that computed it")
            .key(DATASET_ID, INDICATOR, FREQ, PRODUCT, BASIS, UNIT_MEASURE, EXPORTER, IMPORTER, PERIOD_INDEX)
            .build();

    private GravityTable() {}
}
