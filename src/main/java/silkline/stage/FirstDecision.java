package silkline.stage;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static silkline.stage.DecisionStage.IS_CONFIRMATION;
import static silkline.stage.DecisionStage.OUTCOME;
import static silkline.table.ObservationTable.PERIOD_INDEX;
import static silkline.table.ObservationTable.PUBLISHED_AT;
import static silkline.table.ObservationTable.PUBLISHED_PRECISION;
import static silkline.table.QuarantineTable.FILE;
import static silkline.table.QuarantineTable.LINE;
import static silkline.table.QuarantineTable.MESSAGE;
import static silkline.table.QuarantineTable.RULE;
import static silkline.table.SeriesTable.SERIES_KEY;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What {@link DecisionStage} decides where the lake has nothing of the datasets yet: then only rows about the same period
 * of the same series need to be compared, and these are few. Sorting all others, by the million, would decide nothing.
 */
public final class FirstDecision {
    /** More rows than this that share a series and period are decided as all others are. */
    public static final long MOST_SHARED = 100_000;

    private static final String OTHER = "other_";
    private static final List<String> ROW =
            List.of(FILE, LINE, SERIES_KEY, PERIOD_INDEX, PUBLISHED_AT, PUBLISHED_PRECISION);
    private static final List<String> DECIDED = List.of(OUTCOME, RULE, MESSAGE, IS_CONFIRMATION);

    private FirstDecision() {}

    /** The series and periods that more than one of the sound rows is about. */
    public static Dataset<Row> shared(Dataset<Row> parsed, RunContext run) {
        return parsed.where(isSound(run))
                .groupBy(SERIES_KEY, PERIOD_INDEX)
                .agg(count(lit(1)).as("rows"))
                .where(col("rows").gt(1))
                .select(SERIES_KEY, PERIOD_INDEX);
    }

    /** What becomes of the rows about {@link #shared} periods; {@code none} has no observation. */
    public static Dataset<Row> ofShared(Dataset<Row> parsed, Dataset<Row> shared, Dataset<Row> none, RunContext run) {
        Dataset<Row> rows = parsed.where(isSound(run))
                .join(broadcast(shared), new String[] {SERIES_KEY, PERIOD_INDEX}, "left_semi");
        return DecisionStage.decide(rows, none, run)
                .select(Stream.concat(ROW.stream(), DECIDED.stream())
                        .map(name -> col(name).as(OTHER + name))
                        .toArray(Column[]::new));
    }

    /** Whether each row can be told from all others by its place and what it is about; counts, to be compared. */
    public static Dataset<Row> distinct(Dataset<Row> ofShared) {
        return ofShared.select(ROW.stream().map(name -> col(OTHER + name)).toArray(Column[]::new))
                .distinct();
    }

    /** {@code parsed} as {@link DecisionStage#decide} leaves it. */
    public static Dataset<Row> decide(Dataset<Row> parsed, Dataset<Row> ofShared, RunContext run) {
        Column isSame = ROW.stream()
                .map(name -> parsed.col(name).equalTo(ofShared.col(OTHER + name)))
                .reduce(Column::and)
                .orElseThrow();
        Column alone = when(isSound(run), DecisionStage.ACCEPTED)
                .otherwise(when(col(RULE).isNull(), DecisionStage.LATER).otherwise(DecisionStage.QUARANTINED));
        Stream<Column> asRead = Arrays.stream(parsed.columns())
                .map(name -> DECIDED.contains(name)
                        ? coalesce(col(OTHER + name), col(name)).as(name)
                        : col(name));
        Stream<Column> added = Stream.of(
                coalesce(col(OTHER + OUTCOME), alone).as(OUTCOME),
                coalesce(col(OTHER + IS_CONFIRMATION), lit(false)).as(IS_CONFIRMATION));
        return parsed.join(broadcast(ofShared), isSame, "left")
                .select(Stream.concat(asRead, added).toArray(Column[]::new));
    }

    private static Column isSound(RunContext run) {
        Column isLater = run.asOf().map(day -> col(PUBLISHED_AT).gt(lit(day))).orElse(lit(false));
        return col(RULE).isNull().and(not(isLater));
    }
}
