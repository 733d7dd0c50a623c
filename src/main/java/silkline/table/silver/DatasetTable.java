package silkline.table.silver;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static silkline.table.silver.ObservationTable.NOTE;
import static silkline.table.silver.ObservationTable.PUBLISHED_AT;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.SeriesTable.DATASET_ID;

import silkline.table.TableSpec;

/** {@code silver.dataset}: where the rows come from. */
public final class DatasetTable {
    public static final String TITLE = "title";
    public static final String PRODUCER = "producer";
    public static final String CITATION = "citation";
    public static final String URL = "url";
    public static final String LICENCE = "licence";
    public static final String ACCESSED = "accessed";
    public static final String FORMAT = "format";
    public static final String SHA256 = "sha256";
    public static final String ROWS_READ = "rows_read";
    public static final String ROWS_ACCEPTED = "rows_accepted";
    public static final String ROWS_UNCHANGED = "rows_unchanged";
    public static final String ROWS_QUARANTINED = "rows_quarantined";
    public static final String ROWS_DELETED = "rows_deleted";
    public static final String RELEASE_AT = "release_at";
    public static final String IS_COMPLETE = "is_complete";

    public static final TableSpec SPEC = TableSpec.named("silver", "dataset", "ingest")
            .meaning(
                    "One row per dataset and content: who produced it, under which licence, and what became of its rows.")
            .required(DATASET_ID, StringType, "name of its folder")
            .required(
                    PUBLISHED_AT,
                    StringType,
                    "as far as known: 2026-04-08, 2026-04, 2026, or ../2026-04-08 for on or before")
            .required(SHA256, StringType, "of the list of its files with their sha256")
            .required(TITLE, StringType, "title")
            .required(PRODUCER, StringType, "who publishes it")
            .optional(CITATION, StringType, "how to cite it")
            .optional(URL, StringType, "page of the publisher")
            .required(LICENCE, StringType, "terms of use")
            .required(ACCESSED, StringType, "day of access")
            .required(FORMAT, StringType, "format of its files")
            .optional(NOTE, StringType, "how it was selected and derived")
            .required(ROWS_READ, LongType, "rows read = accepted + unchanged + quarantined")
            .required(ROWS_ACCEPTED, LongType, "rows that were new")
            .required(ROWS_UNCHANGED, LongType, "rows that said nothing new")
            .required(ROWS_QUARANTINED, LongType, "rows that could not be used, see silver.quarantine")
            .required(ROWS_DELETED, LongType, "observations that the release no longer has; not among the rows read")
            .optional(RELEASE_AT, StringType, "newest date of publication in its rows; null for articles and claims")
            .required(IS_COMPLETE, BooleanType, "whether what is not in the release of that date is withdrawn")
            .required(RUN_ID, StringType, "the run that first read this content")
            .key(DATASET_ID, PUBLISHED_AT, SHA256)
            .build();

    private DatasetTable() {}
}
