package silkline.source.format;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.Type;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import silkline.series.Cell;
import silkline.series.CodeLists;
import silkline.source.DatasetManifest;
import silkline.source.DeliveredRows;
import silkline.source.FileContract;
import silkline.source.RawRow;
import silkline.source.SourceFormat;

/** The curated format as Parquet, for larger datasets; read in parallel. Values are doubles or text. */
public final class CuratedParquet implements SourceFormat {
    /** Columns before the cells. */
    private static final int PLACE = 4;

    @Override
    public String id() {
        return "curated-parquet";
    }

    @Override
    public void check(SparkSession spark, DatasetManifest dataset, CodeLists codes) {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        for (FileContract contract : FileContract.of(spark, dataset)) {
            contract.checkBytes();
            contract.checkHeader(columns(contract, contract.location(), hadoop), Cell.required(), Cell.optional());
        }
    }

    /** From the footer alone: Spark would start a job, and print the trace of its task where the file is damaged. */
    private static List<String> columns(FileContract contract, String location, Configuration hadoop) {
        try (ParquetFileReader footer = ParquetFileReader.open(HadoopInputFile.fromPath(new Path(location), hadoop))) {
            return footer.getFileMetaData().getSchema().getFields().stream()
                    .map(Type::getName)
                    .toList();
        } catch (IOException | RuntimeException unreadable) { // Parquet throws plain RuntimeException
            throw contract.contract("is not a readable Parquet file.", "Fetch or write the file again.");
        }
    }

    @Override
    public <T> Dataset<T> read(
            SparkSession spark,
            List<DatasetManifest> datasets,
            CodeLists codes,
            DeliveredRows delivered,
            MapFunction<RawRow, T> parse,
            Encoder<T> encoder) {
        return datasets.stream()
                .flatMap(dataset -> dataset.files().stream().map(file -> read(spark, dataset, file, delivered)))
                .reduce(Dataset::unionAll)
                .orElseThrow()
                .map((MapFunction<Row, T>) row -> parse.call(raw(row)), encoder);
    }

    /** Dataset, file, row, text, and the cells in their order. */
    private static Dataset<Row> read(
            SparkSession spark, DatasetManifest dataset, DatasetManifest.FileEntry file, DeliveredRows delivered) {
        Dataset<Row> rows = spark.read().parquet(dataset.location(file));
        delivered.add(new DeliveredRows.Part(
                dataset.id(), dataset.id() + "/" + file.path(), rowsInFooter(spark, dataset.location(file))));
        List<String> found = Arrays.asList(rows.columns());
        Column raw = concat_ws(
                ",",
                found.stream()
                        .map(name -> coalesce(col(name).cast(DataTypes.StringType), lit("")))
                        .toArray(Column[]::new));
        Stream<Column> place = Stream.of(
                lit(dataset.id()), lit(file.path()), col("_metadata.row_index").plus(1), raw);
        Stream<Column> cells = Cell.all().stream()
                .map(Cell::column)
                .map(cell -> (found.contains(cell) ? col(cell) : lit(null))
                        .cast(DataTypes.StringType)
                        .as(cell));
        return rows.select(Stream.concat(place, cells).toArray(Column[]::new));
    }

    /** As the file itself says: Spark splits it as it likes, so that its tasks are no parts to count by. */
    private static long rowsInFooter(SparkSession spark, String location) {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        try (ParquetFileReader footer = ParquetFileReader.open(HadoopInputFile.fromPath(new Path(location), hadoop))) {
            return footer.getRecordCount();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** By position, since rows in a task may have lost their schema. */
    private static RawRow raw(Row row) {
        String[] cells = new String[Cell.all().size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = row.getString(PLACE + i);
        }
        return RawRow.of(row.getString(0), row.getString(1), row.getLong(2), () -> row.getString(PLACE - 1), cells);
    }
}
