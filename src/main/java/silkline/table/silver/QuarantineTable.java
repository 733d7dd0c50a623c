package silkline.table.silver;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.SeriesTable.DATASET_ID;

import silkline.table.TableSpec;

/** {@code silver.quarantine}: rows that could not be used. */
public final class QuarantineTable {
    public static final String FILE = "file";
    public static final String LINE = "line";
    public static final String RULE = "rule";
    public static final String MESSAGE = "message";
    public static final String RAW = "raw";

    public static final TableSpec SPEC = TableSpec.named("silver", "quarantine", "ingest")
            .meaning(
                    "Rows of the current datasets that could not be used, with the reason; each ingest replaces those of the datasets it reads.")
            .required(DATASET_ID, StringType, "the dataset")
            .required(FILE, StringType, "file within the dataset")
            .required(LINE, LongType, "line of a text file, row of a Parquet file, counted from 1")
            .required(RULE, StringType, "which rule it broke")
            .required(MESSAGE, StringType, "what is wrong with it")
            .optional(RAW, StringType, "the row as read")
            .required(RUN_ID, StringType, "the run that read it")
            .key(DATASET_ID, FILE, LINE)
            .build();

    private QuarantineTable() {}
}
