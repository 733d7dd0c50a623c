package silkline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import silkline.source.DatasetManifest;
import silkline.table.Tables;
import silkline.testing.Readme;

/** The tables of the README say what the datasets and the code say; {@code -Dgolden.update=true} rewrites them. */
class ReadmeTest {
    @Test
    void datasetsAreListedWithProducerAndLicence() throws IOException {
        Readme.assertSection("datasets", "| dataset | what it is | producer | licence |", datasets());
    }

    @Test
    void tablesAreListedWithTheirMeaning() {
        Readme.assertSection(
                "tables",
                "| table | what it holds | written by |",
                Tables.all().stream()
                        .map(table ->
                                Readme.row("`" + table + "`", table.meaning(), "`silkline " + table.madeBy() + "`")));
    }

    private static Stream<String> datasets() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("datasets"))) {
            List<DatasetManifest> manifests = folders.filter(Files::isDirectory)
                    .sorted()
                    .map(ReadmeTest::manifest)
                    .collect(Collectors.toList());
            assertThat(manifests).isNotEmpty();
            return manifests.stream()
                    .map(m -> Readme.row(
                            "[" + m.id() + "](" + m.folder() + "/dataset.json)", m.title(), m.producer(), m.licence()));
        }
    }

    private static DatasetManifest manifest(Path folder) {
        try {
            return DatasetManifest.parse(
                    folder.toString(), Files.readString(folder.resolve(DatasetManifest.FILE_NAME)));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
