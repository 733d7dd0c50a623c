package silkline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silkline.table.Lake;
import silkline.testing.Editions;
import silkline.testing.SampleDataset;
import silkline.testing.SparkTest;
import silkline.testing.StoppingCommits;

/**
 * An ingest that is stopped before each of its commits in turn and run again. What is on disk changes only with a
 * commit, so these are all the states that a kill can leave; {@link KillIT} kills real processes.
 */
@SparkTest
class StoppedIngestTest {
    private static Cli.Result ingest(Path datasets, Path lake) {
        return Cli.execute("ingest", "--datasets", datasets, "--lake", lake);
    }

    @AfterEach
    void letAllThrough() {
        StoppingCommits.never();
    }

    @Test
    void whereverItIsStoppedTheNextOneLeavesWhatAnUndisturbedOneLeaves(SparkSession spark, @TempDir Path folder) {
        Path start = folder.resolve("start");
        assertThat(ingest(Editions.first(folder.resolve("first")), start).exitCode())
                .isZero();
        Path second = Editions.second(folder.resolve("second"));
        Path whole = SampleDataset.copy(start, folder.resolve("whole"));
        Cli.Result undisturbed = ingest(second, whole);

        int commits = 0;
        for (boolean isWhole = false; !isWhole; commits++) {
            Path lake = SampleDataset.copy(start, folder.resolve("stopped-" + commits));
            StoppingCommits.after(commits);
            isWhole = ingest(second, lake).exitCode() == ExitCodes.DONE;
            StoppingCommits.never();
            Cli.Result again = ingest(second, lake);
            assertThat(silver(spark, lake))
                    .as("stopped after %d commits", commits)
                    .isEqualTo(silver(spark, whole));
            if (commits == 0) {
                assertThat(again.facts().get("rows_accepted"))
                        .isEqualTo(undisturbed.facts().get("rows_accepted"));
            }
        }
        assertThat(commits)
                .as("series, observation, article, claim, quarantine, dataset, audit")
                .isGreaterThan(6);
    }

    private static Map<String, List<String>> silver(SparkSession spark, Path lake) {
        return Editions.silver(Lake.at(spark, lake.toString(), "", Lake.Writing.DRY_RUN));
    }
}
