package silkline.stage.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static silkline.testing.Observed.RUN;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import silkline.table.block.Block;
import silkline.testing.Folders;
import silkline.testing.SparkTest;

/**
 * Growth, shares and concentration of the trade of all areas that the IMF publishes, against the same measures in SQL by
 * DuckDB, which reads the file itself. Names of areas stand as numbers; {@code World} is the only aggregate on both sides.
 */
@SparkTest
class DuckDbTest {
    private static final Path MATRIX =
            Path.of("../shared/data/official/imf-dots/dots_annual_world_matrix_1990_2020.csv.gz");
    private static final Path WORK = Path.of("target/duckdb");
    private static final double CLOSE = 1e-12;

    private static final String NAMES =
            """
            CREATE TABLE name AS
            SELECT name, CASE name WHEN 'World' THEN 'WLD' ELSE 'A' || row_number() OVER (ORDER BY name) END AS code
            FROM (SELECT reporter_name AS name FROM trade UNION SELECT partner_name FROM trade)""";
    /** The file repeats some of its lines. */
    private static final String CELLS =
            """
            CREATE TABLE cell AS
            SELECT r.code AS reporter, flow_code AS flow, p.code AS partner, year AS y,
                max(value_usd_millions) * 1e6 AS v, dense_rank() OVER (ORDER BY r.code, flow_code, p.code) AS k
            FROM trade JOIN name r ON r.name = reporter_name JOIN name p ON p.name = partner_name
            WHERE year >= 2004 AND r.code <> 'WLD' AND flow_code IN ('X', 'M')
            GROUP BY r.code, flow_code, p.code, year""";

    private static final String OBSERVATIONS =
            """
            COPY (SELECT k AS series_key, y::INTEGER AS period_index, v AS obs_value, 'A' AS obs_status,
                DATE '2021-01-01' AS published_at, 'day' AS published_precision, false AS is_deleted,
                TIMESTAMPTZ '2021-01-01 00:00:00Z' AS ingested_at
            FROM cell ORDER BY k, y) TO '%s' (FORMAT parquet)""";
    private static final String SERIES =
            """
            COPY (SELECT DISTINCT k AS series_key,
                'goods_trade.A.' || reporter || '.' || flow || '.' || partner || '.TOTAL.USD._Z.V.N.customs.dots' AS series_id
            FROM cell) TO '%s' (FORMAT parquet)""";

    private Connection duck;

    @BeforeAll
    void compute(SparkSession spark) throws SQLException {
        Assumptions.assumeTrue(Files.exists(MATRIX), MATRIX + " is not there: nothing to compare");
        Folders.delete(WORK);
        Folders.create(WORK);
        duck = DriverManager.getConnection("jdbc:duckdb:");
        run("SET threads = 2");
        run("CREATE TABLE trade AS SELECT * FROM '" + MATRIX + "'");
        run(NAMES);
        run(CELLS);
        run(OBSERVATIONS.formatted(WORK.resolve("observation.parquet")));
        run(SERIES.formatted(WORK.resolve("series.parquet")));
        Dataset<Block> histories = Histories.of(read(spark, "observation"), read(spark, "series"), RUN)
                .persist();
        ShareStage.Areas areas = new ShareStage.Areas(Set.of("WLD"), List.of());
        write("growth", GrowthStage.growth(histories, RUN).rows());
        write("growth_window", GrowthWindowStage.windows(histories, RUN).rows());
        write("share", ShareStage.shares(histories, areas, RUN).rows().where("member <> 'WLD' AND flow IN ('X', 'M')"));
        write(
                "concentration",
                ConcentrationStage.concentration(histories, areas, RUN).rows().where("flow IN ('X', 'M')"));
        write("growth_detail", DetailStage.details(histories, Set.of("WLD"), RUN));
        histories.unpersist();
    }

    @AfterAll
    void close() throws SQLException {
        if (duck != null) {
            duck.close();
        }
    }

    private static Dataset<Row> read(SparkSession spark, String name) {
        return spark.read().parquet(WORK.resolve(name + ".parquet").toString());
    }

