package silkline.stage.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import silkline.testing.Rows;
import silkline.testing.SparkTest;

@SparkTest
class FactsReaderTest {
    private static final String COLUMNS =
            "series_id string, time_period string, model_used string, is_selected boolean,"
                    + " is_current boolean, lo95 double, lo80 double, mean double, hi80 double, hi95 double";

    /** Models for comparison, forecasts of earlier runs and periods without one expect nothing of a target. */
    @Test
    void onlyWhatCountsNowIsExpected(SparkSession spark) {
        Dataset<Row> evidence = Rows.of(spark, "series_id string", "asked");
        Dataset<Row> forecasts = Rows.of(
                spark,
                COLUMNS,
                "asked 2026 theta    false true  1 2 3 4 5",
                "asked 2026 ensemble true  true  6 7 8 9 10",
                "asked 2026 ensemble true  false 1 2 3 4 5",
                "asked 2027 ensemble true  true  - - - - -",
                "other 2026 ensemble true  true  1 2 3 4 5");
        Dataset<Row> expected = FactsReader.forecasts(forecasts, evidence.collectAsList());
        assertThat(Rows.lines(expected, expected.columns())).containsExactly("asked 2026 6 7 8 9 10");
    }
}
