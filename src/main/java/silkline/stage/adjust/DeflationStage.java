package silkline.stage.adjust;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static silkline.table.gold.GrowthTable.REASON;
import static silkline.table.gold.GrowthTable.SOURCE_IDS;
import static silkline.table.gold.RealValueTable.PRICE_INDEX;
import static silkline.table.gold.RealValueTable.PRICE_SERIES_ID;
import static silkline.table.gold.RealValueTable.REAL_VALUE;
import static silkline.table.gold.RealValueTable.REAL_YOY_RATIO;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.COUNTERPART_AREA;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FLOW;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.PRICES;
import static silkline.table.silver.SeriesTable.REF_AREA;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import silkline.series.SeriesId;
import silkline.stage.GrowthColumns;
import silkline.stage.PeriodColumns;
import silkline.stage.RunContext;
import silkline.table.gold.RealValueTable;

/** Amounts in the prices of another time; what was published stays beside them. */
public final class DeflationStage {
    private static final String PRICE_INDICATOR = "price_index";
    private static final String DOMESTIC = "XDC";
    private static final String DOLLAR = "USD";
    private static final String UNITED_STATES = "USA";

    private DeflationStage() {}

    /** The series that prices are from; without any there is nothing to deflate by. */
    public static Column isPriceIndex() {
        return col(INDICATOR).equalTo(PRICE_INDICATOR).and(col(UNIT_MEASURE).equalTo("IX"));
    }

    /**
     * {@code gold.real_value}; {@code observations} has one row per series and period. An index of exports or imports
     * deflates that flow; one without a flow all amounts in the area's own currency, which is that of its exchange rate.
     * Of several indices the one of the flow goes first, then the one with the first id.
     */
    public static Dataset<Row> realValues(
            Dataset<Row> observations, Dataset<Row> series, Set<String> currencies, RunContext run) {
        Dataset<Row> pairs = pairs(series, currencies);
        Dataset<Row> indices = observations.select(
                col(SERIES_KEY).as("index_key"),
                col(PERIOD_INDEX),
                col(OBS_VALUE).as(PRICE_INDEX));
        Column real = when(
                col(PRICE_INDEX).gt(0), col(OBS_VALUE).divide(col(PRICE_INDEX)).multiply(100));
        Column perYear = PeriodColumns.perYear(col(FREQ));
        WindowSpec sameSeason = Window.partitionBy(col(SERIES_KEY), pmod(col(PERIOD_INDEX), perYear))
                .orderBy(col(PERIOD_INDEX));
        Column isYearAgo =
                col(PERIOD_INDEX).minus(lag(PERIOD_INDEX, 1).over(sameSeason)).equalTo(perYear);
        return observations
                .where(col(OBS_VALUE).isNotNull())
                .select(SERIES_KEY, TIME_PERIOD, PERIOD_INDEX, OBS_VALUE)
                .join(broadcast(pairs), SERIES_KEY)
                .join(indices, new String[] {"index_key", PERIOD_INDEX}, "left")
                .withColumn(REAL_VALUE, real)
                .withColumn(
                        REAL_YOY_RATIO,
                        when(
                                isYearAgo,
                                GrowthColumns.relativeChange(lag(REAL_VALUE, 1).over(sameSeason), col(REAL_VALUE))))
                .withColumn(REASON, when(col(REAL_VALUE).isNull(), "INDEX_MISSING"))
                .withColumn(SOURCE_IDS, array_distinct(array(col(DATASET_ID), col("index_dataset"))))
                .withColumn(RUN_ID, lit(run.runId()))
                .select(RealValueTable.SPEC.select());
    }

    /** Each series of amounts with the one index that suits it. */
    private static Dataset<Row> pairs(Dataset<Row> series, Set<String> currencies) {
        Dataset<Row> indices = series.where(isPriceIndex())
                .select(
                        col(REF_AREA),
                        col(FREQ),
                        col(FLOW).as("index_flow"),
                        col(SERIES_KEY).as("index_key"),
                        col(SERIES_ID).as(PRICE_SERIES_ID),
                        col(DATASET_ID).as("index_dataset"));
        Dataset<Row> own = series.where(col(INDICATOR)
                        .equalTo("fx_rate")
                        .and(col(COUNTERPART_AREA).equalTo(UNITED_STATES)))
                .select(col(REF_AREA), col(UNIT_MEASURE).as("own_currency"))
                .distinct();
        Column isOwn = col(UNIT_MEASURE)
                .equalTo(DOMESTIC)
                .or(col(UNIT_MEASURE).equalTo(coalesce(col("own_currency"), lit(""))))
                .or(col(UNIT_MEASURE).equalTo(DOLLAR).and(col(REF_AREA).equalTo(UNITED_STATES)));
        Column isOfFlow = col("index_flow").equalTo(col(FLOW)).and(col(FLOW).notEqual(SeriesId.NOT_APPLICABLE));
        Column isOfAll = col("index_flow").equalTo(SeriesId.NOT_APPLICABLE).and(isOwn);
        Column index = struct(col("index_key"), col(PRICE_SERIES_ID), col("index_dataset"));
        return series.where(col(UNIT_MEASURE)
                        .isInCollection(currencies)
                        .and(col(PRICES).equalTo("V"))
                        .and(col(INDICATOR).notEqual("fx_rate")))
                .join(broadcast(indices), new String[] {REF_AREA, FREQ})
                .join(broadcast(own), new String[] {REF_AREA}, "left")
                .where(isOfFlow.or(isOfAll))
                .groupBy(SERIES_KEY, SERIES_ID, FREQ, UNIT_MEASURE, DATASET_ID)
                .agg(min_by(index, struct(when(isOfFlow, 0).otherwise(1), col(PRICE_SERIES_ID)))
                        .as("index"))
                .select(col(SERIES_KEY), col(SERIES_ID), col(FREQ), col(UNIT_MEASURE), col(DATASET_ID), col("index.*"));
    }
}
