package silkline.job;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import silkline.stage.ForecastStage;
import silkline.table.AccuracyTable;
import silkline.table.ForecastTable;

/** Writes {@code gold.forecast} and {@code gold.accuracy}. */
public final class ForecastJob {
    private static final String COMMAND = "forecast";

    private ForecastJob() {}

    public static void run(JobSession session) {
        Dataset<Row> results = JobSession.kept(ForecastStage.results(
                session.newest(), session.series(), session.settings().model(), session.run()));
        session.replace(COMMAND, ForecastTable.SPEC, () -> ForecastStage.forecasts(results));
        session.replace(COMMAND, AccuracyTable.SPEC, () -> ForecastStage.accuracies(results));
        results.unpersist();
    }
}
