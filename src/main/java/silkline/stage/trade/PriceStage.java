package silkline.stage.trade;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.xxhash64;
import static silkline.table.gold.AdvantageTable.CLASSIFICATION;
import static silkline.table.gold.GrowthTable.SOURCE_IDS;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.SeriesTable.ADJUSTMENT;
import static silkline.table.silver.SeriesTable.BASIS;
import static silkline.table.silver.SeriesTable.COUNTERPART_AREA;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FLOW;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.PRICES;
import static silkline.table.silver.SeriesTable.PRODUCT;
import static silkline.table.silver.SeriesTable.REF_AREA;
import static silkline.table.silver.SeriesTable.SERIES_KEY;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import silkline.series.FlowCode;
import silkline.stage.RunContext;
import silkline.table.gold.PriceTable;

/**
 * Prices and quantities of trade. All products of one level of a classification that a reporter trades with a partner are
 * one group: an index of prices needs them side by side.
 */
public final class PriceStage {
    /** Units that something is counted, weighed or measured in. */
    private static final List<String> QUANTITIES = List.of("KG", "T", "L", "M3", "M2", "M", "KWH", "COUNT", "HEAD");

    private static final String BASKET = "basket";
    private static final List<String> SAME =
            List.of(DATASET_ID, INDICATOR, FREQ, REF_AREA, FLOW, COUNTERPART_AREA, BASIS, CLASSIFICATION);

    private static final StructType SCHEMA = schema();

    private PriceStage() {}

    private static StructType schema() {
        Set<String> later =
                Set.of(DATASET_ID, INDICATOR, FREQ, REF_AREA, FLOW, COUNTERPART_AREA, BASIS, SOURCE_IDS, RUN_ID);
        StructType own = new StructType().add(BASKET, "bigint");
        for (StructField field : PriceTable.SPEC.fields()) {
            own = later.contains(field.name()) ? own : own.add(field.name(), field.dataType());
        }
        return own;
    }

    /** The series of quantities; without any there are no prices to find. */
    public static Column isQuantity() {
        return col(UNIT_MEASURE).isInCollection(QUANTITIES).and(col(PRODUCT).contains(":"));
    }

    /** {@code gold.price}; {@code observations} has one row per series and period. */
    public static Dataset<Row> prices(
            Dataset<Row> observations, Dataset<Row> series, Set<String> currencies, RunContext run) {
        Column scheme = substring_index(col(PRODUCT), ":", 1);
        Column digits = length(col(PRODUCT)).minus(length(scheme)).minus(1);
        Column isValue =
                col(UNIT_MEASURE).isInCollection(currencies).and(col(PRICES).notEqual("L"));
        Column[] same = SAME.stream().map(name -> col(name)).toArray(Column[]::new);
        Dataset<Row> trade = series.where(col(PRODUCT)
                        .contains(":")
                        .and(col(FLOW).isin(FlowCode.EXPORTS, FlowCode.IMPORTS))
                        .and(col(ADJUSTMENT).notEqual("S"))
                        .and(isValue.or(isQuantity())))
                .withColumn(CLASSIFICATION, concat(scheme, lit("/"), digits.cast("string")))
                .withColumn(BASKET, xxhash64(same));
        Dataset<Row> weighed = trade.where(isQuantity()).select(BASKET).distinct();
        Dataset<Row> wanted = trade.join(broadcast(weighed), new String[] {BASKET}, "left_semi");
        Column[] names = Stream.concat(Stream.of(BASKET), SAME.stream())
                .map(name -> col(name))
                .toArray(Column[]::new);
        Dataset<Row> baskets = wanted.select(names).dropDuplicates(new String[] {BASKET});
        return observations
                .where(col(OBS_VALUE).geq(0))
                .select(SERIES_KEY, PERIOD_INDEX, OBS_VALUE)
                .join(
                        broadcast(wanted.select(
                                col(SERIES_KEY),
                                col(BASKET),
                                col(FREQ),
                                col(CLASSIFICATION),
                                col(PRODUCT),
                                col(UNIT_MEASURE),
                                isQuantity().as("is_quantity"))),
                        SERIES_KEY)
                .select(BASKET, FREQ, CLASSIFICATION, PRODUCT, UNIT_MEASURE, "is_quantity", PERIOD_INDEX, OBS_VALUE)
                .groupByKey((MapFunction<Row, Long>) row -> row.getLong(0), Encoders.LONG())
                .flatMapGroups(
                        (FlatMapGroupsFunction<Long, Row, Row>)
                                (basket, rows) -> new PriceRows(basket, rows).iterator(),
                        Encoders.row(SCHEMA))
                .join(broadcast(baskets), BASKET)
                .withColumn(SOURCE_IDS, array(col(DATASET_ID)))
                .withColumn(RUN_ID, lit(run.runId()))
                .select(PriceTable.SPEC.select());
    }
}
