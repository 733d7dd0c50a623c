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
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.PRODUCT;
import static silkline.table.silver.SeriesTable.REF_AREA;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import silkline.table.TableSpec;

/** {@code gold.market_share}: why exports changed. */
public final class MarketShareTable {
    public static final String CHANGE = "change";
    public static final String GROWTH = "growth";
    public static final String STRUCTURE = "structure";
    public static final String COMPETITIVENESS = "competitiveness";
    public static final String UNKNOWN = "unknown";
    public static final String RESIDUAL = "residual";
    public static final String COVERED_RATIO = "covered_ratio";

    public static final TableSpec SPEC = TableSpec.named("gold", "market_share", "structure")
            .meaning(
                    "Constant market shares: change of exports on the year before by growth of all markets, choice of markets, competitiveness, and markets whose imports the dataset does not know.")
            .required(DATASET_ID, StringType, "the dataset; values of several are never joined")
            .required(INDICATOR, StringType, "what is measured")
            .required(FREQ, StringType, "frequency")
            .required(PRODUCT, StringType, "product")
            .required(BASIS, StringType, "accounting basis")
            .required(UNIT_MEASURE, StringType, "unit of the values")
            .required(REF_AREA, StringType, "who exports")
            .required(TIME_PERIOD, StringType, "the period")
            .required(PERIOD_INDEX, IntegerType, "its number within the frequency")
            .optional(CHANGE, DoubleType, "change of the exports to single partners")
            .optional(GROWTH, DoubleType, "had exports to each market grown as all markets together")
            .optional(STRUCTURE, DoubleType, "that its markets grew faster or slower than all")
            .optional(COMPETITIVENESS, DoubleType, "beyond constant shares in each market")
            .optional(UNKNOWN, DoubleType, "change of exports to markets without known imports")
            .optional(RESIDUAL, DoubleType, "change minus the four parts; rounding only")
            .optional(
                    COVERED_RATIO,
                    DoubleType,
                    "share of the exports a year before that went to markets with known imports")
            .optional(REASON, StringType, "why there is no number: BASE_MISSING, MARKETS_UNKNOWN")
            .required(SOURCE_IDS, createArrayType(StringType), "datasets that the row rests on")
            .required(RUN_ID, StringType, "the run that computed it")
            .key(DATASET_ID, INDICATOR, FREQ, PRODUCT, BASIS, UNIT_MEASURE, REF_AREA, PERIOD_INDEX)
            .build();

    private MarketShareTable() {}
}
