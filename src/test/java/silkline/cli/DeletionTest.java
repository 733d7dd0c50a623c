package silkline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silkline.stage.RunContext;
import silkline.stage.Vintages;
import silkline.table.Lake;
import silkline.table.silver.ObservationTable;
import silkline.testing.Rows;
import silkline.testing.SampleDataset;
import silkline.testing.SparkTest;

/** A source that deletes: gone from then on, there before, whichever of the two releases came in first. */
@SparkTest
class DeletionTest {
    private static final String HEADER =
            "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,ITEM,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE\n";
    private static final String FIRST = HEADER
            + "dataflow,TEST:BOP(1.0),I,A,KAZ,GS,USD,2022,1.5\n"
            + "dataflow,TEST:BOP(1.0),I,A,KAZ,GS,USD,2023,2.5\n";
    private static final String SECOND = HEADER + "dataflow,TEST:BOP(1.0),D,A,KAZ,GS,USD,2022,\n";

    @Test
    void whatTheSourceDeletesIsGoneFromThenOnInWhicheverOrderTheReleasesComeIn(SparkSession spark, @TempDir Path folder)
            throws IOException {
        for (boolean isInOrder : List.of(true, false)) {
            Path lake = folder.resolve("lake-" + isInOrder);
            Cli.Result one = ingest(folder.resolve("a-" + isInOrder), lake, isInOrder);
            Cli.Result other = ingest(folder.resolve("b-" + isInOrder), lake, !isInOrder);
            assertThat(one.facts().get("rows_accepted").asInt()
                            + other.facts().get("rows_accepted").asInt())
                    .isEqualTo(3);
            assertThat(readings(spark, lake, "")).containsExactly("2023 2.5");
            assertThat(readings(spark, lake, "2025-12-31")).containsExactly("2022 1.5", "2023 2.5");
        }
    }

    private static Cli.Result ingest(Path datasets, Path lake, boolean isFirst) throws IOException {
        Path folder = Files.createDirectories(datasets.resolve("bop"));
        Files.writeString(folder.resolve("data.csv"), isFirst ? FIRST : SECOND);
        SampleDataset.describe(folder, "sdmx-csv", "data.csv");
        if (!isFirst) {
            Path manifest = folder.resolve("dataset.json");
            Files.writeString(manifest, Files.readString(manifest).replace("2025-06-30", "2026-01-15"));
        }
        Cli.Result result = Cli.execute("ingest", "--datasets", datasets, "--lake", lake);
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result;
    }

    private static List<String> readings(SparkSession spark, Path lake, String asOf) {
        RunContext run = new RunContext("test", Instant.parse("2026-02-01T00:00:00Z"), asOf);
        Lake stored = Lake.at(spark, lake.toString(), "", Lake.Writing.DRY_RUN);
        return Rows.lines(
                Vintages.newest(Vintages.read(stored.read(ObservationTable.SPEC), run))
                        .orderBy("period_index"),
                "time_period",
                "obs_value");
    }
}
