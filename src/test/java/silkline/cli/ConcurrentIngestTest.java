package silkline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silkline.table.Lake;
import silkline.table.silver.ObservationTable;
import silkline.testing.Editions;
import silkline.testing.SparkTest;
import silkline.testing.Together;

/** Ingests that run at once, of the same datasets and of others, lose nothing and double nothing. */
@SparkTest
class ConcurrentIngestTest {
    private static final String[] ONLY = {"*", "trade", "*", "economy", "*", "{articles,claims}", "*", "trade"};

    /** Half of them in every build; {@code -Dsilkline.ingests=8} lets all run. */
    private static final int AT_ONCE = Integer.getInteger("silkline.ingests", 4);

    private static Cli.Result ingest(Path datasets, Path lake, String only) {
        Cli.Result result = Cli.execute("ingest", "--datasets", datasets, "--lake", lake, "--only", only);
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result;
    }

    private static Map<String, List<String>> silver(SparkSession spark, Path lake) {
        return Editions.silver(Lake.at(spark, lake.toString(), "", Lake.Writing.DRY_RUN));
    }

    @Test
    void whatRunsAtOnceLeavesWhatOneLeaves(SparkSession spark, @TempDir Path folder) throws Exception {
        Path datasets = Editions.second(folder.resolve("datasets"));
        Cli.Result alone = ingest(datasets, folder.resolve("alone"), "*");
        Path lake = folder.resolve("together");

        List<Cli.Result> results = Together.run(AT_ONCE, number -> ingest(datasets, lake, ONLY[number]));

        assertThat(silver(spark, lake)).isEqualTo(silver(spark, folder.resolve("alone")));
        assertThat(results.stream()
                        .mapToLong(r -> r.facts().get("rows_accepted").asLong())
                        .sum())
                .as("each row is accepted by one of them")
                .isEqualTo(alone.facts().get("rows_accepted").asLong());
        assertThat(silver(spark, lake).get(ObservationTable.SPEC.toString())).doesNotHaveDuplicates();
    }
}
