package silkline.table.audit;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static silkline.table.silver.ObservationTable.RUN_ID;

import silkline.table.TableSpec;

/** {@code audit.run}: what was run, and what became of the rows. */
public final class RunTable {
    public static final String STEP = "step";
    public static final String COMMAND = "command";
    public static final String STARTED_AT = "started_at";
    public static final String SECONDS = "seconds";
    public static final String ROWS_READ = "rows_read";
    public static final String ROWS_WRITTEN = "rows_written";
    public static final String ROWS_UNCHANGED = "rows_unchanged";
    public static final String ROWS_QUARANTINED = "rows_quarantined";
    public static final String SETTINGS = "settings";
    public static final String VERSION = "version";

    public static final TableSpec SPEC = TableSpec.named("audit", "run", "run")
            .meaning("One row per run and step that ended; rows read = written + unchanged + quarantined for ingest.")
            .required(RUN_ID, StringType, "the run")
            .required(STEP, StringType, "dataset of an ingest, table of another step")
            .required(COMMAND, StringType, "the command")
            .required(STARTED_AT, TimestampType, "when the run started")
            .required(SECONDS, DoubleType, "how long the step took")
            .optional(ROWS_READ, LongType, "rows read, for ingest")
            .required(ROWS_WRITTEN, LongType, "rows written")
            .optional(ROWS_UNCHANGED, LongType, "rows that said nothing new, for ingest")
            .optional(ROWS_QUARANTINED, LongType, "rows that could not be used, for ingest")
            .required(SETTINGS, StringType, "the effective configuration, as JSON")
            .required(VERSION, StringType, "versions of Silkline, Spark and Java")
            .key(RUN_ID, COMMAND, STEP)
            .build();

    private RunTable() {}
}
