package silkline.table.silver;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static silkline.table.silver.ObservationTable.INGESTED_AT;
import static silkline.table.silver.ObservationTable.PUBLISHED_AT;
import static silkline.table.silver.ObservationTable.PUBLISHED_PRECISION;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import silkline.table.TableSpec;

/**
 * {@code silver.confirmation}: which values a vintage only repeats. Without it, a release that comes in late could not be
 * told from one that a later release took back.
 */
public final class ConfirmationTable {
    public static final String PERIODS = "periods";

    public static final TableSpec SPEC = TableSpec.named("silver", "confirmation", "ingest")
            .meaning(
                    "One row per series and vintage that repeats values: they are not stored again, but were still so.")
            .required(SERIES_KEY, LongType, "the series, see silver.series")
            .required(DATASET_ID, StringType, "its dataset")
            .required(PUBLISHED_AT, DateType, "last day on which the vintage can have been published")
            .required(PUBLISHED_PRECISION, StringType, "how well that is known: day, month, year, by (on or before)")
            .required(PERIODS, createArrayType(IntegerType), "period_index of each value that is repeated, ascending")
            .required(INGESTED_AT, TimestampType, "when it came into this lake")
            .required(RUN_ID, StringType, "the run that brought it")
            .key(SERIES_KEY, PUBLISHED_AT, PUBLISHED_PRECISION, RUN_ID)
            .build();

    private ConfirmationTable() {}
}
