package silkline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static silkline.testing.SampleDataset.copy;
import static silkline.testing.SampleDataset.describe;
import static silkline.testing.SampleDataset.replace;
import static silkline.testing.SampleDataset.replaceText;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silkline.table.Lake;
import silkline.table.silver.DatasetTable;
import silkline.table.silver.ObservationTable;
import silkline.table.silver.QuarantineTable;
import silkline.table.silver.SeriesTable;
import silkline.testing.Rows;
import silkline.testing.SparkTest;

/** Rows that are wrong are set aside; files that are wrong stop their dataset and no other. */
@SparkTest
class BrokenInputTest {
    private static final Path DATASETS = Path.of("src/test/resources/datasets-small");
    private static final String[] WHERE = {"dataset_id", "file", "line", "rule"};

    @Test
    void wrongRowsAreInQuarantineWithFileLineAndMessageUntilTheyAreMended(SparkSession spark, @TempDir Path folder)
            throws IOException {
        Path datasets = copy(DATASETS, folder.resolve("datasets"));
        replaceText(
                datasets.resolve("trade"),
                "trade.csv",
                "X,UZB,TOTAL,USD,6,V,customs,2015,100,",
                "X,UZB,TOTAL,USD,6,V,customs,2015,1oo,");
        replaceText(
                datasets.resolve("trade"),
                "trade.csv",
                "M,UZB,TOTAL,USD,6,V,customs,2015",
                "M,UZX,TOTAL,USD,6,V,customs,2015");
        byte[] economy = Files.readAllBytes(datasets.resolve("economy/economy.csv"));
        String kept = new String(economy, StandardCharsets.UTF_8);
        int cut = kept.indexOf("UZB") + 30;
        replace(datasets.resolve("economy"), "economy.csv", Arrays.copyOf(economy, cut));
        long cutLine = kept.substring(0, cut).lines().count();

        Cli.Result result = Cli.execute("ingest", "--datasets", datasets, "--lake", folder.resolve("lake"));

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.facts().get("rows_quarantined").asLong()).isEqualTo(3);
        assertThat(result.out()).contains("trade: 2 rows in quarantine", "economy: 1 rows in quarantine");
        Lake lake = Lake.at(spark, folder.resolve("lake").toString(), "", Lake.Writing.DRY_RUN);
        List<String> quarantine = Rows.lines(lake.read(QuarantineTable.SPEC), WHERE);
        assertThat(quarantine)
                .contains("trade trade.csv 2 NOT_A_NUMBER", "trade trade.csv 3 UNKNOWN_CODE")
                .anyMatch(row -> row.startsWith("economy economy.csv " + cutLine + " "));
        assertThat(Rows.<String>values(lake.read(QuarantineTable.SPEC).where("line = 2"), "message"))
                .singleElement()
                .asString()
                .contains("obs_value '1oo' is not a number");
        assertThat(Rows.<String>values(
                        lake.read(QuarantineTable.SPEC).where("line = 3 AND dataset_id = 'trade'"), "message"))
                .singleElement()
                .asString()
                .contains("counterpart_area 'UZX' is not known", "'UZ");
        assertThat(Rows.<String>values(lake.read(QuarantineTable.SPEC).where("dataset_id = 'trade'"), "raw"))
                .anyMatch(raw -> raw.contains("1oo"));

