package silkline.source.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silkline.source.DatasetManifest;
import silkline.source.Piece;
import silkline.testing.SampleDataset;

class CsvPiecesTest {
    private static final Configuration HADOOP = new Configuration();
    private static final int WIDTH = 4;
    private static final int PIECE_BYTES = 40;

    /** What cells can look like, quotes that stand where they should not included. */
    private static final List<String> CELLS = List.of(
            "a",
            "",
            "12.5",
            "\"x, y\"",
            "\"two\nlines\"",
            "\"three\r\n\nlines\"",
            "\"say \"\"so\"\"\"",
            "\"\"",
            "5\" pipe",
            "ü€");

    @ParameterizedTest
    @ValueSource(strings = {"rows.csv", "rows.csv.gz"})
    void thePiecesOfAFileHoldTheRowsOfTheWhole(String name, @TempDir Path folder) throws IOException {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            DatasetManifest dataset = dataset(folder, name, text(random));
            DatasetManifest.FileEntry file = dataset.files().get(0);
            List<Piece> pieces = CsvPieces.of(dataset, file, CsvDialect.PLAIN, HADOOP, PIECE_BYTES);
            List<String> cut = new ArrayList<>();
            pieces.forEach(piece -> cut.addAll(rows(piece)));
            assertThat(cut).as("seed %d", seed).isEqualTo(rows(Piece.whole(dataset, file)));
            assertThat(pieces).as("seed %d", seed).hasSizeGreaterThan(1);
        }
    }

    private static List<String> rows(Piece piece) {
        NativeRows rows = CsvPieces.read(piece, CsvDialect.PLAIN, HADOOP);
        List<String> read = new ArrayList<>();
        rows.rows().forEachRemaining(row -> {
            StringBuilder text = new StringBuilder().append(row.line()).append(row.problem());
            for (int column = 0; column < WIDTH; column++) {
                text.append('|').append(row.cell(column));
            }
            read.add(text.toString());
        });
        return read;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder("k,l,m,n\n");
        for (int row = 0; row < 60; row++) {
            for (int column = 0; column < WIDTH; column++) {
                text.append(column == 0 ? "" : ",").append(CELLS.get(random.nextInt(CELLS.size())));
            }
            text.append(random.nextInt(5) == 0 ? "\r\n" : "\n").append(random.nextInt(9) == 0 ? "\n" : "");
        }
        return text.toString();
    }

    private static DatasetManifest dataset(Path folder, String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve(name), name.endsWith(".gz") ? packed(bytes) : bytes);
        return DatasetManifest.parse(folder.toString(), SampleDataset.manifest("sample", "csv", name, "0"));
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }
}
