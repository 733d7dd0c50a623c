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
import static silkline.table.silver.SeriesTable.FLOW;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.PRODUCT;
import static silkline.table.silver.SeriesTable.REF_AREA;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import silkline.table.TableSpec;

/** {@code gold.concentration}: how much of a country's trade lies with few partners. */
public final class ConcentrationTable {
    public static final String PARTNERS = "partners";
    public static final String HHI = "hhi";
    public static final String HHI_NORMALISED = "hhi_normalised";
    public static final String EFFECTIVE_NUMBER = "effective_number";
    public static final String HHI_UNCTAD = "hhi_unctad";
    public static final String ENTROPY = "entropy";
    public static final String THEIL = "theil";
    public static final String HHI_LOW = "hhi_low";
    public static final String HHI_HIGH = "hhi_high";
    public static final String TOP_PARTNER = "top_partner";
    public static final String TOP_SHARE_RATIO = "top_share_ratio";

    public static final TableSpec SPEC = TableSpec.named("gold", "concentration", "shares")
            .meaning("Concentration of a country's trade over its partners; shares are of the sum of the partners.")
            .required(DATASET_ID, StringType, "the dataset")
            .required(INDICATOR, StringType, "what is measured")
            .required(FREQ, StringType, "frequency")
            .required(REF_AREA, StringType, "who reports")
            .required(FLOW, StringType, "X exports, M imports, T turnover")
            .required(PRODUCT, StringType, "product")
            .required(BASIS, StringType, "accounting basis")
            .required(UNIT_MEASURE, StringType, "unit")
            .required(TIME_PERIOD, StringType, "the period")
            .required(PERIOD_INDEX, IntegerType, "its number within the frequency")
            .required(PARTNERS, LongType, "partners with a positive value")
            .optional(HHI, DoubleType, "Herfindahl-Hirschman index: sum of squared shares, 0 to 1")
            .optional(HHI_NORMALISED, DoubleType, "(hhi - 1/n) / (1 - 1/n); null for one partner")
            .optional(EFFECTIVE_NUMBER, DoubleType, "1 / hhi: as many equal partners give the same hhi")
            .optional(HHI_UNCTAD, DoubleType, "(sqrt(hhi) - sqrt(1/n)) / (1 - sqrt(1/n)); null for one partner")
            .optional(ENTROPY, DoubleType, "minus the sum of s ln s over the shares, in nats: 0 to ln n")
            .optional(THEIL, DoubleType, "ln n - entropy: 0 where all are equal")
            .optional(
                    HHI_LOW,
                    DoubleType,
                    "least hhi of the published total, its rest spread over partners without number")
            .optional(HHI_HIGH, DoubleType, "largest hhi of the published total, its rest with one more partner")
            .optional(TOP_PARTNER, StringType, "the largest partner")
            .optional(TOP_SHARE_RATIO, DoubleType, "its share")
            .optional(REASON, StringType, "why there is no number")
            .required(SOURCE_IDS, createArrayType(StringType), "datasets that the row rests on")
            .required(RUN_ID, StringType, "the run that computed it")
            .key(DATASET_ID, INDICATOR, FREQ, REF_AREA, FLOW, PRODUCT, BASIS, UNIT_MEASURE, PERIOD_INDEX)
            .build();

    private ConcentrationTable() {}
}
