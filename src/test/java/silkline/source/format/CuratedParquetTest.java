package silkline.source.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silkline.source.SourceFormat;
import silkline.testing.Rows;
import silkline.testing.SparkTest;

@SparkTest
class CuratedParquetTest implements SourceFormatContract {
    @Override
    public SourceFormat format() {
        return new CuratedParquet();
    }

    @Override
    public String fileName() {
        return "sample.parquet";
    }

    @Override
    public long firstLine() {
        return 1;
    }

    @Override
    public void write(SparkSession spark, Path file, List<String> columns, List<List<String>> rows) throws IOException {
        String types = columns.stream().map(name -> name + " string").collect(Collectors.joining(", "));
        List<Row> cells =
                rows.stream().map(row -> RowFactory.create(row.toArray())).toList();
        store(spark.createDataFrame(cells, StructType.fromDDL(types)), file);
    }

    /** As one plain file. */
    private static void store(Dataset<Row> rows, Path file) throws IOException {
        Path parts = file.resolveSibling("parts");
        rows.coalesce(1).write().parquet(parts.toString());
        try (Stream<Path> files = Files.list(parts)) {
            Path part = files.filter(name -> name.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
            Files.move(part, file);
        }
    }

    @Test
    void numbersMayBeStoredAsNumbers(SparkSession spark, @TempDir Path folder) throws IOException {
        Dataset<Row> rows = Rows.of(
                spark,
                "indicator string, freq string, ref_area string, unit_measure string, time_period string, "
                        + "obs_value double, unit_mult int",
                "gdp A KAZ USD 2023 855301573.930182 3",
                "gdp A KAZ USD 2024 - 3");
        store(rows, folder.resolve(fileName()));
        List<Double> values = Arrays.asList(855301573.930182, null);
        assertThat(Rows.<String>values(read(spark, folder), "obs_value"))
                .extracting(text -> text == null ? null : Double.valueOf(text))
                .isEqualTo(values);
    }

    @Test
    void aFileCutOffIsRefused(SparkSession spark, @TempDir Path folder) throws IOException {
        Path file = folder.resolve(fileName());
        write(spark, file, COLUMNS, TWO_ROWS);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertRefused(spark, folder, "is not a readable Parquet file", "Fetch or write the file again");
    }

    @Test
    void textIsNoParquet(SparkSession spark, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(fileName()), "indicator,freq\n");
        assertRefused(spark, folder, "is not a readable Parquet file", "Fetch or write the file again");
    }
}
