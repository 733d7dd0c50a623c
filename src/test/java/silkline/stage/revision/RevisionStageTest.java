package silkline.stage.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static silkline.table.gold.GrowthTable.REASON;
import static silkline.table.gold.RevisionTable.HORIZON;
import static silkline.table.gold.RevisionTable.LARGEST;
import static silkline.table.gold.RevisionTable.MEAN;
import static silkline.table.gold.RevisionTable.MEAN_ABSOLUTE;
import static silkline.table.gold.RevisionTable.MEASURE;
import static silkline.table.gold.RevisionTable.PERIODS;
import static silkline.table.gold.RevisionTable.POSITIVE_RATIO;
import static silkline.table.gold.RevisionTable.RELATIVE;
import static silkline.table.gold.RevisionTable.SIGN_CHANGE_RATIO;
import static silkline.table.gold.RevisionTable.SMALLEST;
import static silkline.testing.Observed.RUN;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import silkline.stage.Vintages;
import silkline.testing.Observed;
import silkline.testing.Rows;
import silkline.testing.SparkTest;

/** Revisions worked by hand. */
@SparkTest
class RevisionStageTest {
    private List<Row> revisions;

    @BeforeAll
    void compute(SparkSession spark) {
        Observed observed = Observed.of(
                spark,
                // Exports: 2022 is not revised; 2023 goes from 95 to 105, so growth from -5 to +5 percent; 2024 twice.
                "KAZ X WLD 2022 100 published=2023-01-31",
                "KAZ X WLD 2023 95 published=2024-01-31",
                "KAZ X WLD 2023 105 published=2024-03-31",
                "KAZ X WLD 2024 200 published=2025-01-31",
                "KAZ X WLD 2024 210 published=2025-06-30",
                "KAZ X WLD 2024 190 published=2026-06-30",
                // A second series of the indicator: 50 becomes 60.
                "UZB X WLD 2024 50 published=2025-01-31",
                "UZB X WLD 2024 60 published=2025-02-28",
                // Never revised; revised by a release of which only a last day is known; a rate; and withdrawn.
                "TJK X WLD 2024 7 published=2025-01-31",
                "TKM X WLD 2024 7 published=2025-01-31",
                "TKM X WLD 2024 8 published=../2025-06-30",
                "KGZ X WLD 2024 4.0 published=2025-01-31 unit=PCT",
                "KGZ X WLD 2024 4.5 published=2025-02-28 unit=PCT",
                "AZE X WLD 2024 3 published=2025-01-31",
                "AZE X WLD 2024 - published=2025-02-28 status=deleted");
        revisions = RevisionStage.revisions(Vintages.read(observed.observations(), RUN), observed.series(), RUN)
                .collectAsList();
    }

    private List<String> of(String area, String measure, String... columns) {
        return Rows.lines(
                revisions.stream()
                        .filter(row -> row.<String>getAs(MEASURE).equals(measure))
                        .filter(row -> row.getAs("series_id") == null
                                ? area.isEmpty()
                                : !area.isEmpty()
                                        && row.<String>getAs("series_id").contains("." + area + "."))
                        .toList(),
                columns);
    }

    @Test
    void levelsAreComparedWithTheFirstValueByNumberAndByTime() {
        assertThat(of("KAZ", "level", HORIZON, PERIODS, MEAN, MEAN_ABSOLUTE, SMALLEST, LARGEST))
                .containsExactly(
                        "1 2 10 10 10 10", // 2023: +10, 2024: +10
                        "12 months 2 10 10 10 10",
                        "2 1 -10 10 -10 -10", // 2024 alone: 200 to 190
                        "24 months 1 10 10 10 10", // of 2024 they have not passed
                        "3 months 2 5 5 0 10", // 2024: not revised yet
                        "final 2 0 10 -10 10");
    }

    @Test
    void growthIsComparedAsEachReleaseLetItBeSeen() {
        // 2023: -5 % to +5 %; 2024: first 200 / 105 - 1, last 190 / 105 - 1.
        assertThat(of("KAZ", "yoy_ratio", HORIZON, PERIODS, MEAN, SIGN_CHANGE_RATIO))
                .contains("1 2 0.0976190476 0.5", "final 2 0.00238095238 0.5");
        assertThat(of("KAZ", "yoy_ratio", HORIZON, RELATIVE)).anyMatch(row -> row.startsWith("final 0.2"));
    }

    @Test
    void allSeriesOfAnIndicatorArePooledAsRatios() {
        // 105/95 - 1, 190/200 - 1 and 60/50 - 1: 0.10526, -0.05 and 0.2.
        assertThat(of("", "level_ratio", HORIZON, PERIODS, MEAN, POSITIVE_RATIO, REASON))
                .contains("final 3 0.0850877193 0.666666667 POOLED");
        assertThat(of("", "level", HORIZON)).isEmpty();
    }

    @Test
    void ratesAreRevisedInPointsOnly() {
        assertThat(of("KGZ", "level", HORIZON, MEAN)).contains("final 0.5");
        assertThat(of("KGZ", "level_ratio", HORIZON)).isEmpty();
        assertThat(of("KGZ", "yoy_ratio", HORIZON)).isEmpty();
    }

    @Test
    void fewPeriodsAreNotTested() {
        assertThat(of("KAZ", "level", REASON)).containsOnly("TOO_SHORT");
    }

    @Test
    void whatWasNotRevisedOrHasNoDateOrNoLaterValueIsNotThere() {
        for (String area : List.of("TJK", "TKM", "AZE")) {
            assertThat(of(area, "level", HORIZON)).as(area).isEmpty();
        }
    }
}