        replaceText(datasets.resolve("trade"), "trade.csv", "2015,1oo,", "2015,100,");
        Cli.Result mended =
                Cli.execute("ingest", "--datasets", datasets, "--lake", folder.resolve("lake"), "--only", "trade");
        assertThat(mended.facts().get("rows_accepted").asLong()).isEqualTo(1);
        assertThat(Rows.lines(lake.read(QuarantineTable.SPEC).where("dataset_id = 'trade'"), "line"))
                .containsExactly("3");
        assertThat(Rows.lines(lake.read(QuarantineTable.SPEC).where("dataset_id = 'economy'"), "line"))
                .hasSize(1);
    }

    @Test
    void wrongFilesStopTheirDatasetAndNoOther(SparkSession spark, @TempDir Path folder) throws IOException {
        Path datasets = copy(DATASETS, folder.resolve("datasets"));
        Path column = dataset(datasets, "no-column");
        replaceText(column, "trade.csv", "obs_value", "value");
        Path sum = dataset(datasets, "wrong-sum");
        Files.writeString(sum.resolve("trade.csv"), Files.readString(sum.resolve("trade.csv")) + "\n");
        Path empty = dataset(datasets, "empty-file");
        replace(empty, "trade.csv", new byte[0]);
        Path gone = dataset(datasets, "no-file");
        Files.delete(gone.resolve("trade.csv"));
        Path json = dataset(datasets, "no-json");
        Files.writeString(json.resolve("dataset.json"), "{ \"id\": ");

        Cli.Result result = Cli.execute("ingest", "--datasets", datasets, "--lake", folder.resolve("lake"));

        assertThat(result.exitCode()).isEqualTo(ExitCodes.INPUT_CONTRACT);
        assertThat(result.facts().get("exit_code").asInt()).isEqualTo(ExitCodes.INPUT_CONTRACT);
        assertThat(result.err())
                .containsPattern("error: no-column/trade.csv: no column 'obs_value'.*Add it or rename")
                .containsPattern("error: wrong-sum/trade.csv: has another sha256.*Put the right file there")
                .containsPattern("error: empty-file/trade.csv: is empty.*Put the file there again")
                .containsPattern("error: no-file/trade.csv: does not exist.*Put it there")
                .containsPattern("error: no-json/dataset.json: is not valid JSON")
                .contains("Nothing of 'no-column' was read")
                .doesNotContain("at silkline", "Exception");
        Lake lake = Lake.at(spark, folder.resolve("lake").toString(), "", Lake.Writing.DRY_RUN);
        assertThat(Rows.<String>values(
                        lake.read(SeriesTable.SPEC).select("dataset_id").distinct(), "dataset_id"))
                .containsExactlyInAnyOrder("trade", "economy", "neighbours");
        assertThat(Rows.<String>values(lake.read(DatasetTable.SPEC), "dataset_id"))
                .containsExactlyInAnyOrder("trade", "economy", "neighbours", "articles", "claims");
        assertThat(lake.read(ObservationTable.SPEC).isEmpty()).isFalse();
    }

    private static Path dataset(Path datasets, String id) {
        Path folder = copy(DATASETS.resolve("trade"), datasets.resolve(id));
        describe(folder, "curated-csv", "trade.csv");
        return folder;
    }

    @Test
    void aSecondDatasetOfClaimsIsRefusedBeforeItReplacesTheFirst(@TempDir Path folder) {
        Path datasets = copy(DATASETS, folder.resolve("datasets"));
        describe(copy(DATASETS.resolve("claims"), datasets.resolve("more-claims")), "claims-csv", "claims.csv");
        Cli.Result result = Cli.execute("ingest", "--datasets", datasets, "--lake", folder.resolve("lake"));
        assertThat(result.exitCode()).isEqualTo(ExitCodes.INPUT_CONTRACT);
        assertThat(result.err()).contains("more-claims: is of format 'claims-csv', as 'claims' is", "into one dataset");
        assertThat(folder.resolve("lake/silver")).doesNotExist();
    }

    @Test
    void aRunWhoseOnlyDatasetIsBrokenWritesNoTableOfIt(@TempDir Path folder) throws IOException {
        Path datasets = folder.resolve("datasets");
        Files.createDirectories(datasets);
        replace(dataset(datasets, "empty-file"), "trade.csv", new byte[0]);
        Cli.Result result = Cli.execute(
                "run", "--datasets", datasets, "--lake", folder.resolve("lake"), "--out", folder.resolve("reports"));
        assertThat(result.exitCode()).isEqualTo(ExitCodes.INPUT_CONTRACT);
        assertThat(result.err()).contains("empty-file/trade.csv").doesNotContain("at silkline");
        assertThat(folder.resolve("lake/silver")).doesNotExist();
        assertThat(folder.resolve("reports")).doesNotExist();
    }
}
