package silkline.stage;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static silkline.stage.DecisionStage.IS_CONFIRMATION;
import static silkline.stage.DecisionStage.OUTCOME;
import static silkline.table.ObservationTable.INGESTED_AT;
import static silkline.table.ObservationTable.PERIOD_INDEX;
import static silkline.table.ObservationTable.PUBLISHED_AT;
import static silkline.table.ObservationTable.PUBLISHED_PRECISION;
import static silkline.table.ObservationTable.RUN_ID;
import static silkline.table.ObservationTable.TIME_PERIOD;
import static silkline.table.SeriesTable.COUNTERPART_AREA;
import static silkline.table.SeriesTable.DATASET_ID;
import static silkline.table.SeriesTable.DIMENSIONS;
import static silkline.table.SeriesTable.FIRST_PERIOD;
import static silkline.table.SeriesTable.IS_AGGREGATE;
import static silkline.table.SeriesTable.LAST_PERIOD;
import static silkline.table.SeriesTable.OBSERVATIONS;
import static silkline.table.SeriesTable.REF_AREA;
import static silkline.table.SeriesTable.SERIES_ID;
import static silkline.table.SeriesTable.SERIES_KEY;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import silkline.table.ObservationTable;
import silkline.table.QuarantineTable;
import silkline.table.SeriesTable;

/** From rows as read to the silver tables. */
public final class IngestStage {
    /** Columns of {@link #counts}. */
    public static final String ROWS = "rows";

    public static final String CONFIRMATIONS = "confirmations";
    public static final String EARLIEST = "earliest";
    public static final String NEWEST = "newest";

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

    /** The whole of {@code silver.series}: those known and those that the accepted rows bring. */
    public static Dataset<Row> series(
            Dataset<Row> decided, Dataset<Row> knownSeries, Dataset<Row> knownObservations, Set<String> aggregates) {
        Dataset<Row> accepted = decided.where(col(OUTCOME).equalTo(DecisionStage.ACCEPTED))
                .select(columns(SERIES_KEY, SERIES_ID, PERIOD_INDEX, TIME_PERIOD));
        Dataset<Row> known = knownObservations
                .select(SERIES_KEY, PERIOD_INDEX, TIME_PERIOD)
                .join(knownSeries.select(columns(SERIES_KEY, SERIES_ID)), SERIES_KEY)
                .select(columns(SERIES_KEY, SERIES_ID, PERIOD_INDEX, TIME_PERIOD));
        Column period = struct(col(PERIOD_INDEX), col(TIME_PERIOD));
        Dataset<Row> series = accepted.unionAll(known)
                .groupBy(SERIES_KEY)
                .agg(
                        first(struct(columns(SERIES_ID))).as("series"),
                        min(period).as("first"),
                        max(period).as("last"),
                        size(collect_set(col(PERIOD_INDEX))).cast("long").as(OBSERVATIONS))
                .select(col(SERIES_KEY), col("series.*"), col("first"), col("last"), col(OBSERVATIONS));
        Column isAggregate = col(REF_AREA)
                .isInCollection(aggregates)
                .or(col(COUNTERPART_AREA).isInCollection(aggregates));
        return series.withColumn(IS_AGGREGATE, isAggregate)
                .withColumn(FIRST_PERIOD, col("first." + TIME_PERIOD))
                .withColumn(LAST_PERIOD, col("last." + TIME_PERIOD))
                .select(SeriesTable.SPEC.select());
    }

    /** Only the observations of these datasets: what new rows are compared with. */
    public static Dataset<Row> ofDatasets(Dataset<Row> observations, Dataset<Row> series, List<String> datasetIds) {
        Dataset<Row> keys =
                series.where(col(DATASET_ID).isInCollection(datasetIds)).select(SERIES_KEY);
        return observations.join(
                broadcast(keys), observations.col(SERIES_KEY).equalTo(keys.col(SERIES_KEY)), "left_semi");
    }

    /** One row per dataset and outcome: rows, how many confirm another vintage, earliest and newest publication. */
    public static Dataset<Row> counts(Dataset<Row> decided) {
        Column publication = struct(col(PUBLISHED_AT), Vintages.certainty().as("certainty"), col(PUBLISHED_PRECISION));
        return decided.groupBy(DATASET_ID, OUTCOME)
                .agg(
                        count(lit(1)).as(ROWS),
                        count(when(col(IS_CONFIRMATION), 1)).as(CONFIRMATIONS),
                        min(PUBLISHED_AT).as(EARLIEST),
                        max(when(col(PUBLISHED_AT).isNotNull(), publication)).as(NEWEST));
    }

    /** Pairs of different series that share a key; there should be none. */
    public static Dataset<Row> collisions(Dataset<Row> decided, Dataset<Row> knownSeries) {
        return decided.where(col(SERIES_KEY).isNotNull())
                .select(SERIES_KEY, SERIES_ID)
                .unionAll(knownSeries.select(SERIES_KEY, SERIES_ID))
                .groupBy(SERIES_KEY)
                .agg(min(SERIES_ID).as("one"), max(SERIES_ID).as("other"))
                .where(col("one").notEqual(col("other")));
    }

    private static Column[] columns(String... leading) {
        List<Column> columns = new ArrayList<>();
        for (String name : leading) {
            columns.add(col(name));
        }
        DIMENSIONS.forEach(name -> columns.add(col(name)));
        return columns.toArray(Column[]::new);
    }
}
