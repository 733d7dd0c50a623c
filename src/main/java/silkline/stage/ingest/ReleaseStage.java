package silkline.stage.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_except;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static silkline.stage.ingest.DecisionStage.ACCEPTED;
import static silkline.stage.ingest.DecisionStage.IS_CONFIRMATION;
import static silkline.stage.ingest.DecisionStage.OUTCOME;
import static silkline.table.silver.ConfirmationTable.PERIODS;
import static silkline.table.silver.ObservationTable.INGESTED_AT;
import static silkline.table.silver.ObservationTable.IS_DELETED;
import static silkline.table.silver.ObservationTable.NOTE;
import static silkline.table.silver.ObservationTable.OBS_STATUS;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_END;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.PERIOD_START;
import static silkline.table.silver.ObservationTable.PUBLISHED_AT;
import static silkline.table.silver.ObservationTable.PUBLISHED_PRECISION;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.ObservationTable.SOURCE_REF;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.ObservationTable.UNIT_MULT;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.StructType;
import silkline.stage.RunContext;
import silkline.stage.Vintages;
import silkline.table.silver.ConfirmationTable;
import silkline.table.silver.ObservationTable;

/**
 * What releases say beyond the rows that are accepted: that a value was still so, and, if they are complete, that an
 * observation was withdrawn. With it the order in which releases come in does not matter.
 */
public final class ReleaseStage {
    private static final String MISSING = "M";
    private static final String KIND = "kind";
    private static final int STORED = 0;
    private static final int CONFIRMED = 1;
    private static final int ABSENT = 2;
    private static final String FACTS = "facts";
    /** What was known of an observation before this run, at a vintage that confirms it. */
    private static final String WAS = "was";

    private static final String IS_FIRST = "is_first_of_vintage";
    private static final String BEFORE = "said_before";
    private static final StructType FACTS_TYPE = factsType();

    private ReleaseStage() {}

    /** Rows to append to {@code silver.confirmation}: what the rows read repeat and {@code known} does not have. */
    public static Dataset<Row> confirmations(Dataset<Row> decided, Dataset<Row> known, RunContext run) {
        String[] vintage = {SERIES_KEY, PUBLISHED_AT, PUBLISHED_PRECISION};
        Dataset<Row> before = known.groupBy(SERIES_KEY, vintage[1], vintage[2])
                .agg(flatten(collect_set(PERIODS)).as("before"));
        return decided.where(col(IS_CONFIRMATION))
                .groupBy(SERIES_KEY, DATASET_ID, PUBLISHED_AT, PUBLISHED_PRECISION)
                .agg(collect_set(PERIOD_INDEX).as(PERIODS))
                .join(before, vintage, "left")
                .withColumn(PERIODS, array_except(col(PERIODS), coalesce(col("before"), array().cast("array<int>"))))
                .where(size(col(PERIODS)).gt(0))
                .withColumn(PERIODS, sort_array(col(PERIODS)))
                .withColumn(INGESTED_AT, lit(run.startedAt()))
                .withColumn(RUN_ID, lit(run.runId()))
                .select(ConfirmationTable.SPEC.select());
    }

    /**
     * Rows to append to {@code silver.observation} beside the accepted ones: where a release that comes in late would
     * otherwise change what a later one said, that is said again, and what a complete release does not have is marked as
     * deleted.
     *
     * @param known the observations of the datasets before the run
     * @param confirmations of the datasets, before the run
     * @param releases the complete ones: dataset, published_at, published_precision
     * @param keys series_key and dataset_id of all series of the datasets
     */
    public static Dataset<Row> implied(
            Dataset<Row> decided,
            Dataset<Row> known,
            Dataset<Row> confirmations,
            Dataset<Row> releases,
            Dataset<Row> keys,
            RunContext run) {
        Dataset<Row> statements = statements(decided, known, confirmations);
        Dataset<Row> all = statements.unionByName(absences(statements, releases, keys));
        WindowSpec inOrder = Window.partitionBy(SERIES_KEY, PERIOD_INDEX)
                .orderBy(Vintages.isDated(), col(PUBLISHED_AT), Vintages.certainty(), col(KIND));
        Column vintage = struct(col(PUBLISHED_AT), col(PUBLISHED_PRECISION));
        Column said = struct(
                Vintages.isDated().as("is_dated"),
                col(FACTS).getField(IS_DELETED),
                col(FACTS).getField(OBS_VALUE),
                col(FACTS).getField(OBS_STATUS));
        return all.withColumn(IS_FIRST, not(lag(vintage, 1).over(inOrder).eqNullSafe(vintage)))
                .withColumn(
                        FACTS,
                        coalesce(
                                col(FACTS),
                                last(col(WAS), true).over(inOrder.rowsBetween(Window.unboundedPreceding(), 0))))
                .withColumn(
                        BEFORE,
                        last(when(col(IS_FIRST), said), true)
                                .over(inOrder.rowsBetween(Window.unboundedPreceding(), -1)))
                .where(col(IS_FIRST)
                        .and(col(KIND).notEqual(STORED))
                        .and(not(col(BEFORE).eqNullSafe(said))))
                .select(col(SERIES_KEY), col(PERIOD_INDEX), col(PUBLISHED_AT), col(PUBLISHED_PRECISION), col("facts.*"))
                .withColumn(INGESTED_AT, lit(run.startedAt()))
                .withColumn(RUN_ID, lit(run.runId()))
                .select(ObservationTable.SPEC.select());
    }

