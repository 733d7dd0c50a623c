package silkline.testing.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.xxhash64;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import silkline.cli.SparkSessions;
import silkline.forecast.ForecastRequest;
import silkline.forecast.ForecastRequest.Reconciliation;
import silkline.stage.RunContext;
import silkline.stage.forecast.ForecastStage;
import silkline.stage.forecast.ReconcileStage;
import silkline.table.silver.SeriesTable;

/**
 * What forecasts that add up are worth: the stages forecast flows from several origins, once as they are and once along
 * each set of dimensions, and {@link ReconcileScore} holds all of it against what came. The work of
 * {@code jobs/measure-reconcile.sh}.
 */
public final class ReconcileMeasure {
    private static final RunContext RUN = new RunContext("measure", Instant.EPOCH, "");
    /** In front of the origin in the name of the dataset, so that each origin has series and hierarchies of its own. */
    static final String DATASET = "to-";

    private static final Map<String, String> CONSTANT = Map.of(
            SeriesTable.INDICATOR, "goods_trade",
            SeriesTable.UNIT_MEASURE, "USD",
            SeriesTable.VALUATION, "_Z",
            SeriesTable.PRICES, "V",
            SeriesTable.ADJUSTMENT, "N",
            SeriesTable.BASIS, "customs");

    private final ReconcilePanel panel;
    private final Dataset<Row> observations;
    private final Dataset<Row> series;
    private final Map<Boolean, Dataset<Row>> results = new LinkedHashMap<>();
    private final ReconcileScore score;

    private ReconcileMeasure(ReconcilePanel panel) {
        this.panel = panel;
        Dataset<Row> flows = identified(panel);
        observations = flows.where(col("period_index").leq(col(ReconcilePanel.ORIGIN)))
                .withColumn("obs_status", lit("A"))
                .withColumn("published_at", lit("2026-01-01"));
        List<Column> columns = new ArrayList<>(List.of(col(SeriesTable.SERIES_KEY), col(SeriesTable.SERIES_ID)));
        SeriesTable.DIMENSIONS.forEach(dimension -> columns.add(col(dimension)));
        series = observations.select(columns.toArray(Column[]::new)).distinct().cache();
        score = new ReconcileScore(
                panel, flows.select("series_id", "period_index", "obs_value").collectAsList());
    }

    /** Argument: the folder of official data. */
    public static void main(String[] arguments) {
        SparkSession spark = SparkSessions.open("reconcile");
        String folder = arguments[0];
        List<String> byPartner = List.of("NONE", "PARTNER", "GROUP", "PARTNER,GROUP");
        List<String> byGroup = List.of("GROUP", "PARTNER,GROUP");
        new ReconcileMeasure(ReconcilePanel.partners(spark, folder, "SPECA by partner", "AFG,AZE,KAZ,KGZ,TJK,TKM,UZB"))
                .print(byPartner, byGroup);
        new ReconcileMeasure(ReconcilePanel.partners(spark, folder, "others by partner", "CHN,DEU,JPN,KOR,RUS,TUR,USA"))
                .print(byPartner, byGroup);
        new ReconcileMeasure(ReconcilePanel.chapters(spark, folder)).print(List.of("NONE", "PRODUCT"), List.of());
        new ReconcileMeasure(ReconcilePanel.regions(spark, folder))
                .print(List.of("NONE", "PARTNER", "PRODUCT", "PARTNER,PRODUCT"), List.of());
        new ReconcileMeasure(ReconcilePanel.members(spark, folder))
                .print(
                        List.of("NONE", "TIME", "PARTNER", "GROUP", "PARTNER,TIME", "GROUP,TIME", "PARTNER,GROUP,TIME"),
                        List.of("GROUP,TIME", "PARTNER,GROUP,TIME"));
        spark.stop();
    }

    private static Dataset<Row> identified(ReconcilePanel panel) {
        Dataset<Row> flows = panel.flows()
                .withColumn(SeriesTable.FREQ, lit(panel.frequency().code()))
                .withColumn(SeriesTable.DATASET_ID, concat(lit(DATASET), col(ReconcilePanel.ORIGIN)));
        for (Map.Entry<String, String> cell : CONSTANT.entrySet()) {
            flows = flows.withColumn(cell.getKey(), lit(cell.getValue()));
        }
        Column[] dimensions =
                SeriesTable.DIMENSIONS.stream().map(name -> col(name)).toArray(Column[]::new);
        return flows.withColumn(SeriesTable.SERIES_ID, concat_ws(".", dimensions))
                .withColumn(SeriesTable.SERIES_KEY, xxhash64(col(SeriesTable.SERIES_ID)))
                .cache();
    }

    /** {@code withoutGroups}: along these too, as if nobody published groups of partners. */
    private void print(List<String> published, List<String> withoutGroups) {
        long start = System.nanoTime();
        published.forEach(along -> score.add(along, forecasts(along, series)));
        Dataset<Row> partners = series.where(not(panel.isGroup()));
        withoutGroups.forEach(along -> score.add(along + " of members alone", forecasts(along, partners)));
        score.print(System.out);
        System.out.printf("%.0f seconds%n%n", (System.nanoTime() - start) / 1e9);
        results.values().forEach(Dataset::unpersist);
    }

    private List<Row> forecasts(String along, Dataset<Row> of) {
        String horizon = panel.frequency().code() + "=" + panel.horizon();
        ForecastRequest request = ForecastRequest.parse("auto", horizon, "", along);
        Dataset<Row> apart = results.computeIfAbsent(
                request.along().contains(Reconciliation.TIME), isInTime -> ForecastStage.results(
                                observations,
                                series,
                                ForecastRequest.parse("auto", horizon, "", isInTime ? "TIME" : "NONE"),
                                RUN)
                        .cache());
        Dataset<Row> together = new ReconcileStage(request.along(), panel.areas())
                .results(apart.join(of.select(SeriesTable.SERIES_KEY), SeriesTable.SERIES_KEY), of);
        return ForecastStage.forecasts(together).where("horizon > 0").collectAsList();
    }
}
