package silkline.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static silkline.table.gold.GrowthTable.SOURCE_IDS;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import silkline.UserError;
import silkline.forecast.ForecastRequest;
import silkline.stage.forecast.ForecastStage;
import silkline.stage.forecast.ReconcileStage;
import silkline.table.Lake;
import silkline.table.TableSpec;
import silkline.table.gold.AccuracyTable;
import silkline.table.gold.BacktestTable;
import silkline.table.gold.ForecastTable;

/** Writes {@code gold.forecast}, {@code gold.backtest} and {@code gold.accuracy}. */
public final class ForecastJob {
    private static final String COMMAND = "forecast";
    private static final String ALL = "*";

    private ForecastJob() {}

    public static void run(JobSession session) {
        Lake lake = session.lake();
        List<String> wanted = wanted(session);
        boolean isPart = !wanted.isEmpty();
        Dataset<Row> series =
                isPart ? session.series().where(col(DATASET_ID).isInCollection(wanted)) : session.series();
        Column inScope = isPart ? element_at(col(SOURCE_IDS), 1).isInCollection(wanted) : lit(true);
        ForecastRequest request = session.settings().forecast();
        SeriesCount count = new SeriesCount(session.spark().sparkContext());
        Dataset<Row> apart = ForecastStage.results(session.newest(), series, request, session.run(), count.counter());
        ReconcileStage together = new ReconcileStage(request.along(), ShareJob.areas(session));
        Dataset<Row> results = JobSession.kept(together.results(apart, series));
        Lake.Pinned base = lake.pin(ForecastTable.SPEC);
        Dataset<Row> before = earlier(lake, base);
        Supplier<Long> write =
                () -> lake.replace(base, ForecastStage.withEarlier(ForecastStage.forecasts(results), before, inScope));
        count.during(
                () -> session.step(COMMAND, ForecastTable.SPEC, write),
                ForecastTable.SPEC.toString(),
                series.count(),
                session.progress());
        Dataset<Row> replayed = others(lake, BacktestTable.SPEC, series, isPart)
                .where(col(BacktestTable.KIND).equalTo(BacktestTable.REPLAYED));
        Dataset<Row> accuracies = others(lake, AccuracyTable.SPEC, series, isPart);
        SideBySide.run(
                () -> session.replace(
                        COMMAND, BacktestTable.SPEC, () -> ForecastStage.backtests(results, before, session.newest())
                                .unionByName(replayed)),
                () -> session.replace(COMMAND, AccuracyTable.SPEC, () -> ForecastStage.accuracies(results)
                        .unionByName(accuracies)));
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

    /** The rows of series that {@code --only} leaves as they are; none where it leaves none. */
    private static Dataset<Row> others(Lake lake, TableSpec table, Dataset<Row> series, boolean isPart) {
        return isPart
                ? earlier(lake, lake.pin(table)).join(series.select(SERIES_KEY), new String[] {SERIES_KEY}, "left_anti")
                : none(lake, table);
    }

    /** What earlier runs wrote; nothing where an earlier version gave the table other columns. */
    private static Dataset<Row> earlier(Lake lake, Lake.Pinned base) {
        Dataset<Row> before = lake.read(base);
        boolean isSame =
                List.of(before.columns()).equals(List.of(base.table().schema().fieldNames()));
        return isSame ? before : none(lake, base.table());
    }

    private static Dataset<Row> none(Lake lake, TableSpec table) {
        return lake.spark().createDataFrame(List.of(), table.schema());
    }
}
