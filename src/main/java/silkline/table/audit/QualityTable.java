package silkline.table.audit;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.SeriesTable.DATASET_ID;

import org.apache.spark.sql.types.DataTypes;
import silkline.table.TableSpec;

/** {@code audit.quality}: what became of the rules of ingest. */
public final class QualityTable {
    public static final String RULE = "rule";
    public static final String SEVERITY = "severity";
    public static final String STATUS = "status";
    public static final String CHECKED = "checked";
    public static final String BROKEN = "broken";
    public static final String BROKEN_RATIO = "broken_ratio";
    public static final String EXAMPLES = "examples";
    public static final String MESSAGE = "message";
    public static final String LIMIT = "rule_limit";
    public static final String CHECKED_AT = "checked_at";

    public static final TableSpec SPEC = TableSpec.named("audit", "quality", "ingest")
            .meaning("One row per ingest, dataset and rule: how often the rule was checked and broken.")
            .required(RUN_ID, StringType, "the run")
            .required(DATASET_ID, StringType, "the dataset")
            .required(RULE, StringType, "the rule; src/docs/quality.md says what each asks")
            .required(SEVERITY, StringType, "what breaking it does: off, warn, quarantine or fail")
            .required(STATUS, StringType, "passed, broken or skipped (nothing to check, or off)")
            .required(CHECKED, LongType, "how many rows, values, series or totals it was held against")
            .required(BROKEN, LongType, "how many of them broke it")
            .optional(BROKEN_RATIO, DoubleType, "broken to checked; null where nothing was checked")
            .required(
                    EXAMPLES,
                    DataTypes.createArrayType(StringType),
                    "the heaviest breaks, at most five: series, period and figures")
            .required(MESSAGE, StringType, "the result in words")
            .optional(LIMIT, DoubleType, "the limit used, in the unit that src/docs/quality.md gives; null without one")
            .required(CHECKED_AT, TimestampType, "when the run started")
            .constraint("broken_within_checked", BROKEN + " <= " + CHECKED)
            .key(RUN_ID, DATASET_ID, RULE)
            .build();

    private QualityTable() {}
}
