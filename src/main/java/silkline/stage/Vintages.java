package silkline.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static silkline.table.ObservationTable.INGESTED_AT;
import static silkline.table.ObservationTable.OBS_STATUS;
import static silkline.table.ObservationTable.PERIOD_INDEX;
import static silkline.table.ObservationTable.PUBLISHED_AT;
import static silkline.table.ObservationTable.PUBLISHED_PRECISION;
import static silkline.table.SeriesTable.SERIES_KEY;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import silkline.series.PublicationDate.Precision;

/** Which vintage of an observation is read. */
public final class Vintages {
    private static final String FORECAST = "F";
    private static final String RANK = "vintage_rank";

    private Vintages() {}

    /** What had been published by the run's date; forecasts of the sources are not observations. */
    public static Dataset<Row> published(Dataset<Row> observations, RunContext run) {
        Column wanted = run.asOf().map(day -> col(PUBLISHED_AT).leq(lit(day))).orElse(lit(true));
        return observations.where(wanted.and(col(OBS_STATUS).notEqual(FORECAST)));
    }

    /**
     * The vintage to believe of each series and period: the newest whose date is known; one that is only known to be
     * published on or before a day gives way to any that is dated.
     */
    public static Dataset<Row> newest(Dataset<Row> observations, RunContext run) {
        WindowSpec byTrust = Window.partitionBy(SERIES_KEY, PERIOD_INDEX).orderBy(trust());
        return published(observations, run)
                .withColumn(RANK, row_number().over(byTrust))
                .where(col(RANK).equalTo(1))
                .drop(RANK);
    }

    private static Column[] trust() {
        return new Column[] {
            col(PUBLISHED_PRECISION).equalTo(Precision.BY.code()),
            col(PUBLISHED_AT).desc(),
            col(INGESTED_AT).desc()
        };
    }
}
