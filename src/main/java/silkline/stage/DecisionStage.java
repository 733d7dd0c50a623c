package silkline.stage;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static silkline.table.ObservationTable.OBS_STATUS;
import static silkline.table.ObservationTable.OBS_VALUE;
import static silkline.table.ObservationTable.PERIOD_INDEX;
import static silkline.table.ObservationTable.PUBLISHED_AT;
import static silkline.table.QuarantineTable.FILE;
import static silkline.table.QuarantineTable.LINE;
import static silkline.table.QuarantineTable.MESSAGE;
import static silkline.table.QuarantineTable.RULE;
import static silkline.table.SeriesTable.SERIES_KEY;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import silkline.series.CodeLists;
import silkline.source.DatasetManifest;

/**
 * Decides what becomes of each row read. A value is accepted when it differs from the vintage before it, unchanged when
 * it repeats it, and quarantined when the same vintage already has another value.
 */
public final class DecisionStage {
    static final String OUTCOME = "outcome";
    static final String ACCEPTED = "accepted";
    static final String UNCHANGED = "unchanged";
    static final String QUARANTINED = "quarantined";

    private static final String IS_NEW = "is_new";
    private static final String KNOWN = "known_";

    private DecisionStage() {}

    /** Reads the datasets and decides on each row; {@code observations} are those known of the same datasets. */
    public static Dataset<Row> decide(
            SparkSession spark, List<DatasetManifest> datasets, CodeLists codes, Dataset<Row> observations) {
        return decide(ParseStage.parse(spark, datasets, codes), observations);
    }

    /** {@code parsed} with an {@link #OUTCOME}, and rule and message of what is quarantined. */
    static Dataset<Row> decide(Dataset<Row> parsed, Dataset<Row> observations) {
        Dataset<Row> known = observations
                .select(col(SERIES_KEY), col(PERIOD_INDEX), col(PUBLISHED_AT), col(OBS_VALUE), col(OBS_STATUS))
                .withColumn(IS_NEW, lit(false));
        Dataset<Row> sound = parsed.where(col(RULE).isNull()).withColumn(IS_NEW, lit(true));
        WindowSpec byVintage = Window.partitionBy(SERIES_KEY, PERIOD_INDEX)
                .orderBy(col(PUBLISHED_AT), col(IS_NEW), col(FILE), col(LINE));
        Column isRepeated = before(OBS_VALUE)
                .eqNullSafe(col(OBS_VALUE))
                .and(before(OBS_STATUS).equalTo(col(OBS_STATUS)));
        Column isSameVintage = before(PUBLISHED_AT).equalTo(col(PUBLISHED_AT));
        Dataset<Row> decided = sound.unionByName(known, true)
                .withColumn(KNOWN + PUBLISHED_AT, lag(PUBLISHED_AT, 1).over(byVintage))
                .withColumn(KNOWN + OBS_VALUE, lag(OBS_VALUE, 1).over(byVintage))
                .withColumn(KNOWN + OBS_STATUS, lag(OBS_STATUS, 1).over(byVintage))
                .withColumn(
                        KNOWN + FILE,
                        lag(concat_ws(":", col(FILE), col(LINE)), 1).over(byVintage))
                .where(col(IS_NEW))
                .withColumn(
                        OUTCOME,
                        when(before(PUBLISHED_AT).isNull(), ACCEPTED)
                                .when(isRepeated, UNCHANGED)
                                .when(isSameVintage, QUARANTINED)
                                .otherwise(ACCEPTED))
                .withColumn(RULE, when(col(OUTCOME).equalTo(QUARANTINED), "VINTAGE_CONFLICT"))
                .withColumn(MESSAGE, when(col(OUTCOME).equalTo(QUARANTINED), conflict()));
        Dataset<Row> unsound = parsed.where(col(RULE).isNotNull()).withColumn(OUTCOME, lit(QUARANTINED));
        return decided.drop(IS_NEW, KNOWN + PUBLISHED_AT, KNOWN + OBS_VALUE, KNOWN + OBS_STATUS, KNOWN + FILE)
                .unionByName(unsound);
    }

    private static Column before(String column) {
        return col(KNOWN + column);
    }

    private static Column conflict() {
        return concat(
                lit("the value published at "),
                col(PUBLISHED_AT),
                lit(" is already known as "),
                coalesce(before(OBS_VALUE).cast("string"), lit("missing")),
                lit(", from "),
                when(before(FILE).equalTo(""), "the lake").otherwise(before(FILE)),
                lit("; a revision needs its own published_at"));
    }
}
