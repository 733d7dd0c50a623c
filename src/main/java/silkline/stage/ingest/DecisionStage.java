package silkline.stage.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static silkline.table.silver.ObservationTable.IS_DELETED;
import static silkline.table.silver.ObservationTable.OBS_STATUS;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.PUBLISHED_AT;
import static silkline.table.silver.ObservationTable.PUBLISHED_PRECISION;
import static silkline.table.silver.QuarantineTable.FILE;
import static silkline.table.silver.QuarantineTable.LINE;
import static silkline.table.silver.QuarantineTable.MESSAGE;
import static silkline.table.silver.QuarantineTable.RULE;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import silkline.series.CodeLists;
import silkline.source.DatasetManifest;
import silkline.source.DeliveredRows;
import silkline.stage.RunContext;
import silkline.stage.Vintages;

/**
 * Decides what becomes of each row read. A value is accepted when it differs from the vintage before it, unchanged when
 * it repeats it, and quarantined when the same vintage already has another value. A vintage is a date with its
 * precision; those with a date of their own and those "on or before" a day are two sequences.
 */
public final class DecisionStage {
    public static final String OUTCOME = "outcome";
    public static final String ACCEPTED = "accepted";
    public static final String UNCHANGED = "unchanged";
    public static final String QUARANTINED = "quarantined";

    /** Published after the date as of which the run reads: not read. */
    static final String LATER = "later";

    /** Whether an unchanged row says of a later vintage what an earlier one said, rather than of the same vintage. */
    static final String IS_CONFIRMATION = "is_confirmation";

    /** Whether a row says once more what another row of the run says of the same vintage. */
    public static final String IS_REPEATED = "is_repeated";

    /** A number that tells a row read from all others. */
    static final String ROW = "row";

    private static final String IS_NEW = "is_new";
    private static final String IS_FIRST = "is_first_of_vintage";
    private static final String OF_VINTAGE = "said_by_vintage";
    private static final String BEFORE = "said_before";

    private DecisionStage() {}

    /** The rows of datasets, each an observation or with the rule that it breaks; {@code delivered} counts what is read. */
    public static Dataset<Row> parse(
            SparkSession spark, List<DatasetManifest> datasets, CodeLists codes, DeliveredRows delivered) {
        return ParseStage.parse(spark, datasets, codes, delivered);
    }

    /** {@code parsed} with an {@link #OUTCOME}, and rule and message of what is quarantined; {@code observations} are those known of the same datasets. */
    public static Dataset<Row> decide(Dataset<Row> parsed, Dataset<Row> observations, RunContext run) {
        Column isLater = run.asOf().map(day -> col(PUBLISHED_AT).gt(lit(day))).orElse(lit(false));
        Column isSound = col(RULE).isNull();
        Dataset<Row> decided = ofSound(parsed.where(isSound.and(not(isLater))), observations);
        Dataset<Row> others = parsed.where(not(isSound).or(isLater))
                .withColumn(OUTCOME, when(isSound, LATER).otherwise(QUARANTINED));
        return decided.unionByName(others, true);
    }

    private static Dataset<Row> ofSound(Dataset<Row> sound, Dataset<Row> observations) {
        Dataset<Row> known = observations
                .select(SERIES_KEY, PERIOD_INDEX, PUBLISHED_AT, PUBLISHED_PRECISION, OBS_VALUE, OBS_STATUS, IS_DELETED)
                .withColumn(IS_NEW, lit(false));
        WindowSpec inOrder = Window.partitionBy(SERIES_KEY, PERIOD_INDEX)
                .orderBy(
                        Vintages.isDated(), col(PUBLISHED_AT), Vintages.certainty(), col(IS_NEW), col(FILE), col(LINE));
        Column vintage = struct(col(PUBLISHED_AT), col(PUBLISHED_PRECISION));
        // What a vintage says is what its first row says: a row in conflict with it is no vintage of its own.
        Column first = last(when(col(IS_FIRST), Vintages.said()), true);
        Column isFirst = col(IS_FIRST);
        Column isRepeated = col(BEFORE).eqNullSafe(Vintages.said());
        Column isSame = col(OF_VINTAGE).eqNullSafe(Vintages.said());
        Column place = struct(col(IS_NEW), col(PUBLISHED_AT), col(PUBLISHED_PRECISION));
        return sound.withColumn(IS_NEW, lit(true))
                .unionByName(known, true)
                .withColumn(IS_FIRST, not(lag(vintage, 1).over(inOrder).eqNullSafe(vintage)))
                .withColumn(IS_REPEATED, lag(place, 1).over(inOrder).eqNullSafe(place))
                .withColumn(OF_VINTAGE, first.over(inOrder.rowsBetween(Window.unboundedPreceding(), 0)))
                .withColumn(BEFORE, first.over(inOrder.rowsBetween(Window.unboundedPreceding(), -1)))
                .where(col(IS_NEW))
                .withColumn(
                        OUTCOME,
                        when(isFirst, when(isRepeated, UNCHANGED).otherwise(ACCEPTED))
                                .otherwise(when(isSame, UNCHANGED).otherwise(QUARANTINED)))
                .withColumn(IS_CONFIRMATION, isFirst.and(isRepeated))
                .withColumn(RULE, when(col(OUTCOME).equalTo(QUARANTINED), "VINTAGE_CONFLICT"))
                .withColumn(MESSAGE, when(col(OUTCOME).equalTo(QUARANTINED), conflict()))
                .drop(IS_NEW, IS_FIRST, OF_VINTAGE, BEFORE);
    }

    private static Column conflict() {
        Column known = col(OF_VINTAGE);
        return concat(
                lit("the value published at "),
                col(PUBLISHED_AT),
                lit(" is already known as "),
                when(known.getField(IS_DELETED), "withdrawn")
                        .otherwise(coalesce(known.getField(OBS_VALUE).cast("string"), lit("missing"))),
                lit("; a revision needs its own published_at"));
    }
}
