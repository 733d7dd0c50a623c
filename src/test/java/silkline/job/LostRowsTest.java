package silkline.job;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static silkline.table.silver.QuarantineTable.FILE;
import static silkline.table.silver.QuarantineTable.LINE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silkline.UserError;
import silkline.forecast.ForecastRequest;
import silkline.source.DatasetManifest;
import silkline.source.Datasets;
import silkline.source.DeliveredRows;
import silkline.stage.RunContext;
import silkline.stage.ingest.DecisionStage;
import silkline.table.Lake;
import silkline.table.silver.DatasetTable;
import silkline.testing.SampleDataset;
import silkline.testing.SparkTest;

/** What the files had is counted apart from what became of it; a row that is lost or doubled on the way ends the run. */
@SparkTest
class LostRowsTest {
    private static final Path DATASETS = Path.of("src/test/resources/datasets-small");
    private static final RunContext RUN = new RunContext("run", Instant.parse("2026-01-01T00:00:00Z"), "");

    @TempDir
    private static Path folder;

    private JobSession session;
    private List<DatasetManifest> datasets;
    private ObservationRows read;
    private DatasetBooks books;

    @BeforeAll
    void read(SparkSession spark) {
        JobSettings settings = new JobSettings(
                "ingest",
                DATASETS.toString(),
                folder.toString(),
                "",
                "",
                "*",
                ForecastRequest.DEFAULT,
                Lake.Writing.ON,
                "test");
        session = new JobSession(spark, settings, RUN, new Silent());
        datasets = Datasets.scan(spark, DATASETS.toString(), "{trade,economy}").sound(dataset -> {});
        read = ObservationRows.read(session, datasets);
        books = DatasetBooks.read(session.lake(), read.releases());
    }

    private static final class Silent implements Progress {
        @Override
        public void begin(String step) {}

        @Override
        public void during(String step, long done, long left, String words) {}

        @Override
        public void end(String step, long rows, double seconds, String words) {}
    }

    @Test
    void whatBecameOfTheRowsIsWhatTheFilesHad() {
        Map<String, Long> lines = Map.of("trade", lines("trade/trade.csv"), "economy", lines("economy/economy.csv"));
        assertThat(read.delivered().byDataset()).isEqualTo(lines);
        assertThat(read.counts(books).get("trade").read()).isEqualTo(lines.get("trade"));
    }

    @Test
    void aLostRowEndsTheRunAsAFaultOfTheProgram() {
        refused(rows -> rows.where(col(FILE).notEqual("trade.csv").or(col(LINE).notEqual(3))));
    }

    @Test
    void aDoubledRowEndsTheRunAsAFaultOfTheProgram() {
        refused(rows -> rows.unionAll(rows.where("file = 'trade.csv' AND line = 3")));
    }

    @Test
    void aDatasetThatVanishesEndsTheRunAsAFaultOfTheProgram() {
        refused(rows -> rows.where("dataset_id <> 'trade'"));
    }

    private void refused(UnaryOperator<Dataset<Row>> fault) {
        ObservationRows broken = read.letThrough(fault.apply(read.decided()));
        assertThatThrownBy(() -> broken.counts(books))
                .isNotInstanceOf(UserError.class)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(
                        "trade: its files have " + lines("trade/trade.csv") + " rows, but", "Nothing was written");
        assertThat(session.lake().has(DatasetTable.SPEC)).isFalse();
    }

    @Test
    void readingAgainDoesNotCountAgain(SparkSession spark) {
        DeliveredRows delivered = DeliveredRows.in(spark.sparkContext());
        Dataset<Row> rows =
                DecisionStage.parse(spark, datasets, session.reference().codes(), delivered);
        assertThatThrownBy(delivered::byDataset).hasMessageContaining("was not read to its end");
        long once = rows.count();
        long again = rows.repartition(3).count();
        assertThat(again).isEqualTo(once);
        assertThat(delivered.byDataset().values())
                .containsExactlyInAnyOrder(lines("trade/trade.csv"), lines("economy/economy.csv"));
    }

    @Test
    void aPartThatDeliversSomethingElseTheSecondTimeIsNotTaken(SparkSession spark) {
        DeliveredRows delivered = DeliveredRows.in(spark.sparkContext());
        delivered.add(new DeliveredRows.Part("trade", "trade/trade.csv from 0", 3));
        delivered.add(new DeliveredRows.Part("trade", "trade/trade.csv from 0", 4));
        List<Row> outcomes = spark.createDataFrame(
                        List.of(RowFactory.create("trade", 4L)),
                        new StructType().add("dataset_id", "string").add("rows", "long"))
                .collectAsList();
        assertThatThrownBy(() -> RowCounts.refuseLoss(delivered.byDataset(), outcomes))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFileThatIsNamedTwiceIsRefusedSinceItsRowsCouldNotBeToldApart() {
        String entry = "{\"path\": \"a.csv\", \"sha256\": \"0\"}";
        String twice =
                SampleDataset.manifest("sample", "curated-csv", "a.csv", "0").replace(entry, entry + ", " + entry);
        assertThatThrownBy(() -> DatasetManifest.parse("sample", twice))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("names the file 'a.csv' twice");
    }

    private static long lines(String file) {
        try (Stream<String> lines = Files.lines(DATASETS.resolve(file))) {
            return lines.count() - 1;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
