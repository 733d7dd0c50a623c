package silkline.testing;

import org.apache.spark.sql.SparkSession;

/** The least that Spark and Delta can do: a session that writes one table. The yardstick of {@code jobs/measure.sh}. */
public final class BareSession {

    private BareSession() {}

    public static void main(String[] arguments) {
        SparkSession session = SparkSession.builder()
                .appName("bare session")
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .getOrCreate();
        session.range(10).write().format("delta").mode("overwrite").save(arguments[0]);
        session.stop();
    }
}
