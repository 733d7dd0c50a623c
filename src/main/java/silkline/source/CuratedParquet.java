package silkline.source;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import silkline.series.ObservationParser;

/** The curated format as Parquet, for larger datasets; read in parallel. Values are doubles or text. */
public final class CuratedParquet implements SourceFormat {
    @Override
    public String id() {
        return "curated-parquet";
    }

    @Override
    public void check(SparkSession spark, DatasetManifest dataset) {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        for (DatasetManifest.FileEntry file : dataset.files()) {
            FileContract contract = new FileContract(dataset, file, hadoop);
            contract.checkBytes();
            contract.checkHeader(
                    columns(contract, dataset.location(file), hadoop),
                    ObservationParser.REQUIRED,
                    ObservationParser.DEFAULTS.keySet());
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
    public Dataset<Row> read(SparkSession spark, List<DatasetManifest> datasets) {
        return datasets.stream()
                .flatMap(dataset -> dataset.files().stream().map(file -> read(spark, dataset, file)))
                .reduce(Dataset::unionAll)
                .orElseThrow();
    }

    private static Dataset<Row> read(SparkSession spark, DatasetManifest dataset, DatasetManifest.FileEntry file) {
        Dataset<Row> rows = spark.read().parquet(dataset.location(file));
        List<String> found = Arrays.asList(rows.columns());
        Column[] cells = RawRows.CELLS.stream()
                .map(cell -> found.contains(cell)
                        ? col(cell).cast(DataTypes.StringType).as(cell)
                        : lit(null).cast(DataTypes.StringType).as(cell))
                .toArray(Column[]::new);
        Column raw = concat_ws(
                ",",
                found.stream()
                        .map(name -> coalesce(col(name).cast(DataTypes.StringType), lit("")))
                        .toArray(Column[]::new));
        Column[] place = {
            lit(dataset.id()).as(RawRows.DATASET_ID),
            lit(file.path()).as(RawRows.FILE),
            col("_metadata.row_index").plus(1).as(RawRows.LINE),
            lit("").as(RawRows.PROBLEM),
            raw.as(RawRows.RAW)
        };
        return rows.select(
                Stream.concat(Arrays.stream(place), Arrays.stream(cells)).toArray(Column[]::new));
    }
}
