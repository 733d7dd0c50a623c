package silkline.stage.report;

import static org.assertj.core.api.Assertions.assertThat;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PUBLISHED_AT;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.testing.Observed.RUN;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import silkline.stage.Vintages;
import silkline.testing.Observed;
import silkline.testing.Rows;
import silkline.testing.SparkTest;

/** Changes worked by hand. */
@SparkTest
class ChangeStageTest {
    private Dataset<Row> vintages;
    private Dataset<Row> series;
    private Dataset<Row> changes;

    @BeforeAll
    void compute(SparkSession spark) {
        Observed observed = Observed.of(
                spark,
                "KAZ X WLD 2024 200 published=2025-01-31",
                "KAZ X WLD 2024 210 published=2025-06-30",
                "KAZ X WLD 2024 190 published=2026-06-30",
                "UZB X WLD 2024 50 published=2025-01-31",
                "UZB X WLD 2024 60 published=2025-02-28",
                // By a release of which only a last day is known; a rate; and withdrawn.
                "TKM X WLD 2024 7 published=2025-01-31",
                "TKM X WLD 2024 8 published=../2025-06-30",
                "KGZ X WLD 2024 4.0 published=2025-01-31 unit=PCT",
                "KGZ X WLD 2024 4.5 published=2025-02-28 unit=PCT",
                "AZE X WLD 2024 3 published=2025-01-31",
                "AZE X WLD 2024 - published=2025-02-28 status=deleted");
        series = observed.series();
        vintages = Vintages.read(observed.observations(), RUN);
        changes = ChangeStage.changes(vintages, series);
    }

    @Test
    void changesAreToldByRelease() {
        assertThat(Rows.lines(changes.where("ref_area = 'TKM'"), TIME_PERIOD, "old_value", OBS_VALUE))
                .containsExactly("2024 - 7", "2024 7 8");
        assertThat(Rows.lines(
                        ChangeStage.releases(vintages, changes, series),
                        PUBLISHED_AT,
                        "added",
                        "revised",
                        "removed",
                        "median_ratio",
                        "largest_ratio"))
                .containsExactly(
                        "2025-02-28 0 2 1 0.1625 0.2",
                        "2025-06-30 0 1 0 0.05 0.05",
                        "2025-06-30 0 1 0 0.142857143 0.142857143",
                        "2026-06-30 0 1 0 0.0952380952 0.0952380952");
    }

    @Test
    void theSeriesAskedForComeFirstThenTheLargestChanges() {
        Dataset<Row> shown = series.where("ref_area = 'KGZ'");
        assertThat(Rows.lines(
                        ChangeStage.largest(changes, shown).where("published_at = '2025-02-28'"), "rank", "ref_area"))
                .containsExactly("1 KGZ", "2 UZB", "3 AZE");
    }
}
