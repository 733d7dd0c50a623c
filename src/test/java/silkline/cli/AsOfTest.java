package silkline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static silkline.testing.SampleDataset.copy;
import static silkline.testing.SampleDataset.replaceText;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silkline.table.Lake;
import silkline.table.TableSpec;
import silkline.table.Tables;
import silkline.table.gold.GrowthTable;
import silkline.table.silver.DatasetTable;
import silkline.table.silver.ObservationTable;
import silkline.testing.Reports;
import silkline.testing.Rows;
import silkline.testing.SparkTest;

/**
 * Two releases of one dataset: the newer, complete one revises a value, repeats the others and leaves one out. A lake
 * that has both reads as of a day before it as if it had never come, and in whichever order the two came in.
 */
@SparkTest
class AsOfTest {
    private static final Path DATASETS = Path.of("src/test/resources/datasets-small");
    private static final String BEFORE = "2025-12-31";
    private static final Set<String> OF_THE_RUN = Set.of("run_id", "ingested_at");

    private Path folder;
    private Path oldDatasets;
    private Path newDatasets;
    private Lake inOrder;
    private Lake backwards;
    private Lake never;
    private Cli.Result late;
    private Cli.Result known;
    private Cli.Result unasked;
    private Map<String, List<String>> asOf;

    @BeforeAll
    void load(SparkSession spark, @TempDir Path shared) throws IOException {
        folder = shared;
        oldDatasets = copy(DATASETS, folder.resolve("old"));
        newDatasets = copy(DATASETS, folder.resolve("new"));
        Path trade = newDatasets.resolve("trade");
        replaceText(
                trade, "trade.csv", "X,UZB,TOTAL,USD,6,V,customs,2016,108,", "X,UZB,TOTAL,USD,6,V,customs,2016,118,");
        replaceText(trade, "trade.csv", "goods_trade,A,KAZ,M,TUR,TOTAL,USD,6,V,customs,2016,36,A,,table 1\n", "");
        Path manifest = trade.resolve("dataset.json");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replace(
                                "\"published_at\": \"2025-06-30\"",
                                "\"published_at\": \"2026-02-01\", \"release\": \"complete\""));

