package silkline.table.gold;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static silkline.table.gold.GrowthTable.REASON;
import static silkline.table.gold.GrowthTable.SOURCE_IDS;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import silkline.table.TableSpec;

/** {@code gold.real_value}: amounts at current prices beside what they are in the prices of an index's base. */
public final class RealValueTable {
    public static final String PRICE_INDEX = "price_index";
    public static final String PRICE_SERIES_ID = "price_series_id";
    public static final String REAL_VALUE = "real_value";
    public static final String REAL_YOY_RATIO = "real_yoy_ratio";

    public static final TableSpec SPEC = TableSpec.named("gold", "real_value", "detail")
            .meaning("Amounts at current prices, deflated by a price index of the same area and frequency.")
            .required(SERIES_KEY, LongType, "the series, see silver.series")
            .required(SERIES_ID, StringType, "its readable id")
            .required(TIME_PERIOD, StringType, "the period")
            .required(PERIOD_INDEX, IntegerType, "its number within the frequency")
            .required(UNIT_MEASURE, StringType, "the currency")
            .required(OBS_VALUE, DoubleType, "the value at current prices")
            .optional(PRICE_INDEX, DoubleType, "the index in the period; 100 in its base")
            .required(PRICE_SERIES_ID, StringType, "the series that the index is from")
            .optional(REAL_VALUE, DoubleType, "obs_value / price_index * 100: in prices of the index's base")
            .optional(REAL_YOY_RATIO, DoubleType, "growth of real_value on the year before; a ratio")
            .optional(REASON, StringType, "why real_value is null: INDEX_MISSING")
            .required(
                    SOURCE_IDS,
                    createArrayType(StringType),
                    "datasets that the row rests on, that of the index included")
            .required(RUN_ID, StringType, "the run that computed it")
            .key(SERIES_KEY, PERIOD_INDEX)
            .build();

    private RealValueTable() {}
}
