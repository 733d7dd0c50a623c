package silkline.testing;

import org.apache.spark.sql.SparkSession;

/** Spark's own reading of separated text and writing of a Delta table. The yardstick of {@code jobs/measure-ingest.sh}. */
public final class PlainCopy {
    private PlainCopy() {}

    /** Arguments: the file, its schema as DDL, the table. */
    public static void main(String[] arguments) {
        SparkSession session = SparkSession.builder()
                .appName("plain copy")
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .getOrCreate();
        long start = System.nanoTime();
        session.read()
                .option("header", true)
                .schema(arguments[1])
                .csv(arguments[0])
                .write()
                .format("delta")
                .mode("overwrite")
                .save(arguments[2]);
        System.err.printf("copied in %.1f s%n", (System.nanoTime() - start) / 1e9);
        session.stop();
    }
}
