package silkline.testing.bench;

import org.apache.spark.sql.SparkSession;
import silkline.cli.SparkSessions;

/** Spark reads the observations and writes the same rows to another Delta table: what any job on them costs at least. */
public final class PlainRewrite {
    private PlainRewrite() {}

    /** Arguments: how many rounds, the folder of the lake, the table to write. */
    public static void main(String[] arguments) {
        SparkSession spark = SparkSessions.open("plain rewrite");
        for (int round = 1; round <= Integer.parseInt(arguments[0]); round++) {
            Rounds.timed(System.err, "spark", "rewrite", round, () -> spark.read()
                    .format("delta")
                    .load(arguments[1] + "/silver/observation")
                    .write()
                    .format("delta")
                    .mode("overwrite")
                    .save(arguments[2]));
        }
        spark.stop();
    }
}