    /** As a table that DuckDB sees. */
    private void write(String name, Dataset<Row> rows) throws SQLException {
        rows.drop("source_ids", "run_id").write().parquet(WORK.resolve(name).toString());
        run("CREATE VIEW %s AS SELECT * FROM '%s/*.parquet'".formatted(name, WORK.resolve(name)));
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = duck.createStatement()) {
            statement.execute(sql);
        }
    }

    /** {@code pairs}: SQL of rows with {@code ours} and {@code theirs}, of which at least {@code fewest} have a number. */
    private void assertSame(String pairs, long fewest) throws SQLException {
        String sql = "SELECT count(theirs), count(*) FILTER (WHERE (ours IS NULL) <> (theirs IS NULL)),"
                + " max(abs(ours - theirs) / greatest(abs(theirs), 1)) FROM (" + pairs + ")";
        try (Statement statement = duck.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            assertThat(result.getLong(1)).as("figures compared").isGreaterThan(fewest);
            assertThat(result.getLong(2)).as("figures of one side only").isZero();
            assertThat(result.getDouble(3)).as("largest difference").isLessThan(CLOSE);
        }
    }

    @Test
    void growthOfEveryPairOfCountries() throws SQLException {
        assertSame(
                "SELECT g.pop_ratio AS ours, CASE WHEN b.v > 0 AND a.v >= 0 THEN a.v / b.v - 1 END AS theirs"
                        + " FROM cell a LEFT JOIN cell b ON b.k = a.k AND b.y = a.y - 1"
                        + " FULL JOIN growth g ON g.series_key = a.k AND g.period_index = a.y",
                500_000);
    }

    @Test
    void compoundGrowthOverEveryWindow() throws SQLException {
        assertSame(
                "WITH ends AS (SELECT k, min(y) AS first, max(y) AS last FROM cell GROUP BY k),"
                        + " starts AS (SELECT DISTINCT k, last, unnest([last - 1, last - 3, last - 5, last - 10, last - 15, first]) AS y FROM ends),"
                        + " expected AS (SELECT s.k, s.y, s.last, CASE WHEN b.v > 0 AND a.v >= 0 THEN"
                        + " pow(a.v / b.v, 1.0 / (s.last - s.y)) - 1 END AS cagr FROM starts s JOIN cell b ON b.k = s.k AND b.y = s.y"
                        + " JOIN cell a ON a.k = s.k AND a.y = s.last WHERE s.y < s.last)"
                        + " SELECT w.cagr_ratio AS ours, e.cagr AS theirs FROM expected e FULL JOIN growth_window w"
                        + " ON w.series_key = e.k AND w.from_period = e.y::VARCHAR AND w.to_period = e.last::VARCHAR",
                200_000);
    }

    @Test
    void sharesOfThePublishedTotal() throws SQLException {
        assertSame(
                "SELECT s.share_ratio AS ours, CASE WHEN t.v > 0 AND a.v >= 0 THEN a.v / t.v END AS theirs"
                        + " FROM cell a JOIN cell t ON t.reporter = a.reporter AND t.flow = a.flow AND t.y = a.y AND t.partner = 'WLD'"
                        + " AND a.partner <> 'WLD' FULL JOIN (SELECT * FROM share WHERE denominator = 'published_total') s"
                        + " ON s.ref_area = a.reporter AND s.flow = a.flow AND s.member = a.partner AND s.period_index = a.y",
                500_000);
    }

    @Test
    void concentrationOverAllPartners() throws SQLException {
        assertSame(
                "WITH parts AS (SELECT *, sum(v) OVER (PARTITION BY reporter, flow, y) AS s FROM cell"
                        + " WHERE partner <> 'WLD' AND v > 0),"
                        + " indices AS (SELECT reporter, flow, y, count(*) AS n, sum(pow(v / s, 2)) AS hhi FROM parts"
                        + " GROUP BY reporter, flow, y),"
                        + " expected AS (SELECT *, max(n) OVER (PARTITION BY reporter, flow) AS most FROM indices)"
                        + " SELECT c.hhi AS ours, CASE WHEN 2 * n >= most THEN e.hhi END AS theirs FROM expected e"
                        + " FULL JOIN concentration c ON c.ref_area = e.reporter AND c.flow = e.flow AND c.period_index = e.y",
                5_000);
    }

    @Test
    void contributionsToTheGrowthOfTheTotal() throws SQLException {
        assertSame(
                "SELECT d.contribution_pp AS ours, CASE WHEN t.v > 0 AND now.v IS NOT NULL THEN (a.v - b.v) / t.v * 100 END"
                        + " AS theirs FROM cell a LEFT JOIN cell b ON b.k = a.k AND b.y = a.y - 1"
                        + " LEFT JOIN cell t ON t.reporter = a.reporter AND t.flow = a.flow AND t.y = a.y - 1 AND t.partner = 'WLD'"
                        + " LEFT JOIN cell now ON now.reporter = a.reporter AND now.flow = a.flow AND now.y = a.y AND now.partner = 'WLD'"
                        + " FULL JOIN growth_detail d ON d.series_key = a.k AND d.period_index = a.y",
                500_000);
    }

    @Test
    void trendOfTenYearsByLeastSquares() throws SQLException {
        String ten = "SELECT a.k, a.y, exp(regr_slope(ln(b.v), b.y)) - 1 AS ratio"
                + " FROM cell a JOIN cell b ON b.k = a.k AND b.y BETWEEN a.y - 10 AND a.y"
                + " WHERE a.y - 10 >= (SELECT min(f.y) FROM cell f WHERE f.k = a.k)"
                + " GROUP BY a.k, a.y HAVING count(*) >= 3 AND min(b.v) > 0";
        String joined =
                " FROM (" + ten + ") e FULL JOIN (SELECT * FROM growth_detail WHERE trend_10y_ratio IS NOT NULL) d"
                        + " ON d.series_key = e.k AND d.period_index = e.y";
        assertSame("SELECT d.trend_10y_ratio AS ours, e.ratio AS theirs" + joined, 100_000);
    }
}