    /** Every vintage of which is known that it has the observation: stored, accepted now, or repeating another. */
    private static Dataset<Row> statements(Dataset<Row> decided, Dataset<Row> known, Dataset<Row> confirmations) {
        Column facts = facts(col(OBS_VALUE), col(OBS_STATUS), col(IS_DELETED), col(SOURCE_REF), col(NOTE));
        Column none = lit(null).cast(FACTS_TYPE);
        Column isAccepted = col(OUTCOME).equalTo(ACCEPTED);
        Dataset<Row> stored = known.select(row(lit(STORED), facts, facts));
        Dataset<Row> read = decided.where(isAccepted.or(col(IS_CONFIRMATION)))
                .select(row(when(isAccepted, STORED).otherwise(CONFIRMED), facts, none));
        Dataset<Row> repeated =
                confirmations.withColumn(PERIOD_INDEX, explode(col(PERIODS))).select(row(lit(CONFIRMED), none, none));
        return stored.unionByName(read).unionByName(repeated);
    }

    /** For each observation, the complete releases after it; one that has it is told by its own statement. */
    private static Dataset<Row> absences(Dataset<Row> statements, Dataset<Row> releases, Dataset<Row> keys) {
        Dataset<Row> later = releases.select(
                col(DATASET_ID),
                col(PUBLISHED_AT).as("release_at"),
                col(PUBLISHED_PRECISION).as("release_precision"));
        Column gone =
                facts(lit(null), lit(MISSING), lit(true), lit(null), lit("not in the complete release of that date"));
        return statements
                .where(col(FACTS).isNotNull().and(not(col(FACTS).getField(IS_DELETED))))
                .join(broadcast(keys), SERIES_KEY)
                .join(broadcast(later), DATASET_ID)
                .where(col("release_at").gt(col(PUBLISHED_AT)))
                .select(
                        col(SERIES_KEY),
                        col(PERIOD_INDEX),
                        col("release_at").as(PUBLISHED_AT),
                        col("release_precision").as(PUBLISHED_PRECISION),
                        col("facts.*"))
                .select(row(lit(ABSENT), gone, lit(null).cast(FACTS_TYPE)));
    }

    private static Column[] row(Column kind, Column facts, Column was) {
        return new Column[] {
            col(SERIES_KEY),
            col(PERIOD_INDEX),
            col(PUBLISHED_AT),
            col(PUBLISHED_PRECISION),
            kind.as(KIND),
            facts.as(FACTS),
            was.as(WAS)
        };
    }

    private static Column facts(Column value, Column status, Column isDeleted, Column sourceRef, Column note) {
        return struct(
                        col(TIME_PERIOD),
                        col(PERIOD_START),
                        col(PERIOD_END),
                        col(UNIT_MULT),
                        value.as(OBS_VALUE),
                        status.as(OBS_STATUS),
                        isDeleted.as(IS_DELETED),
                        sourceRef.as(SOURCE_REF),
                        note.as(NOTE))
                .cast(FACTS_TYPE);
    }

    private static StructType factsType() {
        List<String> names = List.of(
                TIME_PERIOD, PERIOD_START, PERIOD_END, UNIT_MULT, OBS_VALUE, OBS_STATUS, IS_DELETED, SOURCE_REF, NOTE);
        StructType type = new StructType();
        for (String name : names) {
            type = type.add(name, ObservationTable.SPEC.schema().apply(name).dataType());
        }
        return type;
    }
}
