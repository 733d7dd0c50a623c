package silkline.table.gold;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static silkline.table.silver.ObservationTable.RUN_ID;

import silkline.table.TableSpec;

/** {@code gold.claim_conflict}: claims that do not go together. */
public final class ClaimConflictTable {
    public static final TableSpec SPEC = TableSpec.named("gold", "claim_conflict", "claims")
            .meaning(
                    "Claims, within an article and across articles, that do not go together, by the fewest that show it.")
            .required("conflict_number", IntegerType, "number of the conflict within the run")
            .required("rule", StringType, "contradiction, premature, repeated or two_meanings")
            .required(
                    "strength",
                    StringType,
                    "hard: by the words alone; by_widths: with the widths that hedges are read with; hint: worth a look")
            .required("claim_ids", createArrayType(StringType), "the fewest claims that show it")
            .optional(
                    "identities", StringType, "what must hold between their quantities; null where nothing is computed")
            .required("explanation", StringType, "one sentence")
            .required(RUN_ID, StringType, "the run that computed it")
            .key("conflict_number")
            .build();

    private ClaimConflictTable() {}
}
