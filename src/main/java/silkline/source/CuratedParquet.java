package silkline.source;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.SparkException;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import silkline.UserError;
import silkline.series.ObservationParser;

/** The curated format as Parquet, for larger datasets; read in parallel. Values are doubles or text. */
public final class CuratedParquet implements SourceFormat {
    @Override
    public String id() {
        return "curated-parquet";
    }

    @Override
    public void check(SparkSession spark, DatasetManifest dataset) {
        for (DatasetManifest.FileEntry file : dataset.files()) {
            new FileContract(dataset, file, spark.sparkContext().hadoopConfiguration()).checkBytes();
            List<String> found = columns(spark, dataset, file);
            for (String column : ObservationParser.REQUIRED) {
                if (!found.contains(column)) {
                    throw UserError.contract(
                            dataset.place(file),
                            "no column '%s'. Found: %s.".formatted(column, String.join(", ", found)),
                            "Add it or rename the one that holds it. Nothing of '%s' was read."
                                    .formatted(dataset.id()));
                }
            }
        }
    }

    private static List<String> columns(SparkSession spark, DatasetManifest dataset, DatasetManifest.FileEntry file) {
        try {
            return Arrays.asList(spark.read().parquet(dataset.location(file)).columns());
        } catch (Exception unreadable) {
            if (unreadable instanceof SparkException || unreadable instanceof AnalysisException) {
                throw UserError.contract(
                        dataset.place(file), "is not a readable Parquet file.", "Fetch or write the file again.");
            }
            throw unreadable;
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
