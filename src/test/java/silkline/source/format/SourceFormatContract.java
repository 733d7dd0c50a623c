package silkline.source.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static silkline.testing.SampleDataset.manifest;
import static silkline.testing.SampleDataset.sha256;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silkline.UserError;
import silkline.source.DatasetManifest;
import silkline.source.SourceFormat;
import silkline.testing.RawCells;
import silkline.testing.Rows;

/** What every format of observations keeps. */
interface SourceFormatContract {
    List<String> COLUMNS = List.of("indicator", "freq", "ref_area", "unit_measure", "time_period", "obs_value");
    List<List<String>> TWO_ROWS = List.of(
            List.of("gdp", "A", "KAZ", "USD", "2023", "261.8"), List.of("gdp", "A", "UZB", "USD", "2024", "115"));

    SourceFormat format();

    /** Name of the sample file. */
    String fileName();

    /** Writes a sound file. */
    void write(SparkSession spark, Path file, List<String> columns, List<List<String>> rows) throws IOException;

    /** The line of the first row, as the format counts. */
    long firstLine();

    @Test
    default void isInTheListOfFormats() {
        assertThat(SourceFormats.all()).extracting(SourceFormat::id).contains(format().id());
    }

    @Test
    default void everyRowIsReadWithItsFileAndLine(SparkSession spark, @TempDir Path folder) throws IOException {
        write(spark, folder.resolve(fileName()), COLUMNS, TWO_ROWS);
        assertThat(Rows.lines(
                        read(spark, folder), "dataset_id", "file", "line", "ref_area", "time_period", "obs_value"))
                .containsExactly(
                        "sample %s %d KAZ 2023 261.8".formatted(fileName(), firstLine()),
                        "sample %s %d UZB 2024 115".formatted(fileName(), firstLine() + 1));
    }

    @Test
    default void columnsMayStandInAnyOrderAndThoseThatAreNotThereAreNull(SparkSession spark, @TempDir Path folder)
            throws IOException {
        write(
                spark,
                folder.resolve(fileName()),
                List.of("obs_value", "time_period", "note", "unit_measure", "ref_area", "freq", "indicator"),
                List.of(List.of("1.5", "2024", "why", "USD", "KAZ", "A", "gdp")));
        assertThat(Rows.lines(read(spark, folder), "indicator", "obs_value", "note", "flow", "published_at"))
                .containsExactly("gdp 1.5 why - -");
    }

    @Test
    default void rowsKeepTheirTextForTheQuarantine(SparkSession spark, @TempDir Path folder) throws IOException {
        write(spark, folder.resolve(fileName()), COLUMNS, TWO_ROWS);
        assertThat(Rows.lines(read(spark, folder), "raw")).contains("gdp,A,KAZ,USD,2023,261.8");
    }

    @Test
    default void aFileWithoutRowsIsSoundAndGivesNone(SparkSession spark, @TempDir Path folder) throws IOException {
        write(spark, folder.resolve(fileName()), COLUMNS, List.of());
        assertThat(read(spark, folder).isEmpty()).isTrue();
    }

    @Test
    default void aMissingColumnIsRefused(SparkSession spark, @TempDir Path folder) throws IOException {
        List<List<String>> rows = List.of(List.of("gdp", "A", "KAZ", "USD", "2023"));
        write(spark, folder.resolve(fileName()), COLUMNS.subList(0, 5), rows);
        assertRefused(spark, folder, "no column 'obs_value'", "Add it or rename");
    }

    @Test
    default void anUnknownColumnIsRefused(SparkSession spark, @TempDir Path folder) throws IOException {
        List<String> columns =
                List.of("indicator", "freq", "ref_area", "unit_measure", "time_period", "obs_value", "colour");
        write(
                spark,
                folder.resolve(fileName()),
                columns,
                List.of(List.of("gdp", "A", "KAZ", "USD", "2023", "1", "red")));
        assertRefused(spark, folder, "unknown column 'colour'", "Rename it or take it out");
    }

    @Test
    default void anotherSha256IsRefusedAndTheTrueOneTold(SparkSession spark, @TempDir Path folder) throws IOException {
        write(spark, folder.resolve(fileName()), COLUMNS, TWO_ROWS);
        UserError error = refusal(spark, folder, "0".repeat(64));
        assertThat(error).hasMessageContainingAll("another sha256", sha256(folder.resolve(fileName())));
    }

    @Test
    default void anEmptyFileIsRefused(SparkSession spark, @TempDir Path folder) throws IOException {
        Files.write(folder.resolve(fileName()), new byte[0]);
        assertRefused(spark, folder, "is empty", "Put the file there again");
    }

    @Test
    default void aMissingFileIsRefused(SparkSession spark, @TempDir Path folder) {
        assertThat(refusal(spark, folder, "0".repeat(64))).hasMessageContainingAll("does not exist", "Put it there");
    }

    @Test
    default void aFileOutsideTheDatasetIsRefused(SparkSession spark, @TempDir Path folder) {
        for (String path : List.of("../" + fileName(), "/etc/" + fileName(), "..", "sub/" + fileName())) {
            UserError error = catchThrowableOfType(
                    UserError.class,
                    () -> DatasetManifest.parse(folder.toString(), manifest("sample", format().id(), path, "0")));
            assertThat(error).as(path).hasMessageContainingAll(path, "is not a plain name", "write the name alone");
            assertThat(error.kind()).isEqualTo(UserError.Kind.INPUT_CONTRACT);
        }
    }

    /** Reads the sample file after its check. */
    default Dataset<Row> read(SparkSession spark, Path folder) {
        DatasetManifest dataset = dataset(folder, sha256(folder.resolve(fileName())));
        format().check(spark, dataset, RawCells.CODES);
        return RawCells.read(spark, format(), dataset);
    }

    /** The sample file, with its true sha256, breaks the contract: the message has file, problem and remedy. */
    default void assertRefused(SparkSession spark, Path folder, String problem, String remedy) {
        assertThat(refusal(spark, folder, sha256(folder.resolve(fileName())))).hasMessageContainingAll(problem, remedy);
    }

    private UserError refusal(SparkSession spark, Path folder, String sha256) {
        UserError error = catchThrowableOfType(
                UserError.class, () -> format().check(spark, dataset(folder, sha256), RawCells.CODES));
        assertThat(error).isNotNull();
        assertThat(error.kind()).isEqualTo(UserError.Kind.INPUT_CONTRACT);
        assertThat(error).hasMessageStartingWith("sample/" + fileName() + ":");
        return error;
    }

    private DatasetManifest dataset(Path folder, String sha256) {
        return DatasetManifest.parse(folder.toString(), manifest("sample", format().id(), fileName(), sha256));
    }
}
