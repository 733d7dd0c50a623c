package silkline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static silkline.testing.SampleDataset.describe;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silkline.table.Lake;
import silkline.table.silver.DatasetTable;
import silkline.table.silver.ObservationTable;
import silkline.table.silver.QuarantineTable;
import silkline.table.silver.SeriesTable;
import silkline.testing.Editions;
import silkline.testing.Rows;
import silkline.testing.SparkTest;

/** Input is data: it opens no other file, fills no disk, and is no program anywhere. */
@SparkTest
class HostileInputTest {
    private static final String HEADER =
            "indicator,freq,ref_area,flow,counterpart_area,product,unit_measure,prices,basis,time_period,obs_value,source_ref,note\n";
    private static final List<String> TEXTS = List.of(
            "'; DROP TABLE silver.observation; --",
            "') OR (1 = 1) --",
            "=cmd|'/c calc'!A0",
            "<script>alert(1)</script>",
            "${7*7}#{7*7}",
            "\u202Etxt.exe\u202C",
            "../../../../etc/passwd",
            "x".repeat(10_000));

    private static Cli.Result ingest(Path datasets, Path lake) {
        return Cli.execute("ingest", "--datasets", datasets, "--lake", lake);
    }

    private static Lake lake(SparkSession spark, Path folder) {
        return Lake.at(spark, folder.toString(), "", Lake.Writing.DRY_RUN);
    }

    @Test
    void textsAreStoredAsTheyAreAndDoNothing(SparkSession spark, @TempDir Path folder) throws IOException {
        Path datasets = Editions.first(folder.resolve("datasets"));
        assertThat(ingest(datasets, folder.resolve("without")).exitCode()).isZero();
        Path hostile = Files.createDirectories(datasets.resolve("hostile"));
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < TEXTS.size(); i++) {
            String text = "\"" + TEXTS.get(i) + "\"";
            rows.append("gdp,A,KAZ,_Z,_Z,_Z,USD,V,_Z,%d,1,%s,%s%n".formatted(2000 + i, text, text));
            rows.append("%s,A,KAZ,_Z,_Z,_Z,USD,V,_Z,2024,1,,%n".formatted(text));
        }
        Files.writeString(hostile.resolve("rows.csv"), rows);
        describe(hostile, "curated-csv", "rows.csv");
        Path manifest = hostile.resolve("dataset.json");
        Files.writeString(manifest, Files.readString(manifest).replace("A dataset of the tests", TEXTS.get(0)));

        Cli.Result result = ingest(datasets, folder.resolve("with"));

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.facts().get("rows_quarantined").asInt()).isEqualTo(TEXTS.size());
        Lake with = lake(spark, folder.resolve("with"));
        for (String column : List.of("source_ref", "note")) {
            assertThat(Rows.<String>values(with.read(ObservationTable.SPEC), column))
                    .containsAll(TEXTS);
        }
        assertThat(Rows.<String>values(with.read(QuarantineTable.SPEC), "raw"))
                .hasSameSizeAs(TEXTS)
                .anyMatch(raw -> raw.contains("DROP TABLE"));
        assertThat(Rows.<String>values(with.read(DatasetTable.SPEC), "title")).contains(TEXTS.get(0));
        Map<String, List<String>> before = Editions.silver(lake(spark, folder.resolve("without")));
        Map<String, List<String>> after = Editions.silver(with);
        before.forEach((table, lines) -> assertThat(after.get(table)).as(table).containsAll(lines));
        assertThat(after.get(ObservationTable.SPEC.toString()))
                .hasSize(before.get(ObservationTable.SPEC.toString()).size() + TEXTS.size());
        assertThat(after.get(SeriesTable.SPEC.toString()))
                .hasSize(before.get(SeriesTable.SPEC.toString()).size() + 1);
    }

    @Test
    void linksAndPathsThatLeaveTheFolderAreRefused(SparkSession spark, @TempDir Path folder) throws IOException {
        Path datasets = Editions.first(folder.resolve("datasets"));
        Path elsewhere = Editions.first(folder.resolve("elsewhere"));
        Files.createSymbolicLink(datasets.resolve("linked-folder"), elsewhere.resolve("trade"));
        Path linkedFile = Files.createDirectories(datasets.resolve("linked-file"));
        Files.createSymbolicLink(linkedFile.resolve("trade.csv"), elsewhere.resolve("trade/trade.csv"));
        describe(linkedFile, "curated-csv", "trade.csv");
        Path linkedManifest = Files.createDirectories(datasets.resolve("linked-manifest"));
        Files.createSymbolicLink(linkedManifest.resolve("dataset.json"), elsewhere.resolve("trade/dataset.json"));
        Path parent = Files.createDirectories(datasets.resolve("parent"));
        Files.copy(elsewhere.resolve("trade/trade.csv"), parent.resolve("trade.csv"));
        describe(parent, "curated-csv", "trade.csv");
        Path manifest = parent.resolve("dataset.json");
        Files.writeString(manifest, Files.readString(manifest).replace("trade.csv", "../trade/trade.csv"));
        Path noFile = Files.createDirectories(datasets.resolve("no-file"));
        Files.writeString(noFile.resolve("trade.csv"), HEADER);
        describe(noFile, "curated-csv", "trade.csv");
        Files.delete(noFile.resolve("trade.csv"));
        Files.createDirectories(noFile.resolve("trade.csv"));

        Cli.Result result = ingest(datasets, folder.resolve("lake"));

        assertThat(result.exitCode()).isEqualTo(ExitCodes.INPUT_CONTRACT);
        assertThat(result.err())
                .containsPattern(
                        "error: linked-folder/dataset.json: is a link, or in a folder that is one. Put the file")
                .containsPattern("error: linked-file/trade.csv: is a link")
                .containsPattern("error: linked-manifest/dataset.json: is a link")
                .containsPattern("error: parent/dataset.json: file '../trade/trade.csv' is not a plain name")
                .containsPattern("error: no-file/trade.csv: is not a file")
                .doesNotContain("at silkline");
        assertThat(Rows.<String>values(lake(spark, folder.resolve("lake")).read(DatasetTable.SPEC), "dataset_id"))
                .containsExactlyInAnyOrder("articles", "claims", "economy", "neighbours", "trade");
    }

    @Test
    void aFileThatUnpacksToFarMoreThanItIsIsRefused(@TempDir Path folder) throws IOException {
        Path bomb = Files.createDirectories(folder.resolve("datasets/bomb"));
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(bomb.resolve("rows.csv.gz")))) {
            packed.write(HEADER.getBytes(StandardCharsets.UTF_8));
            byte[] lines = "\n".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 100; i++) {
                packed.write(lines);
            }
        }
        describe(bomb, "curated-csv", "rows.csv.gz");
        Cli.Result result = ingest(folder.resolve("datasets"), folder.resolve("lake"));
        assertThat(result.exitCode()).isEqualTo(ExitCodes.INPUT_CONTRACT);
        assertThat(result.err())
                .contains("error: bomb/rows.csv.gz: unpacks to more than 200 times its size.", "put it there unpacked");
    }
}
