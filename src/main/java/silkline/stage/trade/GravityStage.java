package silkline.stage.trade;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.max;
import static silkline.series.SeriesId.WORLD;
import static silkline.stage.TableNumbers.orNull;
import static silkline.stage.trade.Panels.PANEL_KEY;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.SeriesTable.COUNTERPART_AREA;
import static silkline.table.silver.SeriesTable.FLOW;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.PRODUCT;
import static silkline.table.silver.SeriesTable.REF_AREA;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import silkline.gravity.Sample;
import silkline.gravity.Sample.Flow;
import silkline.series.FlowCode;
import silkline.series.Frequency;
import silkline.series.Place;
import silkline.stage.RunContext;
import silkline.table.gold.GravityTable;
import silkline.table.gold.MirrorTable;

/**
 * Gravity of the newest annual matrix of each panel. The flows of one period, at most some ten thousand, are brought to
 * one place: what has to be left out depends on what is left, and the equation is estimated from all of them anyway.
 */
public final class GravityStage {
    /** With fewer the effects of the importers leave little to estimate distance from. */
    private static final int FEWEST_EXPORTERS = 5;

    private static final String ROWS = "rows";
    private static final StructType SCHEMA = new StructType()
            .add(PANEL_KEY, "bigint")
            .add(PERIOD_INDEX, "int")
            .add(ROWS, PairResults.rowsOf(GravityTable.SPEC, MirrorTable.EXPORTER));

    private GravityStage() {}

    /** Exports of the newest period with enough exporters: panel, period, exporter, importer, value; to be collected. */
    public static Dataset<Row> flows(Dataset<Row> observations, Dataset<Row> series, Set<String> aggregates) {
        Column isTotal = col(PRODUCT).isin("TOTAL", "_Z").and(col(FREQ).equalTo(Frequency.ANNUAL.code()));
        Dataset<Row> flows = Panels.ofPartners(series, aggregates)
                .values(observations)
                .where(isTotal.and(col(FLOW).equalTo(FlowCode.EXPORTS))
                        .and(col(REF_AREA).notEqual(WORLD))
                        .and(col(COUNTERPART_AREA).notEqual(WORLD))
                        .and(col(REF_AREA).notEqual(col(COUNTERPART_AREA))));
        Dataset<Row> newest = flows.groupBy(PANEL_KEY, PERIOD_INDEX)
                .agg(countDistinct(REF_AREA).as("exporters"))
                .where(col("exporters").geq(FEWEST_EXPORTERS))
                .groupBy(PANEL_KEY)
                .agg(max(PERIOD_INDEX).as(PERIOD_INDEX));
        return flows.join(newest, new String[] {PANEL_KEY, PERIOD_INDEX})
                .groupBy(PANEL_KEY, PERIOD_INDEX, REF_AREA, COUNTERPART_AREA)
                .agg(max(OBS_VALUE).as(OBS_VALUE));
    }

    /** {@code gold.gravity} from the collected {@link #flows}. */
    public static Dataset<Row> gravity(
            SparkSession spark,
            List<Row> flows,
            Map<String, Place> capitals,
            Dataset<Row> series,
            Set<String> aggregates,
            RunContext run) {
        Map<List<Number>, List<Flow>> matrices = new LinkedHashMap<>();
        for (Row row : flows) {
            String exporter = row.getString(2);
            String importer = row.getString(3);
            double kilometres = capitals.containsKey(exporter) && capitals.containsKey(importer)
                    ? capitals.get(exporter).kilometresTo(capitals.get(importer))
                    : Double.NaN;
            matrices.computeIfAbsent(List.of(row.getLong(0), row.getInt(1)), key -> new ArrayList<>())
                    .add(new Flow(exporter, importer, row.getDouble(4), kilometres));
        }
        List<Row> results = new ArrayList<>();
        matrices.forEach((key, matrix) -> results.add(
                RowFactory.create(key.get(0), key.get(1), rows(spark, matrix).toArray())));
        Dataset<Row> frame = spark.createDataFrame(results, SCHEMA);
        return Panels.table(Panels.ofPartners(series, aggregates).named(frame), ROWS, GravityTable.SPEC, run);
    }

    private static List<Row> rows(SparkSession spark, List<Flow> matrix) {
        List<Flow> inOrder = matrix.stream()
                .sorted(java.util.Comparator.comparing(Flow::exporter).thenComparing(Flow::importer))
                .toList();
        Sample sample = Sample.of(inOrder);
        List<Row> rows = new ArrayList<>();
        sample.dropped().forEach((flow, reason) -> rows.add(row(flow, Double.NaN, Double.NaN, 0, reason.name())));
        if (!sample.kept().isEmpty()) {
            GravityModel model = GravityModel.fit(spark, sample);
            long pairs = sample.kept().size();
            sample.kept().forEach(flow -> rows.add(row(flow, model.expected(flow), model.elasticity(), pairs, null)));
        }
        return rows;
    }

    private static Row row(Flow flow, double expected, double elasticity, long pairs, String reason) {
        return RowFactory.create(
                flow.exporter(),
                flow.importer(),
                flow.value(),
                orNull(flow.kilometres()),
                orNull(expected),
                orNull(flow.value() / expected),
                orNull(Math.log(flow.value() / expected)),
                orNull(elasticity),
                pairs,
                reason);
    }
}
