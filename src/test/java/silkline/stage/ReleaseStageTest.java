package silkline.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static silkline.stage.GrowthStageTest.RUN;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import silkline.testing.Observed;
import silkline.testing.Rows;
import silkline.testing.SparkTest;

/** What becomes of observations that a release does not have; for the order of releases see {@link BackfillTest}. */
@SparkTest
class ReleaseStageTest {
    @Test
    void observationsThatARelaseDoesNotHaveAreCounted(SparkSession spark) {
        Observed known = Observed.of(
                spark,
                "KAZ X WLD 2021 1 published=2024-01-01",
                "KAZ X WLD 2022 2 published=2024-01-01",
                "KAZ X WLD 2023 3 published=2024-01-01",
                "KAZ X WLD 2023 - published=2024-06-01 status=deleted",
                "KAZ X WLD 2024 4 published=2026-01-01",
                "UZB X WLD 2021 5 published=2024-01-01 dataset=other");
        Dataset<Row> read = Observed.of(spark, "KAZ X WLD 2021 1 published=2025-01-01")
                .observations()
                .selectExpr("*", "'sample' AS dataset_id", "'unchanged' AS outcome");
        assertThat(Rows.lines(
                        ReleaseStage.vanished(
                                read, known.observations(), known.series().select("series_key", "dataset_id"), RUN),
                        "dataset_id",
                        "vanished"))
                .containsExactly("sample 1");
    }
}
