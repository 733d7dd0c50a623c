package silkline.cli;

import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import silkline.table.LocalCommits;

/** The only place that makes a session. Master and memory belong to spark-submit. */
public final class SparkSessions {
    private SparkSessions() {}

    /** A session with Delta and with what the results depend on: the time zone, and dates as java.time has them. */
    public static SparkSession open(String name) {
        SparkConf conf = new SparkConf();
        // spark-submit always sets a master; only a plain `java -jar` has none.
        conf.setIfMissing("spark.master", "local[*]");
        conf.setIfMissing("spark.databricks.delta.snapshotPartitions", "1");
        if (conf.get("spark.master").startsWith("local")) {
            // Spark's 200 are for clusters; in one process most of them are empty tasks.
            conf.setIfMissing("spark.sql.shuffle.partitions", "2");
        }
        // Tables are read by path; Spark's catalog would leave an empty folder where the user stands.
        conf.setIfMissing(
                "spark.sql.warehouse.dir",
                Path.of(System.getProperty("java.io.tmpdir"), "silkline-warehouse")
                        .toString());
        conf.setIfMissing("spark.log.level", "ERROR");
        conf.setIfMissing("spark.delta.logStore.file.impl", LocalCommits.class.getName());
        // A query per commit, for a list of files that nothing reads.
        conf.setIfMissing("spark.databricks.delta.allFilesInCrc.enabled", "false");
        // Otherwise executors ask the driver over the network for every class that the code generator looks up.
        conf.setIfMissing("spark.sql.artifact.isolation.enabled", "false");
        // Every table that is broadcast takes a page at least; Spark's are up to 64 MB, whatever the table has.
        conf.setIfMissing("spark.buffer.pageSize", "4m");
        // Finding the best compression of each column takes as long as parsing it, and most rows are kept for seconds.
        conf.setIfMissing("spark.sql.inMemoryColumnarStorage.compressed", "false");
        // Planning time grows exponentially with the aliases of wide selections otherwise, to the end of the heap.
        conf.setIfMissing("spark.sql.constraintPropagation.enabled", "false");
        return SparkSession.builder()
                .config(conf)
                .appName(name)
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.datetime.java8API.enabled", "true")
                .getOrCreate();
    }
}
