package silkline.source.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silkline.source.SourceFormat;
import silkline.testing.SparkTest;

/** The same format, packed. */
@SparkTest
class CuratedCsvPackedTest implements SourceFormatContract {
    @Override
    public SourceFormat format() {
        return new CuratedCsv();
    }

    @Override
    public String fileName() {
        return "sample.csv.gz";
    }

    @Override
    public long firstLine() {
        return 2;
    }

    @Override
    public void write(SparkSession spark, Path file, List<String> columns, List<List<String>> rows) throws IOException {
        Files.write(file, packed(CuratedCsvTest.text(columns, rows)));
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void aFileCutOffIsRefused(SparkSession spark, @TempDir Path folder) throws IOException {
        Path file = folder.resolve(fileName());
        write(spark, file, COLUMNS, TWO_ROWS);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 12));
        assertRefused(spark, folder, "is damaged or cut off", "Fetch the file again");
    }

    @Test
    void textThatIsNotPackedIsRefused(SparkSession spark, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(fileName()), "indicator,freq\n");
        assertRefused(spark, folder, "is damaged or cut off", "Fetch the file again");
    }
}
