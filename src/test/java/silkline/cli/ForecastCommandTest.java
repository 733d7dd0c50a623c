package silkline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silkline.table.Lake;
import silkline.table.gold.AccuracyTable;
import silkline.table.gold.BacktestTable;
import silkline.table.gold.ForecastTable;
import silkline.testing.Rows;
import silkline.testing.SparkTest;

/** A forecast of everything, then one of a single dataset with other wishes. */
@SparkTest
class ForecastCommandTest {
    private static final Path DATASETS = Path.of("src/test/resources/datasets-small");
    private static final String ECONOMY = "series_id LIKE '%.economy'";

    private Path folder;
    private Lake lake;
    private List<String> economyBefore;
    private List<String> foldsBefore;

    @BeforeAll
    void load(SparkSession spark, @TempDir Path shared) {
        folder = shared.resolve("lake");
        run("ingest", "--datasets", DATASETS);
        run("forecast", "--run-id", "all", "--model", "drift");
        lake = Lake.at(spark, folder.toString(), "", Lake.Writing.DRY_RUN);
        economyBefore = Rows.lines(lake.read(AccuracyTable.SPEC).where(ECONOMY), "series_id", "model", "mae", "run_id");
        foldsBefore =
                Rows.lines(lake.read(BacktestTable.SPEC).where(ECONOMY), "series_id", "origin", "horizon", "run_id");
        run(
                "forecast",
                "--run-id",
                "part",
                "--only",
                "tra*",
                "--model",
                "theta,naive",
                "--horizon",
                "A=2",
                "--level",
                "90");
    }

    private Cli.Result run(Object... words) {
        Object[] all = new Object[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "--lake";
        all[words.length + 1] = folder;
        Cli.Result result = Cli.execute(all);
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result;
    }

    private Dataset<Row> forecasts(String condition) {
        return lake.read(ForecastTable.SPEC).where(condition);
    }

    @Test
    void onlyTheDatasetsWantedAreForecastAndTheOthersStay() {
        assertThat(Rows.lines(forecasts(ECONOMY).select("run_id", "is_current").distinct(), "run_id", "is_current"))
                .containsExactly("all true");
        assertThat(Rows.lines(lake.read(AccuracyTable.SPEC).where(ECONOMY), "series_id", "model", "mae", "run_id"))
                .isNotEmpty()
                .isEqualTo(economyBefore);
        assertThat(Rows.lines(lake.read(BacktestTable.SPEC).where(ECONOMY), "series_id", "origin", "horizon", "run_id"))
                .isNotEmpty()
                .isEqualTo(foldsBefore);
    }

    @Test
    void modelsHorizonAndLevelAreThoseAskedFor() {
        assertThat(Rows.lines(
                        forecasts("run_id = 'part' AND series_id LIKE '%KAZ.X.UZB%' AND size(intervals) = 1"),
                        "model_requested",
                        "is_selected",
                        "horizon"))
                .containsExactlyInAnyOrder("naive false 1", "naive false 2", "theta true 1", "theta true 2");
        assertThat(forecasts("is_current AND run_id <> 'part' AND series_id LIKE '%.trade'")
                        .count())
                .isZero();
    }

    @Test
    void wrongWishesAreRefusedWithTheOption() {
        for (String[] wrong : new String[][] {
            {"--model", "prophet"}, {"--horizon", "W=3"}, {"--level", "101"}, {"--reconcile", "SOME"}, {"--only", "no*"}
        }) {
            Cli.Result result = Cli.execute("forecast", "--lake", folder, wrong[0], wrong[1]);
            assertThat(result.exitCode()).as(wrong[0]).isEqualTo(ExitCodes.USAGE);
            assertThat(result.err()).contains(wrong[0]).doesNotContain("at silkline");
        }
    }
}
