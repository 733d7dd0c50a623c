package silkline.stage.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;
import static silkline.stage.ingest.DecisionStage.IS_CONFIRMATION;
import static silkline.stage.ingest.DecisionStage.OUTCOME;
import static silkline.table.silver.ObservationTable.PUBLISHED_AT;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import silkline.series.PublicationDate;
import silkline.series.PublicationDate.Precision;
import silkline.stage.Vintages;

/**
 * What became of the rows, series by series: few rows, of which the books and all that is about series rather than
 * observations can be made without going through the observations again.
 */
public final class OutcomeStage {
    public static final String ROWS = "rows";
    public static final String CONFIRMATIONS = "confirmations";
    public static final String EARLIEST = "earliest";
    private static final String NEWEST = "newest";

    /** More than the certainty of any date, so that a day and a certainty make one number. */
    private static final int CERTAINTIES = 8;

    private OutcomeStage() {}

    /**
     * One row per series and outcome: rows, how many confirm another vintage, earliest and newest publication. Numbers
     * alone: only so can Spark aggregate them without sorting.
     */
    public static Dataset<Row> bySeries(Dataset<Row> decided) {
        Column newest = unix_date(col(PUBLISHED_AT))
                .multiply(CERTAINTIES)
                .plus(CERTAINTIES)
                .plus(Vintages.certainty());
        return decided.groupBy(SERIES_KEY, SERIES_ID, DATASET_ID, OUTCOME)
                .agg(
                        count(lit(1)).as(ROWS),
                        count(when(col(IS_CONFIRMATION), 1)).as(CONFIRMATIONS),
                        min(PUBLISHED_AT).as(EARLIEST),
                        max(newest).as(NEWEST));
    }

    /** The same by dataset and outcome. */
    public static Dataset<Row> byDataset(Dataset<Row> bySeries) {
        return bySeries.groupBy(DATASET_ID, OUTCOME)
                .agg(
                        sum(ROWS).as(ROWS),
                        sum(CONFIRMATIONS).as(CONFIRMATIONS),
                        min(EARLIEST).as(EARLIEST),
                        max(NEWEST).as(NEWEST));
    }

    /** The newest publication of a row of {@link #bySeries} or {@link #byDataset} whose rows were sound. */
    public static PublicationDate newest(Row outcome) {
        long newest = outcome.<Number>getAs(NEWEST).longValue();
        int fromBest = CERTAINTIES - Math.floorMod(newest, CERTAINTIES);
        return PublicationDate.of(
                LocalDate.ofEpochDay(Math.floorDiv(newest, CERTAINTIES)),
                List.of(Precision.values()).get(fromBest - 1).code());
    }

    /** Key and id of the series that sound rows are about. */
    public static Dataset<Row> found(Dataset<Row> bySeries) {
        return bySeries.where(col(SERIES_KEY).isNotNull())
                .select(SERIES_KEY, SERIES_ID)
                .distinct();
    }
}
