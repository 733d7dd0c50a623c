package silkline.stage.trade;

import static org.apache.spark.sql.functions.col;
import static silkline.series.SeriesId.WORLD;
import static silkline.stage.trade.Panels.PANEL_KEY;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.SeriesTable.COUNTERPART_AREA;
import static silkline.table.silver.SeriesTable.FLOW;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.PRODUCT;
import static silkline.table.silver.SeriesTable.REF_AREA;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.KeyValueGroupedDataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import silkline.stage.RunContext;
import silkline.table.gold.AdvantageTable;
import silkline.table.gold.ComplexityTable;
import silkline.table.gold.ProximityTable;
import silkline.table.gold.SimilarityTable;
import silkline.table.silver.SeriesTable;

/**
 * Measures over the matrix of who sells what. A matrix of a panel and period is one group: advantage needs its totals,
 * complexity an eigenvector of it, density all pairs of products. It has at most some million cells (areas x products).
 */
public final class ProductStage {
    /** One product alone is all there is of it, so everyone would be as the world. */
    private static final int FEWEST_PRODUCTS = 2;

    private static final String ADVANTAGES = "advantages";
    private static final String COMPLEXITIES = "complexities";
    private static final String SIMILARITIES = "similarities";
    private static final String PROXIMITIES = "proximities";
    private static final StructType SCHEMA = new StructType()
            .add(PANEL_KEY, "bigint")
            .add(PERIOD_INDEX, "int")
            .add(ADVANTAGES, PairResults.rowsOf(AdvantageTable.SPEC, SeriesTable.REF_AREA))
            .add(COMPLEXITIES, PairResults.rowsOf(ComplexityTable.SPEC, ComplexityTable.KIND))
            .add(SIMILARITIES, PairResults.rowsOf(SimilarityTable.SPEC, SeriesTable.REF_AREA))
            .add(PROXIMITIES, PairResults.rowsOf(ProximityTable.SPEC, PRODUCT));

    private final Dataset<Row> results;

    private ProductStage(Dataset<Row> results) {
        this.results = results;
    }

    /** Whether there is any trade with the world by product. */
    public static Column isOfProducts() {
        return col(PRODUCT).contains(":").and(col(COUNTERPART_AREA).equalTo(WORLD));
    }

    /**
     * All measures at once, none for panels of fewer than two products; {@code observations} has one row per series and
     * period. To be kept: each table reads it.
     */
    public static Dataset<Row> results(Dataset<Row> observations, Dataset<Row> series, Set<String> aggregates) {
        Panels panels = Panels.ofProducts(series, aggregates);
        KeyValueGroupedDataset<Row, Row> matrices = panels.values(observations)
                .select(PANEL_KEY, FREQ, PERIOD_INDEX, REF_AREA, FLOW, PRODUCT, OBS_VALUE)
                .groupByKey(
                        (MapFunction<Row, Row>) row -> RowFactory.create(row.getLong(0), row.getInt(2)),
                        Encoders.row(new StructType().add("panel", "bigint").add("period", "int")));
        return panels.named(matrices.flatMapGroups(
                (FlatMapGroupsFunction<Row, Row, Row>) (key, rows) -> result(key.getLong(0), key.getInt(1), rows),
                Encoders.row(SCHEMA)));
    }

    private static Iterator<Row> result(long panel, int period, Iterator<Row> rows) {
        ProductMatrix matrix = new ProductMatrix();
        while (rows.hasNext()) {
            Row row = rows.next();
            matrix.put(row.getString(3), row.getString(4), row.getString(5), row.getDouble(6));
        }
        if (matrix.products().size() < FEWEST_PRODUCTS) {
            return List.<Row>of().iterator();
        }
        ProductMeasures measures = new ProductMeasures(matrix);
        return List.of(RowFactory.create(
                        panel,
                        period,
                        array(measures.advantages()),
                        array(measures.complexities()),
                        array(measures.similarities()),
                        array(measures.proximities())))
                .iterator();
    }

    private static Object[] array(List<Row> rows) {
        return rows.toArray();
    }

    /** The tables that are read off {@link #results}. */
    public static ProductStage of(Dataset<Row> results) {
        return new ProductStage(results);
    }

    public Dataset<Row> advantages(RunContext run) {
        return Panels.table(results, ADVANTAGES, AdvantageTable.SPEC, run);
    }

    public Dataset<Row> complexities(RunContext run) {
        return Panels.table(results, COMPLEXITIES, ComplexityTable.SPEC, run);
    }

    public Dataset<Row> proximities(RunContext run) {
        return Panels.table(results, PROXIMITIES, ProximityTable.SPEC, run);
    }

    public Dataset<Row> similarities(RunContext run) {
        return Panels.table(results, SIMILARITIES, SimilarityTable.SPEC, run);
    }
}
