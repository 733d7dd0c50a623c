package silkline.stage.trade;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.xxhash64;
import static silkline.series.SeriesId.WORLD;
import static silkline.table.gold.AdvantageTable.CLASSIFICATION;
import static silkline.table.gold.GrowthTable.SOURCE_IDS;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
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
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import silkline.claim.Facts;
import silkline.series.FlowCode;
import silkline.stage.PeriodColumns;
import silkline.stage.RunContext;
import silkline.table.TableSpec;

/**
 * Trade that may be compared across reporters: a panel is what one dataset says of one indicator, frequency, basis and unit, for one
 * product ({@link #ofPartners}) or for all products of one level of a classification ({@link #ofProducts}).
 */
final class Panels {
    static final String PANEL_KEY = "panel_key";

    private static final List<String> PARTNER_PANEL =
            List.of(DATASET_ID, INDICATOR, FREQ, PRODUCT, BASIS, UNIT_MEASURE);
    private static final List<String> PRODUCT_PANEL =
            List.of(DATASET_ID, INDICATOR, FREQ, CLASSIFICATION, BASIS, UNIT_MEASURE);

    private final Dataset<Row> series;
    private final List<String> dimensions;

    private Panels(Dataset<Row> series, List<String> dimensions) {
        Column[] columns = dimensions.stream().map(name -> col(name)).toArray(Column[]::new);
        this.series = series.withColumn(PANEL_KEY, xxhash64(columns));
        this.dimensions = dimensions;
    }

    /** Flows of single areas, and of the world, with single areas and the world. */
    static Panels ofPartners(Dataset<Row> series, Set<String> aggregates) {
        return new Panels(
                trade(series).where(isArea(REF_AREA, aggregates).and(isArea(COUNTERPART_AREA, aggregates))),
                PARTNER_PANEL);
    }

    /** Flows of single areas, and of the world, with the world by product; codes of one length never meet those of another. */
    static Panels ofProducts(Dataset<Row> series, Set<String> aggregates) {
        Column scheme = substring_index(col(PRODUCT), ":", 1);
        Column digits = length(col(PRODUCT)).minus(length(scheme)).minus(1);
        Dataset<Row> products = trade(series)
                .where(isArea(REF_AREA, aggregates)
                        .and(col(COUNTERPART_AREA).equalTo(WORLD))
                        .and(col(PRODUCT).contains(":")))
                .withColumn(CLASSIFICATION, concat(scheme, lit("/"), digits.cast("string")));
        return new Panels(products, PRODUCT_PANEL);
    }

    private static Dataset<Row> trade(Dataset<Row> series) {
        return series.where(col(FLOW)
                .isin(FlowCode.EXPORTS, FlowCode.IMPORTS)
                .and(col(BASIS).notEqual(Facts.STATEMENT))
                .and(col(PRICES).notEqual("L"))
                .and(col(ADJUSTMENT).notEqual("S")));
    }

    private static Column isArea(String column, Set<String> aggregates) {
        return not(col(column).isInCollection(aggregates)).or(col(column).equalTo(WORLD));
    }

    /** Known, not negative values with their panel, frequency and areas; {@code observations} has one row per series and period. */
    Dataset<Row> values(Dataset<Row> observations) {
        return observations
                .where(col(OBS_VALUE).geq(0))
                .select(SERIES_KEY, PERIOD_INDEX, OBS_VALUE)
                .join(
                        broadcast(
                                series.select(SERIES_KEY, PANEL_KEY, FREQ, REF_AREA, FLOW, COUNTERPART_AREA, PRODUCT)),
                        SERIES_KEY)
                .select(PANEL_KEY, FREQ, PERIOD_INDEX, REF_AREA, FLOW, COUNTERPART_AREA, PRODUCT, OBS_VALUE);
    }

    /** {@code results}, which have a row per panel and period, with what the panel and the period are called. */
    Dataset<Row> named(Dataset<Row> results) {
        Column[] columns = Stream.concat(Stream.of(PANEL_KEY), dimensions.stream())
                .map(name -> col(name))
                .toArray(Column[]::new);
        Dataset<Row> panels = series.select(columns).dropDuplicates(new String[] {PANEL_KEY});
        return results.join(broadcast(panels), PANEL_KEY)
                .withColumn(TIME_PERIOD, PeriodColumns.text(col(FREQ), col(PERIOD_INDEX)));
    }

    /** The rows of a table that {@link #named} results hold as an array in {@code column}. */
    static Dataset<Row> table(Dataset<Row> named, String column, TableSpec table, RunContext run) {
        return named.selectExpr("*", "inline(" + column + ")")
                .withColumn(SOURCE_IDS, array(col(DATASET_ID)))
                .withColumn(RUN_ID, lit(run.runId()))
                .select(table.select());
    }
}
