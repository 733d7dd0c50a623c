package silkline.stage.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static silkline.stage.ingest.DecisionStage.OUTCOME;
import static silkline.table.silver.ObservationTable.INGESTED_AT;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.SeriesTable.COUNTERPART_AREA;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.DIMENSIONS;
import static silkline.table.silver.SeriesTable.FIRST_PERIOD;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.IS_AGGREGATE;
import static silkline.table.silver.SeriesTable.LAST_PERIOD;
import static silkline.table.silver.SeriesTable.OBSERVATIONS;
import static silkline.table.silver.SeriesTable.REF_AREA;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import silkline.stage.PeriodColumns;
import silkline.stage.RunContext;
import silkline.stage.SeriesColumns;
import silkline.table.silver.ObservationTable;
import silkline.table.silver.QuarantineTable;
import silkline.table.silver.SeriesTable;

/** From rows as read to the silver tables. */
public final class IngestStage {
    private static final String IS_KNOWN = "is_known";

    private IngestStage() {}

    /** Rows to append to {@code silver.observation}. */
    public static Dataset<Row> observations(Dataset<Row> decided, RunContext run) {
        return decided.where(col(OUTCOME).equalTo(DecisionStage.ACCEPTED))
                .withColumn(INGESTED_AT, lit(run.startedAt()))
                .withColumn(RUN_ID, lit(run.runId()))
                .select(ObservationTable.SPEC.select());
    }

    /** Rows of {@code silver.quarantine}. */
    public static Dataset<Row> quarantine(Dataset<Row> decided, RunContext run) {
        return decided.where(col(OUTCOME).equalTo(DecisionStage.QUARANTINED))
                .withColumn(RUN_ID, lit(run.runId()))
                .select(QuarantineTable.SPEC.select());
    }

    /**
     * The whole of {@code silver.series}: that of other datasets as it is, and of {@code datasetIds} those known and
     * those that the accepted rows bring. A known one stays even where it has no observation: another run may be about
     * to store them.
     */
    public static Dataset<Row> series(
            Dataset<Row> decided,
            Dataset<Row> found,
            Dataset<Row> knownSeries,
            Dataset<Row> knownObservations,
            List<String> datasetIds,
            Set<String> aggregates) {
        Column isOwn = col(DATASET_ID).isInCollection(datasetIds);
        Dataset<Row> ids = found.select(
                        col(SERIES_KEY), col(SERIES_ID), lit(false).as(IS_KNOWN))
                .unionAll(knownSeries
                        .where(isOwn)
                        .select(col(SERIES_KEY), col(SERIES_ID), lit(true).as(IS_KNOWN)))
                .groupBy(SERIES_KEY, SERIES_ID)
                .agg(max(IS_KNOWN).as(IS_KNOWN));
        Dataset<Row> accepted =
                decided.where(col(OUTCOME).equalTo(DecisionStage.ACCEPTED)).select(SERIES_KEY, PERIOD_INDEX);
        // Numbers alone: only so can Spark aggregate them quickly.
        Dataset<Row> periods = accepted.unionAll(knownObservations.select(SERIES_KEY, PERIOD_INDEX))
                .distinct()
                .groupBy(SERIES_KEY)
                .agg(
                        min(PERIOD_INDEX).as("first"),
                        max(PERIOD_INDEX).as("last"),
                        count(lit(1)).as(OBSERVATIONS));
        Dataset<Row> series = ids.join(periods, new String[] {SERIES_KEY}, "left")
                .where(col(OBSERVATIONS).isNotNull().or(col(IS_KNOWN)));
        List<Column> columns = new ArrayList<>(List.of(
                col(SERIES_KEY),
                col(SERIES_ID),
                coalesce(col(OBSERVATIONS), lit(0L)).as(OBSERVATIONS),
                col("first"),
                col("last")));
        DIMENSIONS.forEach(name -> columns.add(SeriesColumns.dimension(name)));
        Column isAggregate = col(REF_AREA)
                .isInCollection(aggregates)
                .or(col(COUNTERPART_AREA).isInCollection(aggregates));
        return series.select(columns.toArray(Column[]::new))
                .withColumn(IS_AGGREGATE, isAggregate)
                .withColumn(FIRST_PERIOD, PeriodColumns.text(col(FREQ), col("first")))
                .withColumn(LAST_PERIOD, PeriodColumns.text(col(FREQ), col("last")))
                .select(SeriesTable.SPEC.select())
                .unionAll(knownSeries.where(not(isOwn)).select(SeriesTable.SPEC.select()));
    }

    /**
     * Rows per dataset that are unchanged only because a run that is not among {@code runs} has stored them. Each row
     * stored counts once, however often the files repeat it.
     */
    public static Dataset<Row> leftovers(Dataset<Row> decided, Dataset<Row> knownObservations, Set<String> runs) {
        String[] key = ObservationTable.SPEC.key().toArray(String[]::new);
        Column[] keyColumns = Arrays.stream(key).map(functions::col).toArray(Column[]::new);
        Dataset<Row> left =
                knownObservations.where(not(col(RUN_ID).isInCollection(runs))).select(keyColumns);
        return decided.where(col(OUTCOME).equalTo(DecisionStage.UNCHANGED))
                .join(left, key, "left_semi")
                .groupBy(DATASET_ID)
                .agg(count_distinct(struct(keyColumns)).as("rows"));
    }

    /** Only the observations of these datasets: what new rows are compared with. */
    public static Dataset<Row> ofDatasets(Dataset<Row> observations, Dataset<Row> series, List<String> datasetIds) {
        Dataset<Row> keys =
                series.where(col(DATASET_ID).isInCollection(datasetIds)).select(SERIES_KEY);
        return observations.join(
                broadcast(keys), observations.col(SERIES_KEY).equalTo(keys.col(SERIES_KEY)), "left_semi");
    }

    /** Pairs of different series that share a key; there should be none. {@code found} is as from {@link OutcomeStage#found}. */
    public static Dataset<Row> collisions(Dataset<Row> found, Dataset<Row> knownSeries) {
        return found.unionAll(knownSeries.select(SERIES_KEY, SERIES_ID))
                .distinct()
                .groupBy(SERIES_KEY)
                .agg(min(SERIES_ID).as("one"), max(SERIES_ID).as("other"))
                .where(col("one").notEqual(col("other")));
    }
}
