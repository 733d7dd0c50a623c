package silkline.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static silkline.table.GrowthTable.SOURCE_IDS;
import static silkline.table.SeriesTable.DATASET_ID;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import silkline.UserError;
import silkline.forecast.ForecastRequest;
import silkline.stage.ForecastStage;
import silkline.stage.ReconcileStage;
import silkline.table.AccuracyTable;
import silkline.table.BacktestTable;
import silkline.table.ForecastTable;
import silkline.table.Lake;

/** Writes {@code gold.forecast}, {@code gold.backtest} and {@code gold.accuracy}. */
public final class ForecastJob {
    private static final String COMMAND = "forecast";
    private static final String ALL = "*";

    private ForecastJob() {}

    public static void run(JobSession session) {
        Lake lake = session.lake();
        List<String> wanted = wanted(session);
        Column isWanted = wanted.isEmpty() ? lit(true) : col(DATASET_ID).isInCollection(wanted);
        Column inScope =
                wanted.isEmpty() ? lit(true) : element_at(col(SOURCE_IDS), 1).isInCollection(wanted);
        ForecastRequest request = session.settings().forecast();
        Dataset<Row> apart =
                ForecastStage.results(session.newest(), session.series().where(isWanted), request, session.run());
        Dataset<Row> results = JobSession.kept(
                request.reconciliation() == ForecastRequest.Reconciliation.NONE
                        ? apart
                        : ReconcileStage.byPartner(apart, session.series()));
        Lake.Pinned base = lake.pin(ForecastTable.SPEC);
        Dataset<Row> before = earlier(lake, base);
        session.step(
                COMMAND,
                ForecastTable.SPEC,
                () -> lake.replace(base, ForecastStage.withEarlier(ForecastStage.forecasts(results), before, inScope)));
        session.together(
                () -> session.replace(
                        COMMAND, BacktestTable.SPEC, () -> ForecastStage.backtests(results, before, session.newest())),
                () -> session.replace(COMMAND, AccuracyTable.SPEC, () -> ForecastStage.accuracies(results)));
        results.unpersist();
    }

    /** The datasets that {@code --only} names; none where all are wanted. A run ingests these, and forecasts all. */
    private static List<String> wanted(JobSession session) {
        String only = session.settings().only();
        if (only.equals(ALL) || !session.settings().command().equals(COMMAND)) {
            return List.of();
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + only);
        List<String> wanted = session.series().select(DATASET_ID).distinct().collectAsList().stream()
                .map(row -> row.getString(0))
                .filter(id -> matcher.matches(Path.of(id)))
                .sorted()
                .toList();
        if (wanted.isEmpty()) {
            throw UserError.usage("--only: the lake holds no series of a dataset that matches '%s'.".formatted(only));
        }
        return wanted;
    }

    /** What earlier runs said; nothing where an earlier version wrote the table with other columns. */
    private static Dataset<Row> earlier(Lake lake, Lake.Pinned base) {
        Dataset<Row> before = lake.read(base);
        return List.of(before.columns())
                        .equals(List.of(ForecastTable.SPEC.schema().fieldNames()))
                ? before
                : lake.spark().createDataFrame(List.of(), ForecastTable.SPEC.schema());
    }
}
