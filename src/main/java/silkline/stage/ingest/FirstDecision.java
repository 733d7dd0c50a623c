package silkline.stage.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static silkline.stage.ingest.DecisionStage.IS_CONFIRMATION;
import static silkline.stage.ingest.DecisionStage.IS_REPEATED;
import static silkline.stage.ingest.DecisionStage.OUTCOME;
import static silkline.stage.ingest.DecisionStage.ROW;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.PUBLISHED_AT;
import static silkline.table.silver.QuarantineTable.MESSAGE;
import static silkline.table.silver.QuarantineTable.RULE;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import silkline.stage.RunContext;

/**
 * What {@link DecisionStage} decides where the lake has nothing of the datasets yet: then only rows about the same period
 * of the same series need to be compared, and these are few. Sorting all others, by the million, would decide nothing.
 */
public final class FirstDecision {
    /** Where more rows than this share a series and period with another, they are decided as all others are. */
    public static final long MOST_SHARED = 100_000;

    private static final String ROWS = "rows";
    private static final String OTHER = "other_";
    private static final List<String> DECIDED = List.of(OUTCOME, RULE, MESSAGE, IS_CONFIRMATION, IS_REPEATED);

    private FirstDecision() {}

    /** The series and periods that more than one of the sound rows is about, with the number of these rows. */
    public static Dataset<Row> shared(Dataset<Row> parsed, RunContext run) {
        return parsed.where(isSound(run))
                .groupBy(SERIES_KEY, PERIOD_INDEX)
                .agg(count(lit(1)).as(ROWS))
                .where(col(ROWS).gt(1));
    }

    /** Whether the rows of the collected {@code shared} periods are too many. */
    public static boolean isTooMany(List<Row> shared) {
        return shared.stream().mapToLong(row -> row.getLong(2)).sum() > MOST_SHARED;
    }

    /** What becomes of the rows about the {@code shared} periods; {@code none} has no observation. */
    public static Dataset<Row> ofShared(Dataset<Row> parsed, List<Row> shared, Dataset<Row> none, RunContext run) {
        StructType places = new StructType()
                .add(SERIES_KEY, LongType)
                .add(PERIOD_INDEX, IntegerType)
                .add(ROWS, LongType);
        Dataset<Row> rows = parsed.where(isSound(run))
                .join(
                        broadcast(parsed.sparkSession().createDataFrame(shared, places)),
                        new String[] {SERIES_KEY, PERIOD_INDEX},
                        "left_semi");
        return DecisionStage.decide(rows, none, run)
                .select(Stream.concat(Stream.of(ROW), DECIDED.stream())
                        .map(name -> col(name).as(OTHER + name))
                        .toArray(Column[]::new));
    }

    /** {@code parsed} as {@link DecisionStage#decide} leaves it; {@code ofShared} are the collected rows of the shared periods. */
    public static Dataset<Row> decide(Dataset<Row> parsed, List<Row> ofShared, StructType schema, RunContext run) {
        Column alone = when(isSound(run), DecisionStage.ACCEPTED)
                .otherwise(when(col(RULE).isNull(), DecisionStage.LATER).otherwise(DecisionStage.QUARANTINED));
        Stream<Column> asRead = Arrays.stream(parsed.columns())
                .map(name -> DECIDED.contains(name)
                        ? coalesce(col(OTHER + name), col(name)).as(name)
                        : col(name));
        Stream<Column> added = Stream.of(
                coalesce(col(OTHER + OUTCOME), alone).as(OUTCOME),
                coalesce(col(OTHER + IS_CONFIRMATION), lit(false)).as(IS_CONFIRMATION),
                coalesce(col(OTHER + IS_REPEATED), lit(false)).as(IS_REPEATED));
        Dataset<Row> others = broadcast(parsed.sparkSession().createDataFrame(ofShared, schema));
        return parsed.join(others, col(ROW).equalTo(col(OTHER + ROW)), "left")
                .select(Stream.concat(asRead, added).toArray(Column[]::new));
    }

    private static Column isSound(RunContext run) {
        Column isLater = run.asOf().map(day -> col(PUBLISHED_AT).gt(lit(day))).orElse(lit(false));
        return col(RULE).isNull().and(not(isLater));
    }
}
