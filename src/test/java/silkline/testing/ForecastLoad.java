package silkline.testing;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sin;
import static org.apache.spark.sql.functions.xxhash64;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import silkline.forecast.ForecastRequest;
import silkline.stage.RunContext;
import silkline.stage.forecast.ForecastStage;

/** Forecasts monthly series of 120 observations with the combination of models. The work of {@code jobs/measure-forecast.sh}. */
public final class ForecastLoad {
    private static final int LENGTH = 120;
    private static final int WARM = 40;
    private static final int FIRST_MONTH = 2015 * 12;

    private ForecastLoad() {}

    /** Arguments: how many series. Prints wall time and processor time of the process, without the start. */
    public static void main(String[] arguments) {
        long series = Long.parseLong(arguments[0]);
        SparkSession session = SparkSession.builder().appName("forecast load").getOrCreate();
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        forecast(session, WARM);
        long processor = process.getProcessCpuTime();
        long start = System.nanoTime();
        forecast(session, series);
        System.out.printf(
                "%s: %d series in %.1f s, %.1f s of processor%n",
                session.sparkContext().master(),
                series,
                (System.nanoTime() - start) / 1e9,
                (process.getProcessCpuTime() - processor) / 1e9);
        session.stop();
    }

    private static void forecast(SparkSession session, long series) {
        RunContext run = new RunContext("load", Instant.EPOCH, "");
        ForecastStage.results(observations(session, series), series(session, series), ForecastRequest.DEFAULT, run)
                .write()
                .format("noop")
                .mode("overwrite")
                .save();
    }

    /** Growth, a season and noise, each of its own size in every series. */
    private static Dataset<Row> observations(SparkSession session, long series) {
        Column number = expr("id div " + LENGTH);
        Column month = pmod(col("id"), lit(LENGTH));
        Column growth = month.multiply(pmod(number, lit(7))).divide(1000);
        Column season =
                sin(month.multiply(Math.PI / 6)).multiply(pmod(number, lit(5))).divide(10);
        Column noise = pmod(xxhash64(col("id")), lit(1000)).divide(5000);
        return session.range(series * LENGTH)
                .select(
                        number.as("series_key"),
                        month.plus(FIRST_MONTH).cast("int").as("period_index"),
                        exp(growth.plus(season).plus(noise)).multiply(1000).as("obs_value"),
                        lit("A").as("obs_status"),
                        lit("2026-01-01").as("published_at"));
    }

    private static Dataset<Row> series(SparkSession session, long series) {
        return session.range(series)
                .select(
                        col("id").as("series_key"),
                        col("id").cast("string").as("series_id"),
                        lit("M").as("freq"),
                        lit("USD").as("unit_measure"),
                        lit("V").as("prices"),
                        lit("load").as("dataset_id"));
    }
}
