package silkline.source;

import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.SparkSession;
import silkline.series.CodeLists;

/** Reads the observations of datasets. Most formats are a {@link FileFormat}. */
public interface SourceFormat {
    /** The {@code format} that {@code dataset.json} asks for. */
    String id();

    /** Throws a {@link silkline.UserError} where a file breaks the format's contract; reads no observation. */
    void check(SparkSession spark, DatasetManifest dataset, CodeLists codes);

    /** Every row of every file of these datasets, told to {@code delivered} and handed to {@code parse} in the task that reads it. */
    <T> Dataset<T> read(
            SparkSession spark,
            List<DatasetManifest> datasets,
            CodeLists codes,
            DeliveredRows delivered,
            MapFunction<RawRow, T> parse,
            Encoder<T> encoder);
}
