package silkline.stage;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static silkline.table.silver.ObservationTable.INGESTED_AT;
import static silkline.table.silver.ObservationTable.IS_DELETED;
import static silkline.table.silver.ObservationTable.OBS_STATUS;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.PUBLISHED_AT;
import static silkline.table.silver.ObservationTable.PUBLISHED_PRECISION;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import silkline.series.PublicationDate;
import silkline.series.PublicationDate.Precision;

/**
 * How the vintages of an observation are read. What is stored depends on the order in which releases came in; what is
 * read here does not: of vintages in a row that say the same, only the first publication counts.
 */
public final class Vintages {
    /** Of an observation, the vintage to believe; its row may say that the observation was deleted. */
    public static final String IS_BELIEVED = "is_believed";

    /** Whether an observation has a vintage before this one. */
    public static final String IS_LATER = "is_later";

    private static final String FORECAST = "F";
    private static final String SAID_BEFORE = "said_before";

    private Vintages() {}

    /**
     * Every vintage that had been published by the run's date and says something else than the one before it, with
     * {@link #IS_BELIEVED} and {@link #IS_LATER}; forecasts of the sources are not observations.
     */
    public static Dataset<Row> read(Dataset<Row> observations, RunContext run) {
        Column wanted = run.asOf().map(day -> col(PUBLISHED_AT).leq(lit(day))).orElse(lit(true));
        WindowSpec byTrust = byTrust();
        // One shuffle and one sort: the second window finds the rows as the first left them.
        return observations
                .where(wanted.and(col(OBS_STATUS).notEqual(FORECAST)))
                .withColumn(SAID_BEFORE, lag(said(), 1).over(byTrust))
                .where(not(col(SAID_BEFORE).eqNullSafe(said())))
                .withColumn(IS_LATER, lag(PUBLISHED_AT, 1).over(byTrust).isNotNull())
                .withColumn(IS_BELIEVED, lead(PUBLISHED_AT, 1).over(byTrust).isNull())
                .drop(SAID_BEFORE);
    }

    /** The one row to believe of each series and period that is not deleted; of {@link #read}. */
    public static Dataset<Row> newest(Dataset<Row> vintages) {
        return vintages.where(col(IS_BELIEVED).and(not(col(IS_DELETED)))).drop(IS_BELIEVED, IS_LATER);
    }

    /** The vintages of an observation, the most believed last: as {@link PublicationDate#BY_TRUST}, then as ingested. */
    private static WindowSpec byTrust() {
        return Window.partitionBy(SERIES_KEY, PERIOD_INDEX)
                .orderBy(isDated(), col(PUBLISHED_AT), certainty(), col(INGESTED_AT));
    }

    /** Vintages with a date of their own make one sequence, those "on or before" a day another. */
    public static Column isDated() {
        return col(PUBLISHED_PRECISION).notEqual(Precision.BY.code());
    }

    /** Smaller for the less certain of two dates with the same last possible day. */
    public static Column certainty() {
        Column[] bestFirst = Arrays.stream(Precision.values())
                .map(precision -> lit(precision.code()))
                .toArray(Column[]::new);
        return negate(array_position(array(bestFirst), col(PUBLISHED_PRECISION)));
    }

    /** What a vintage says; a repetition says the same within its sequence. */
    public static Column said() {
        return struct(isDated().as("is_dated"), col(IS_DELETED), col(OBS_VALUE), col(OBS_STATUS));
    }
}
