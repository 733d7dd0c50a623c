package silkline.testing;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.cos;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sqrt;
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
    private static final int WARM = 60;
    private static final int FIRST_MONTH = 2015 * 12;
    /** Of the numbers that are drawn; another one makes other series. */
    private static final int SEED = 1453;

    private ForecastLoad() {}

    /**
     * Arguments: {@code forecast FROM TO FOLDER} keeps what the series with these numbers yield in the folder and prints
     * the wall time and the processor time of this process, without the start; {@code compare FOLDER,... FOLDER,...} prints
     * how many series differ in any number.
     */
    public static void main(String[] arguments) {
        SparkSession session = SparkSession.builder().appName("forecast load").getOrCreate();
        if (arguments[0].equals("compare")) {
            compare(read(session, arguments[1]), read(session, arguments[2]));
        } else {
            forecast(session, Long.parseLong(arguments[1]), Long.parseLong(arguments[2]), arguments[3]);
        }
        session.stop();
    }

    private static void forecast(SparkSession session, long from, long to, String folder) {
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        results(session, from, from + WARM)
                .write()
                .format("noop")
                .mode("overwrite")
                .save();
        long processor = process.getProcessCpuTime();
        long start = System.nanoTime();
        results(session, from, to).write().parquet(folder);
        System.out.printf(
                "%s, %d executors: %d series, seconds %.1f, of processor here %.1f%n",
                session.sparkContext().master(),
                Math.max(1, session.sparkContext().statusTracker().getExecutorInfos().length - 1),
                to - from,
                (System.nanoTime() - start) / 1e9,
                (process.getProcessCpuTime() - processor) / 1e9);
    }

    private static Dataset<Row> results(SparkSession session, long from, long to) {
        RunContext run = new RunContext("load", Instant.EPOCH, "");
        return ForecastStage.results(
                observations(session, from, to), series(session, from, to), ForecastRequest.DEFAULT, run);
    }

    private static Dataset<Row> read(SparkSession session, String folders) {
        return session.read().parquet(folders.split(",", -1));
    }

    /** A row is a series with all its forecasts, backtests and accuracies. */
    private static void compare(Dataset<Row> one, Dataset<Row> other) {
        System.out.printf(
                "%d and %d series, %d differ%n",
                one.count(),
                other.count(),
                one.exceptAll(other).count() + other.exceptAll(one).count());
    }

    /**
     * Amounts of every size with a trend that changes once, a season of its own strength and peak, noise, and in every fourth
     * series now and then no value.
     */
    private static Dataset<Row> observations(SparkSession session, long from, long to) {
        Column number = expr("id div " + LENGTH);
        Column month = pmod(col("id"), lit(LENGTH));
        Column late = greatest(month.minus(pmod(number, lit(90))), lit(0));
        Column trend = month.multiply(pmod(number, lit(13)).minus(3))
                .plus(late.multiply(pmod(number, lit(5)).minus(2)).multiply(4))
                .divide(1000);
        Column turn = month.minus(pmod(number, lit(12))).multiply(Math.PI / 6);
        Column season = cos(turn).multiply(pmod(number, lit(5))).divide(12);
        Column normal = sqrt(log(drawn(1)).multiply(-2)).multiply(cos(drawn(2).multiply(2 * Math.PI)));
        Column noise = normal.multiply(pmod(number, lit(8)).plus(1)).divide(40);
        Column size = pmod(number, lit(9)).plus(5);
        Column isMissing = pmod(number, lit(4)).equalTo(0).and(drawn(3).lt(0.03));
        return session.range(from * LENGTH, to * LENGTH)
                .where(isMissing.equalTo(false))
                .select(
                        number.as("series_key"),
                        month.plus(FIRST_MONTH).cast("int").as("period_index"),
                        exp(trend.plus(season).plus(noise).plus(size)).as("obs_value"),
                        lit("A").as("obs_status"),
                        lit("2026-01-01").as("published_at"));
    }

    /** A number between 0 and 1, another one for each observation and purpose. */
    private static Column drawn(int purpose) {
        return pmod(xxhash64(col("id"), lit(purpose), lit(SEED)), lit(1_000_000))
                .plus(0.5)
                .divide(1e6);
    }

    private static Dataset<Row> series(SparkSession session, long from, long to) {
        return session.range(from, to)
                .select(
                        col("id").as("series_key"),
                        col("id").cast("string").as("series_id"),
                        lit("M").as("freq"),
                        lit("USD").as("unit_measure"),
                        lit("V").as("prices"),
                        lit("load").as("dataset_id"));
    }
}
