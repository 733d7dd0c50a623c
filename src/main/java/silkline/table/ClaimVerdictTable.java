package silkline.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static silkline.table.ArticleTable.ARTICLE_ID;
import static silkline.table.ClaimCheckTable.CLAIM_HIGH;
import static silkline.table.ClaimCheckTable.CLAIM_LOW;
import static silkline.table.ClaimCheckTable.VERDICT;
import static silkline.table.ClaimTable.CLAIM_ID;
import static silkline.table.GrowthTable.REASON;
import static silkline.table.GrowthTable.SOURCE_IDS;
import static silkline.table.ObservationTable.RUN_ID;

import org.apache.spark.sql.types.StructType;

/** {@code gold.claim_verdict}: what the statistics say about each claim, all in all. */
public final class ClaimVerdictTable {
    public static final String EXPLANATION = "explanation";
    public static final String CHECKS = "checks";
    public static final String HOLDING = "holding";
    public static final String IMPLIED = "implied";

    /** One element of {@link #IMPLIED}. */
    public static final StructType IMPLIED_TYPE = new StructType()
            .add("name", StringType)
            .add("value", DoubleType)
            .add("unit", StringType)
            .add("formula", StringType);

    public static final TableSpec SPEC = TableSpec.named("gold", "claim_verdict", "claims")
            .meaning("One verdict per claim, and one row per article that states no figure.")
            .required(CLAIM_ID, StringType, "the claim; the article where it states no figure")
            .required(ARTICLE_ID, StringType, "the article")
            .required(VERDICT, StringType, "supported, consistent, contradicted, not_checkable, open or no_claim")
            .optional(
                    REASON,
                    StringType,
                    "why it is not checkable: OUT_OF_SCOPE, NO_SERIES, PERIOD_MISSING, BASE_MISSING, TOTAL_MISSING, BASE_UNKNOWN, ONLY_STATEMENTS")
            .optional(CLAIM_LOW, DoubleType, "lower end of what the claim allows, in base units; null: none")
            .optional(CLAIM_HIGH, DoubleType, "upper end; null: none")
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
