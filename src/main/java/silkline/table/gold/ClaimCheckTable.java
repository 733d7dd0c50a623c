package silkline.table.gold;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static silkline.table.gold.GrowthTable.REASON;
import static silkline.table.gold.GrowthTable.SOURCE_IDS;
import static silkline.table.silver.ClaimTable.CLAIM_ID;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.SERIES_ID;

import silkline.table.TableSpec;

/** {@code gold.claim_check}: every series that speaks about a claim. */
public final class ClaimCheckTable {
    public static final String CHECK_NUMBER = "check_number";
    public static final String READING = "reading";
    public static final String KNOWN = "known";
    public static final String SIDE = "side";
    public static final String BASE_PERIOD = "base_period";
    public static final String CHANGE = "change";
    public static final String SHARE_OF = "share_of";
    public static final String VINTAGE = "vintage";
    public static final String IS_CURRENT = "is_current";
    public static final String CLAIM_LOW = "claim_low";
    public static final String CLAIM_HIGH = "claim_high";
    public static final String OFFICIAL = "official_value";
    public static final String GAP_RATIO = "gap_ratio";
    public static final String VERDICT = "verdict";

    public static final TableSpec SPEC = TableSpec.named("gold", "claim_check", "claims")
            .meaning("Each claim against each series that speaks about it, by reading and vintage.")
            .required(CLAIM_ID, StringType, "the claim")
            .required(CHECK_NUMBER, IntegerType, "number of the check within the claim")
            .required(READING, StringType, "how the claim is read: whose figures, against which base")
            .required(
                    KNOWN, StringType, "when the figure was believed: now, at_publication of the article, or otherwise")
            .required(SIDE, StringType, "whose figure it is: reporter or partner")
            .optional(BASE_PERIOD, StringType, "period compared with, for ratios")
            .optional(CHANGE, StringType, "of an increase 'by' a factor, whether it is taken as by or to")
            .optional(SHARE_OF, StringType, "indicator of the total, for shares")
            .required(SERIES_ID, StringType, "the series; derived ones (turnover, groups) are rows of gold.share")
            .required(VINTAGE, StringType, "when its figures were published")
            .required(IS_CURRENT, BooleanType, "whether they are what is believed now; only these decide the verdict")
            .required(TIME_PERIOD, StringType, "period of the official figure")
            .optional(CLAIM_LOW, DoubleType, "lower end of what the claim allows, in base units; null: none")
            .optional(CLAIM_HIGH, DoubleType, "upper end; null: none")
            .optional(
                    OFFICIAL,
                    DoubleType,
                    "the official figure in base units: dollars, ratios, factors; of another concept in the unit of its series")
            .optional(GAP_RATIO, DoubleType, "official / stated - 1")
            .required(VERDICT, StringType, "supported, contradicted, not_checkable or open")
            .optional(
                    REASON,
                    StringType,
                    "why it is not checkable: PERIOD_MISSING, BASE_MISSING, TOTAL_MISSING, CONCEPT_MISMATCH")
            .required(SOURCE_IDS, createArrayType(StringType), "datasets that the row rests on")
            .required(RUN_ID, StringType, "the run that computed it")
            .key(CLAIM_ID, CHECK_NUMBER)
            .build();

    private ClaimCheckTable() {}
}
