package silkline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static silkline.testing.SampleDataset.copy;
import static silkline.testing.SampleDataset.replaceText;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silkline.table.Lake;
import silkline.table.audit.QualityTable;
import silkline.table.silver.QuarantineTable;
import silkline.testing.Rows;
import silkline.testing.SparkTest;

/** A rule of a dataset, at each severity, from its dataset.json to the tables. */
@SparkTest
class QualityGateTest {
    private static final Path DATASETS = Path.of("src/test/resources/datasets-small");
    private static final String LEFT_OUT = "goods_trade,A,KAZ,X,TJK,TOTAL,USD,6,V,customs,2016,48,A,,table 1\n";
    private static final String RANGE = "\"RANGE\": ";

    @Test
    void aRuleThatMustHoldLeavesNothingBehindAndALowerSeverityLetsTheRunGoOn(SparkSession spark, @TempDir Path folder)
            throws IOException {
        Path datasets = copy(DATASETS, folder.resolve("datasets"));
        Path trade = datasets.resolve("trade");
        replaceText(
                trade, "trade.csv", "X,UZB,TOTAL,USD,6,V,customs,2015,100,", "X,UZB,TOTAL,USD,6,V,customs,2015,-100,");
        declare(trade, "\"quality\": {\"rules\": {" + RANGE + "\"fail\"}}, \"files\"", "\"files\"");
        Path lakeFolder = folder.resolve("lake");

        Cli.Result failed = Cli.execute("ingest", "--datasets", datasets, "--lake", lakeFolder);

        assertThat(failed.exitCode()).as(failed.err()).isEqualTo(ExitCodes.QUALITY_GATE);
        assertThat(failed.facts().get("exit_code").asInt()).isEqualTo(ExitCodes.QUALITY_GATE);
        assertThat(failed.err())
                .contains(
                        "Nothing was written",
                        "trade: RANGE is broken, 1 of ",
                        "lower \"RANGE\" to \"warn\" in the \"quality\" of trade/dataset.json",
                        "trade/trade.csv:2: goods_trade.A.KAZ.X.UZB",
                        "2015 is -100000000, outside 0 to any")
                .doesNotContain("at silkline", "Exception");
        assertThat(lakeFolder).doesNotExist();

        declare(trade, RANGE + "\"quarantine\"", RANGE + "\"fail\"");
        Cli.Result setAside = Cli.execute("ingest", "--datasets", datasets, "--lake", lakeFolder, "--run-id", "aside");

        assertThat(setAside.exitCode()).as(setAside.err()).isZero();
        assertThat(setAside.facts().get("rows_quarantined").asLong()).isEqualTo(1);
        assertThat(setAside.facts().get("rows_read").asLong())
                .isEqualTo(setAside.facts().get("rows_accepted").asLong()
                        + setAside.facts().get("rows_unchanged").asLong()
                        + 1);
        Lake lake = Lake.at(spark, lakeFolder.toString(), "", Lake.Writing.DRY_RUN);
        assertThat(Rows.lines(lake.read(QuarantineTable.SPEC), "dataset_id", "file", "line", "rule"))
                .containsExactly("trade trade.csv 2 RANGE");
        assertThat(Rows.lines(
                        lake.read(QualityTable.SPEC).where("rule = 'RANGE' AND dataset_id = 'trade'"),
                        "run_id",
                        "severity",
                        "status",
                        "broken"))
                .containsExactly("aside quarantine broken 1");

        declare(trade, RANGE + "\"warn\"", RANGE + "\"quarantine\"");
        Cli.Result warned = Cli.execute("ingest", "--datasets", datasets, "--lake", lakeFolder, "--run-id", "warned");

        assertThat(warned.facts().get("rows_accepted").asLong()).isEqualTo(1);
        assertThat(lake.read(QuarantineTable.SPEC).isEmpty()).isTrue();
        assertThat(Rows.lines(
                        lake.read(QualityTable.SPEC).where("run_id = 'warned' AND status = 'broken'"),
                        "dataset_id",
                        "rule",
                        "severity"))
                .contains("trade RANGE warn");
        assertThat(Rows.<Object>values(lake.read(QualityTable.SPEC).where("run_id = 'warned'"), "rule"))
                .hasSize(5 * silkline.quality.Rule.values().length);

        replaceText(trade, "trade.csv", LEFT_OUT, "");
        declare(trade, "\"published_at\": \"2026-03-31\"", "\"published_at\": \"2025-06-30\"");
        for (String run : List.of("later", "again")) {
            Cli.Result later = Cli.execute("ingest", "--datasets", datasets, "--lake", lakeFolder, "--run-id", run);
            assertThat(later.exitCode()).as(later.err()).isZero();
            assertThat(Rows.lines(
                            lake.read(QualityTable.SPEC)
                                    .where("run_id = '" + run + "' AND rule = 'VANISHED' AND dataset_id = 'trade'"),
                            "severity",
                            "status",
                            "broken",
                            "examples"))
                    .singleElement()
                    .asString()
                    .startsWith("warn broken 1 ")
                    .contains("goods_trade.A.KAZ.X.TJK", "1 from 2016 to 2016 are not in the release of 2026-03-31");
        }
    }

    private static void declare(Path dataset, String text, String inPlaceOf) throws IOException {
        Path manifest = dataset.resolve("dataset.json");
        String before = Files.readString(manifest);
        assertThat(before).contains(inPlaceOf);
        Files.writeString(manifest, before.replace(inPlaceOf, text));
    }
}
