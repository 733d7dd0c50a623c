package silkline.table.gold;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static silkline.table.silver.ObservationTable.OBS_STATUS;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import silkline.table.TableSpec;

/** {@code gold.conversion}: amounts in other currencies beside their value in US dollars. */
public final class ConversionTable {
    public static final String RATE = "rate";
    public static final String RATE_SERIES_ID = "rate_series_id";
    public static final String USD_VALUE = "usd_value";
    public static final String REASON = "reason";
    public static final String SOURCE_IDS = "source_ids";

    public static final TableSpec SPEC = TableSpec.named("gold", "conversion", "adjust")
            .meaning(
                    "Amounts in other currencies at current prices, as published and in US dollars at the average rate "
                            + "of their period.")
            .required(SERIES_KEY, LongType, "the series, see silver.series")
            .required(SERIES_ID, StringType, "its readable id")
            .required(TIME_PERIOD, StringType, "the period")
            .required(PERIOD_INDEX, IntegerType, "its number within the frequency")
            .required(UNIT_MEASURE, StringType, "the currency, ISO 4217")
            .optional(OBS_VALUE, DoubleType, "the value as published, in units of that currency")
            .required(OBS_STATUS, StringType, "its status")
            .optional(RATE, DoubleType, "units of the currency for one US dollar, average of the same period")
            .optional(RATE_SERIES_ID, StringType, "the series that the rate is from")
            .optional(USD_VALUE, DoubleType, "obs_value / rate, in US dollars")
            .optional(REASON, StringType, "why usd_value is null: VALUE_MISSING, RATE_MISSING")
            .required(
                    SOURCE_IDS,
                    createArrayType(StringType),
                    "datasets that the row rests on, that of the rate included")
            .required(RUN_ID, StringType, "the run that computed it")
            .key(SERIES_KEY, PERIOD_INDEX)
            .build();

    private ConversionTable() {}
}
