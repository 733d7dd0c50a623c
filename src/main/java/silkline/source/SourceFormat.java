package silkline.source;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads the observations of datasets. */
public interface SourceFormat {
    /** The {@code format} that {@code dataset.json} asks for. */
    String id();

    /** Throws a {@link silkline.UserError} where a file breaks the format's contract; reads no observation. */
    void check(SparkSession spark, DatasetManifest dataset);

    /** Every row of every file of these datasets, shaped like {@link RawRows#SCHEMA}; missing cells null. */
    Dataset<Row> read(SparkSession spark, List<DatasetManifest> datasets);
}
