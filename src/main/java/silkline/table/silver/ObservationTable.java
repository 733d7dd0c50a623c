package silkline.table.silver;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import silkline.table.TableSpec;

/** {@code silver.observation}: every value in every vintage. */
public final class ObservationTable {
    public static final String TIME_PERIOD = "time_period";
    public static final String PERIOD_INDEX = "period_index";
    public static final String PERIOD_START = "period_start";
    public static final String PERIOD_END = "period_end";
    public static final String OBS_VALUE = "obs_value";
    public static final String UNIT_MULT = "unit_mult";
    public static final String OBS_STATUS = "obs_status";
    public static final String PUBLISHED_AT = "published_at";
    public static final String PUBLISHED_PRECISION = "published_precision";
    public static final String IS_DELETED = "is_deleted";
    public static final String INGESTED_AT = "ingested_at";
    public static final String SOURCE_REF = "source_ref";
    public static final String NOTE = "note";
    public static final String RUN_ID = "run_id";

    public static final TableSpec SPEC = TableSpec.named("silver", "observation", "ingest")
            .meaning("One row per series, period and vintage, as published; appended, never changed.")
            .required(SERIES_KEY, LongType, "the series, see silver.series")
            .required(TIME_PERIOD, StringType, "2024, 2024-S1, 2024-Q1, 2024-01 or 2024-01/P5M")
            .required(
                    PERIOD_INDEX, IntegerType, "number of the period within its frequency; consecutive but for ranges")
            .required(PERIOD_START, DateType, "first day")
            .required(PERIOD_END, DateType, "last day")
            .optional(OBS_VALUE, DoubleType, "in units of unit_measure, unit_mult applied; null where missing")
            .required(UNIT_MULT, IntegerType, "power of ten in which the source states the value")
            .required(OBS_STATUS, StringType, "SDMX status: A normal, E estimated, P provisional, B break, M missing")
            .required(PUBLISHED_AT, DateType, "last day on which the value can have been published")
            .required(PUBLISHED_PRECISION, StringType, "how well that is known: day, month, year, by (on or before)")
            .required(IS_DELETED, BooleanType, "the source withdrew the observation at that date; its value is null")
            .required(INGESTED_AT, TimestampType, "when it came into this lake")
            .optional(SOURCE_REF, StringType, "where in the source")
            .optional(NOTE, StringType, "remark of the source or the curator")
            .required(RUN_ID, StringType, "the run that brought it")
            .constraint("value_is_a_number", "NOT isnan(obs_value)")
            .constraint("deleted_has_no_value", "NOT is_deleted OR obs_value IS NULL")
            .key(SERIES_KEY, PERIOD_INDEX, PUBLISHED_AT, PUBLISHED_PRECISION)
            .build();

    private ObservationTable() {}
}