        ingest("in-order", oldDatasets);
        late = ingest("in-order", newDatasets);
        ingest("backwards", newDatasets);
        run("run", "backwards", "--datasets", oldDatasets, "--as-of", BEFORE, "--out", folder.resolve("backwards-out"));
        run("run", "never", "--datasets", oldDatasets, "--as-of", BEFORE, "--out", folder.resolve("never-out"));
        known = explain("--as-of", BEFORE);
        unasked = explain();
        inOrder = lake(spark, "in-order");
        backwards = lake(spark, "backwards");
        never = lake(spark, "never");
        asOf = gold(backwards);
    }

    private Lake lake(SparkSession spark, String name) {
        return Lake.at(spark, folder.resolve(name).toString(), "", Lake.Writing.DRY_RUN);
    }

    private Cli.Result ingest(String lake, Path datasets) {
        return run("ingest", lake, "--datasets", datasets);
    }

    private Cli.Result run(String command, String lake, Object... more) {
        Object[] words = new Object[more.length + 5];
        words[0] = command;
        words[1] = "--lake";
        words[2] = folder.resolve(lake);
        words[3] = "--run-id";
        words[4] = "RUN-" + command;
        System.arraycopy(more, 0, words, 5, more.length);
        Cli.Result result = Cli.execute(words);
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result;
    }

    /** The value that the newer release revises, in the lake that was computed as of a day before it. */
    private Cli.Result explain(Object... more) {
        List<Object> words = new ArrayList<>(List.of("explain", "--lake", folder.resolve("backwards")));
        words.addAll(List.of("--datasets", oldDatasets, "--out", folder.resolve("backwards-out")));
        words.addAll(List.of(more));
        words.add("observation/goods_trade.A.KAZ.X.UZB.TOTAL.USD._Z.V.N.customs.trade/2016");
        return Cli.execute(words.toArray());
    }

    @Test
    void explainComputesAgainWhatWasKnownOnTheDay() {
        assertThat(known.exitCode()).as(known.err()).isZero();
        assertThat(known.out())
                .contains("value      108000000 USD", "equal to what is stored")
                .doesNotContain("118000000");
        assertThat(unasked.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(unasked.err()).contains("was computed as of " + BEFORE);
    }

    private static Map<String, List<String>> gold(Lake lake) {
        Map<String, List<String>> gold = new LinkedHashMap<>();
        for (TableSpec table : Tables.all()) {
            if (table.layer().equals("gold")) {
                String[] columns = Arrays.stream(table.schema().fieldNames())
                        .filter(column -> !OF_THE_RUN.contains(column))
                        .toArray(String[]::new);
                gold.put(table.toString(), Rows.lines(lake.read(table), columns));
            }
        }
        return gold;
    }

    @Test
    void asOfADayBeforeTheRevisionTheTablesAreThoseOfALakeThatNeverSawIt() {
        Map<String, List<String>> expected = gold(never);
        assertThat(expected.get("gold.growth")).isNotEmpty();
        asOf.forEach((table, rows) -> assertThat(rows).as(table).isEqualTo(expected.get(table)));
    }

    /** But for the books of the ingest, which tell what came in when. */
    @Test
    void andSoIsTheReport() throws IOException {
        String known = withoutBooks(folder.resolve("never-out/report.md"));
        String report = withoutBooks(folder.resolve("backwards-out/report.md"));
        assertThat(Reports.comparable(
                        report, "RUN-run", folder.resolve("backwards").toString()))
                .isEqualTo(Reports.comparable(
                        known, "RUN-run", folder.resolve("never").toString()));
    }

    private static String withoutBooks(Path report) throws IOException {
        String text = Files.readString(report);
        return text.substring(0, text.indexOf("**Rows by dataset**"))
                + text.substring(text.indexOf("No row is in quarantine"));
    }

    /** Both lakes hold both releases, one got the old one last. */
    @Test
    void anOldReleaseThatComesInLateLeavesTheSameToRead() {
        run("growth", "in-order", "--datasets", oldDatasets);
        run("growth", "backwards", "--datasets", oldDatasets);
        List<String> expected = Rows.lines(inOrder.read(GrowthTable.SPEC), growth());
        assertThat(expected)
                .anyMatch(row -> row.contains(" 118000000 "))
                .noneMatch(row -> row.contains(" 108000000 1"));
        assertThat(Rows.lines(backwards.read(GrowthTable.SPEC), growth())).isEqualTo(expected);
        String[] key = {"series_key", "period_index", "published_at", "obs_value", "is_deleted"};
        assertThat(Rows.lines(backwards.read(ObservationTable.SPEC).where("is_deleted"), key))
                .hasSize(1)
                .isEqualTo(Rows.lines(inOrder.read(ObservationTable.SPEC).where("is_deleted"), key));
    }

    private static String[] growth() {
        return Arrays.stream(GrowthTable.SPEC.schema().fieldNames())
                .filter(column -> !OF_THE_RUN.contains(column))
                .toArray(String[]::new);
    }

    @Test
    void whatACompleteReleaseLeavesOutIsCountedApart() {
        assertThat(late.facts().get("rows_deleted").asLong()).isEqualTo(1);
        // The revised value, and that of 2024, which the sample has revised once before.
        assertThat(late.facts().get("rows_accepted").asLong()).isEqualTo(2);
        assertThat(late.out()).contains("trade: 1 observations withdrawn");
        assertThat(Rows.lines(
                        inOrder.read(DatasetTable.SPEC).where("dataset_id = 'trade'"),
                        "published_at",
                        "rows_deleted",
                        "release_at",
                        "is_complete"))
                .containsExactly("2025-06-30 0 2025-12-31 false", "2026-02-01 1 2026-02-01 true");
    }

    @Test
    void theSameReleaseAgainChangesNothing() {
        List<String> before = Rows.lines(inOrder.read(ObservationTable.SPEC), "series_key", "period_index", "run_id");
        Cli.Result again = ingest("in-order", newDatasets);
        assertThat(again.facts().get("rows_accepted").asLong()).isZero();
        assertThat(again.facts().get("rows_deleted").asLong()).isZero();
        assertThat(Rows.lines(inOrder.read(ObservationTable.SPEC), "series_key", "period_index", "run_id"))
                .isEqualTo(before);
    }

    @Test
    void ingestAsOfADayReadsNoLaterRelease(SparkSession spark) {
        Cli.Result result = run("ingest", "early", "--datasets", newDatasets, "--as-of", BEFORE);
        assertThat(result.facts().get("rows_deleted").asLong()).isZero();
        Lake early = lake(spark, "early");
        assertThat(early.read(ObservationTable.SPEC)
                        .where("published_at > '" + BEFORE + "'")
                        .count())
                .isZero();
        assertThat(Rows.lines(early.read(DatasetTable.SPEC), "dataset_id", "is_complete"))
                .containsExactly("articles false", "claims false", "economy false", "neighbours false", "trade false");
    }

    @Test
    void tablesOfAnotherDateAreRefusedWithTheCommandThatMendsIt() {
        for (String command : List.of("claims", "report")) {
            Cli.Result result = Cli.execute(
                    command,
                    "--lake",
                    folder.resolve("never"),
                    "--datasets",
                    oldDatasets,
                    "--out",
                    folder.resolve("x"));
            assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
            assertThat(result.err())
                    .contains("was computed as of " + BEFORE + ", not from everything published", "first.")
                    .doesNotContain("at silkline");
        }
        Cli.Result same =
                Cli.execute("claims", "--lake", folder.resolve("never"), "--datasets", oldDatasets, "--as-of", BEFORE);
        assertThat(same.exitCode()).as(same.err()).isZero();
    }
}
