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
import static silkline.table.silver.SeriesTable.COUNTERPART_AREA;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.PRODUCT;
import static silkline.table.silver.SeriesTable.REF_AREA;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import silkline.table.TableSpec;

/** {@code gold.balance}: exports against imports. */
public final class BalanceTable {
    public static final String EXPORTS = "exports";
    public static final String IMPORTS = "imports";
    public static final String BALANCE = "balance";
    public static final String NORMALISED_BALANCE_RATIO = "normalised_balance_ratio";
    public static final String GRUBEL_LLOYD_RATIO = "grubel_lloyd_ratio";
    public static final String MARKETS = "markets";
    public static final String IMPORTERS = "importers";
    public static final String PENETRATION_RATIO = "penetration_ratio";
    public static final String GDP = "gdp";
    public static final String OPENNESS_RATIO = "openness_ratio";

    public static final TableSpec SPEC = TableSpec.named("gold", "balance", "structure")
            .meaning(
                    "Exports and imports with each partner and the world, and what they say: balance, overlap, openness, markets reached.")
            .required(DATASET_ID, StringType, "the dataset; values of several are never joined")
            .required(INDICATOR, StringType, "what is measured")
            .required(FREQ, StringType, "frequency")
            .required(PRODUCT, StringType, "product")
            .required(BASIS, StringType, "accounting basis")
            .required(UNIT_MEASURE, StringType, "unit of the values")
            .required(REF_AREA, StringType, "who reports")
            .required(COUNTERPART_AREA, StringType, "with whom; WLD: the world")
            .required(TIME_PERIOD, StringType, "the period")
            .required(PERIOD_INDEX, IntegerType, "its number within the frequency")
            .optional(EXPORTS, DoubleType, "exports")
            .optional(IMPORTS, DoubleType, "imports")
            .optional(BALANCE, DoubleType, "exports - imports")
            .optional(NORMALISED_BALANCE_RATIO, DoubleType, "(exports - imports) / (exports + imports): -1 to 1")
            .optional(
                    GRUBEL_LLOYD_RATIO,
                    DoubleType,
                    "1 - |exports - imports| / (exports + imports): 0 one way, 1 both ways alike; intra-industry trade where the row is of one product")
            .optional(MARKETS, LongType, "partners with exports; row WLD only")
            .optional(
                    IMPORTERS,
                    LongType,
                    "areas other than the reporter that import the product, by any report of the dataset; row WLD only")
            .optional(PENETRATION_RATIO, DoubleType, "markets / importers: export market penetration; row WLD only")
            .optional(GDP, DoubleType, "gross domestic product at current prices in the same unit; row WLD only")
            .optional(OPENNESS_RATIO, DoubleType, "(exports + imports) / gdp; row WLD only")
            .optional(REASON, StringType, "what is missing: SIDE_MISSING, BOTH_ZERO")
            .required(SOURCE_IDS, createArrayType(StringType), "datasets that the row rests on")
            .required(RUN_ID, StringType, "the run that computed it")
            .key(DATASET_ID, INDICATOR, FREQ, PRODUCT, BASIS, UNIT_MEASURE, REF_AREA, COUNTERPART_AREA, PERIOD_INDEX)
            .build();

    private BalanceTable() {}
}
