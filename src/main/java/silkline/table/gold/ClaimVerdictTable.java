package silkline.table.gold;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static silkline.table.gold.ClaimCheckTable.CLAIM_HIGH;
import static silkline.table.gold.ClaimCheckTable.CLAIM_LOW;
import static silkline.table.gold.ClaimCheckTable.VERDICT;
import static silkline.table.gold.GrowthTable.REASON;
import static silkline.table.gold.GrowthTable.SOURCE_IDS;
import static silkline.table.silver.ArticleTable.ARTICLE_ID;
import static silkline.table.silver.ClaimTable.CLAIM_ID;
import static silkline.table.silver.ObservationTable.RUN_ID;

import org.apache.spark.sql.types.StructType;
import silkline.table.TableSpec;

/** {@code gold.claim_verdict}: what the statistics say about each claim, all in all. */
public final class ClaimVerdictTable {
    public static final String EXPLANATION = "explanation";
    public static final String VERDICT_AT_PUBLICATION = "verdict_at_publication";
    public static final String CONDITION = "condition";
    public static final String ROBUSTNESS_RATIO = "robustness_ratio";
    public static final String CHECKS = "checks";
    public static final String HOLDING = "holding";
    public static final String IMPLIED = "implied";

    /** One element of {@link #IMPLIED}. */
    public static final StructType IMPLIED_TYPE = new StructType()
            .add("name", StringType)
            .add("value", DoubleType)
            .add("low", DoubleType)
            .add("high", DoubleType)
            .add("unit", StringType)
            .add("formula", StringType);

    public static final TableSpec SPEC = TableSpec.named("gold", "claim_verdict", "claims")
            .meaning("One verdict per claim, and one row per article that states no figure.")
            .required(CLAIM_ID, StringType, "the claim; the article where it states no figure")
            .required(ARTICLE_ID, StringType, "the article")
            .required(
                    VERDICT,
                    StringType,
                    "supported, consistent, depends, contradicted, not_checkable, open or no_claim")
            .required(VERDICT_AT_PUBLICATION, StringType, "the same by what was published when the article appeared")
            .optional(
                    REASON,
                    StringType,
                    "why it is not checkable: OUT_OF_SCOPE, NO_SERIES, PERIOD_MISSING, BASE_MISSING, TOTAL_MISSING, BASE_UNKNOWN, ONLY_STATEMENTS, CONCEPT_MISMATCH, READING_UNTESTED")
            .optional(
                    CONDITION,
                    StringType,
                    "what would have to be meant or believed for it to be true, where that decides")
            .optional(
                    ROBUSTNESS_RATIO,
                    DoubleType,
                    "share of neighbouring settings (start, source, side, valuation) with the same verdict")
            .optional(CLAIM_LOW, DoubleType, "lower end of what the claim allows, in base units; null: none")
            .optional(CLAIM_HIGH, DoubleType, "upper end; null: none")
            .optional("claim_low_open", BooleanType, "whether the lower end itself is left out")
            .optional("claim_high_open", BooleanType, "whether the upper end itself is left out")
            .optional("hard_low", DoubleType, "what the words exclude under any convention: lower end; null: none")
            .optional("hard_high", DoubleType, "upper end; null: none")
            .optional("plausible_low", DoubleType, "what a reader would expect: lower end")
            .optional("plausible_high", DoubleType, "upper end")
            .required("widths_version", StringType, "version of the widths that hedges are read with")
            .required(CHECKS, IntegerType, "checks of current figures that decide something")
            .required(HOLDING, IntegerType, "how many of them it passes")
            .required(IMPLIED, createArrayType(IMPLIED_TYPE), "figures that follow from the claim without being stated")
            .required(EXPLANATION, StringType, "one sentence")
            .required(SOURCE_IDS, createArrayType(StringType), "datasets that the row rests on")
            .required(RUN_ID, StringType, "the run that computed it")
            .key(CLAIM_ID)
            .build();

    private ClaimVerdictTable() {}
}
