package silkline.testing.bench;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.to_timestamp;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import silkline.cli.SparkSessions;
import silkline.table.Lake;
import silkline.table.silver.ObservationTable;
import silkline.table.silver.SeriesTable;

/**
 * Writes the silver tables of a made-up world: monthly exports of sixty countries to sixty by product, one value in
 * twenty missing. The number of products follows from the number of rows that is asked for.
 */
public final class PanelMaker {
    private static final int AREAS = 60;
    private static final int MONTHS = 78;
    private static final int FIRST_YEAR = 2018;
    private static final double PRESENT = 0.95;

    private PanelMaker() {}

    /** Arguments: the number of rows, the folder of the lake. */
    public static void main(String[] arguments) {
        long rows = Long.parseLong(arguments[0]);
        SparkSession spark = SparkSessions.open("panel");
        Lake lake = Lake.at(spark, arguments[1], "{}", Lake.Writing.ON);
        Dataset<Row> series = series(spark, Math.round(rows / (AREAS * (AREAS - 1) * MONTHS * PRESENT)));
        lake.replace(SeriesTable.SPEC, series);
        long written = lake.replace(ObservationTable.SPEC, observations(series));
        System.err.printf("%d rows%n", written);
        spark.stop();
    }

    private static Dataset<Row> series(SparkSession spark, long products) {
        Column areas = array(areas().stream().map(code -> lit(code)).toArray(Column[]::new));
        Dataset<Row> dimensions = spark.range(0, products * AREAS * AREAS, 1, 4)
                .select(
                        lit("goods_trade").as(SeriesTable.INDICATOR),
                        lit("M").as(SeriesTable.FREQ),
                        element_at(
                                        areas,
                                        pmod(col("id").divide(AREAS).cast("int"), lit(AREAS))
                                                .plus(1))
                                .as(SeriesTable.REF_AREA),
                        lit("X").as(SeriesTable.FLOW),
                        element_at(
                                        areas,
                                        pmod(col("id").cast("int"), lit(AREAS)).plus(1))
                                .as(SeriesTable.COUNTERPART_AREA),
                        format_string(
                                        "HS22:%06d",
                                        col("id").divide(AREAS * AREAS).cast("int"))
                                .as(SeriesTable.PRODUCT),
                        lit("USD").as(SeriesTable.UNIT_MEASURE),
                        lit("FOB").as(SeriesTable.VALUATION),
                        lit("V").as(SeriesTable.PRICES),
                        lit("N").as(SeriesTable.ADJUSTMENT),
                        lit("customs").as(SeriesTable.BASIS),
                        lit("panel").as(SeriesTable.DATASET_ID))
                .where(col(SeriesTable.REF_AREA).notEqual(col(SeriesTable.COUNTERPART_AREA)));
        Column[] parts = SeriesTable.DIMENSIONS.stream().map(name -> col(name)).toArray(Column[]::new);
        return dimensions
                .withColumn(SeriesTable.SERIES_ID, concat_ws(".", parts))
                .withColumn(SeriesTable.SERIES_KEY, xxhash64(col(SeriesTable.SERIES_ID)))
                .withColumn(SeriesTable.IS_AGGREGATE, lit(false))
                .withColumn(SeriesTable.FIRST_PERIOD, lit(null).cast("string"))
                .withColumn(SeriesTable.LAST_PERIOD, lit(null).cast("string"))
                .withColumn(SeriesTable.OBSERVATIONS, lit((long) MONTHS));
    }

    /** Values from 10^3 to 10^7 that grow, with a season; the same for the same series and month wherever it is made. */
    private static Dataset<Row> observations(Dataset<Row> series) {
        Column chance = pmod(xxhash64(col(SeriesTable.SERIES_KEY), col("month")), lit(1_000_000L));
        Column size = pow(
                lit(10.0),
                pmod(col(SeriesTable.SERIES_KEY), lit(4000L)).divide(1000).plus(3));
        Column start = add_months(to_date(lit(FIRST_YEAR + "-01-01")), col("month"));
        return series.select(
                        col(SeriesTable.SERIES_KEY),
                        explode(sequence(lit(0), lit(MONTHS - 1))).as("month"))
                .withColumn("chance", chance)
                .where(col("chance").lt(lit((long) (PRESENT * 1_000_000))))
                .select(
                        col(SeriesTable.SERIES_KEY),
                        date_format(start, "yyyy-MM").as(ObservationTable.TIME_PERIOD),
                        col("month").plus(FIRST_YEAR * 12).as(ObservationTable.PERIOD_INDEX),
                        start.as(ObservationTable.PERIOD_START),
                        date_add(add_months(start, 1), -1).as(ObservationTable.PERIOD_END),
                        size.multiply(pow(lit(1.004), col("month")))
                                .multiply(expr("1 + 0.2 * sin(month * 0.5235987755982988)"))
                                .multiply(col("chance").divide(1_000_000).plus(0.5))
                                .as(ObservationTable.OBS_VALUE),
                        lit(0).as(ObservationTable.UNIT_MULT),
                        lit("A").as(ObservationTable.OBS_STATUS),
                        to_date(lit("2025-01-31")).as(ObservationTable.PUBLISHED_AT),
                        lit("day").as(ObservationTable.PUBLISHED_PRECISION),
                        lit(false).as(ObservationTable.IS_DELETED),
                        to_timestamp(lit("2025-02-01 00:00:00")).as(ObservationTable.INGESTED_AT),
                        lit("panel").as(ObservationTable.SOURCE_REF),
                        lit(null).cast("string").as(ObservationTable.NOTE),
                        lit("panel").as(ObservationTable.RUN_ID));
    }

    private static List<String> areas() {
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> new Locale.Builder().setRegion(code).build().getISO3Country())
                .sorted()
                .limit(AREAS)
                .toList();
    }
}
