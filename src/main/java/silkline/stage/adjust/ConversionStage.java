package silkline.stage.adjust;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static silkline.table.gold.ConversionTable.RATE;
import static silkline.table.gold.ConversionTable.RATE_SERIES_ID;
import static silkline.table.gold.ConversionTable.REASON;
import static silkline.table.gold.ConversionTable.SOURCE_IDS;
import static silkline.table.gold.ConversionTable.USD_VALUE;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.SeriesTable.COUNTERPART_AREA;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.PRICES;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import silkline.stage.RunContext;
import silkline.table.gold.ConversionTable;

/**
 * Amounts in other currencies in US dollars. What is converted stays beside what it became, with the rate and where that is
 * from: a converted value was published by nobody, so it is no observation.
 */
public final class ConversionStage {
    /** The indicator of exchange rates: units of the currency for one US dollar, as an average of the period. */
    private static final String FX_RATE = "fx_rate";

    private static final String DOLLAR = "USD";
    private static final String DOLLAR_AREA = "USA";
    private static final String CURRENT_PRICES = "V";
    private static final String RATE_DATASET = "rate_dataset";

    private ConversionStage() {}

    /**
     * {@code gold.conversion}; {@code observations} has one row per series and period, {@code currencies} are the codes of
     * units that are money. Where several series have a rate for a period, that with the first id is taken.
     */
    public static Dataset<Row> conversions(
            Dataset<Row> observations, Dataset<Row> series, Set<String> currencies, RunContext run) {
        Dataset<Row> amounts = broadcast(series.where(col(UNIT_MEASURE)
                        .isInCollection(currencies)
                        .and(col(UNIT_MEASURE).notEqual(DOLLAR))
                        .and(col(PRICES).equalTo(CURRENT_PRICES))
                        .and(col(INDICATOR).notEqual(FX_RATE)))
                .select(SERIES_KEY, SERIES_ID, FREQ, UNIT_MEASURE, DATASET_ID));
        Column isOf = col(OBS_VALUE).isNotNull();
        return observations
                .join(amounts, SERIES_KEY)
                .join(rates(observations, series), new String[] {UNIT_MEASURE, FREQ, PERIOD_INDEX}, "left")
                .withColumn(USD_VALUE, col(OBS_VALUE).divide(col(RATE)))
                .withColumn(
                        REASON,
                        when(isOf.and(col(RATE).isNotNull()), lit(null))
                                .otherwise(when(isOf, "RATE_MISSING").otherwise("VALUE_MISSING")))
                .withColumn(SOURCE_IDS, array_distinct(array_compact(array(col(DATASET_ID), col(RATE_DATASET)))))
                .withColumn(RUN_ID, lit(run.runId()))
                .select(ConversionTable.SPEC.select());
    }

    /** One rate per currency, frequency and period. */
    private static Dataset<Row> rates(Dataset<Row> observations, Dataset<Row> series) {
        Dataset<Row> ofRates = broadcast(series.where(col(INDICATOR)
                        .equalTo(FX_RATE)
                        .and(col(COUNTERPART_AREA).equalTo(DOLLAR_AREA)))
                .select(SERIES_KEY, SERIES_ID, FREQ, UNIT_MEASURE, DATASET_ID));
        Column rate = struct(
                col(OBS_VALUE).as(RATE),
                col(SERIES_ID).as(RATE_SERIES_ID),
                col(DATASET_ID).as(RATE_DATASET));
        return observations
                .where(col(OBS_VALUE).gt(0))
                .join(ofRates, SERIES_KEY)
                .groupBy(UNIT_MEASURE, FREQ, PERIOD_INDEX)
                .agg(min_by(rate, col(SERIES_ID)).as(RATE))
                .select(col(UNIT_MEASURE), col(FREQ), col(PERIOD_INDEX), col("rate.*"));
    }
}
