package silkline.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static silkline.stage.GrowthStageTest.RUN;
import static silkline.table.ObservationTable.OBS_VALUE;
import static silkline.table.ObservationTable.PUBLISHED_AT;
import static silkline.table.ObservationTable.TIME_PERIOD;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import silkline.testing.Observed;
import silkline.testing.Rows;
import silkline.testing.SparkTest;

@SparkTest
class VintagesTest {
    private Observed observed;

    @BeforeAll
    void observe(SparkSession spark) {
        observed = Observed.of(
                spark,
                // Revised twice.
                "KAZ X WLD 2021 1 published=2022-03-01",
                "KAZ X WLD 2021 2 published=2023-03-01",
                "KAZ X WLD 2021 3 published=2024-03-01",
                // Dated, and known only to be out by a later day.
                "KAZ X WLD 2022 10 published=2023-04-08",
                "KAZ X WLD 2022 11 published=../2026-11-22",
                // Two of which neither is dated, and two of the same day.
                "KAZ X WLD 2023 20 published=../2025-01-01",
                "KAZ X WLD 2023 21 published=../2026-01-01",
                "KAZ X WLD 2024 30 published=2025-01-01 ingested=1",
                "KAZ X WLD 2024 31 published=2025-01-01 ingested=2",
                // What the source expects.
                "KAZ X WLD 2030 99 published=2025-01-01 status=F",
                // Known to the month, and the year.
                "KAZ X WLD 2025 40 published=2026-02",
                "KAZ X WLD 2026 50 published=2026");
    }

    private List<String> newest(String asOf) {
        RunContext run = new RunContext(RUN.runId(), RUN.startedAt(), asOf);
        return Rows.lines(Vintages.newest(Vintages.read(observed.observations(), run)), TIME_PERIOD, OBS_VALUE);
    }

    @Test
    void theNewestVintageIsBelieved() {
        assertThat(newest("")).contains("2021 3");
    }

    @Test
    void aDatedVintageIsBelievedBeforeOneThatIsOnlyKnownToBeOutByADay() {
        assertThat(newest("")).contains("2022 10", "2023 21");
    }

    @Test
    void ofTheSameDayTheLastToComeInIsBelieved() {
        assertThat(newest("")).contains("2024 31");
    }

    @Test
    void everyPeriodHasOneValueAndForecastsOfTheSourceAreNoObservations() {
        assertThat(newest("")).containsExactly("2021 3", "2022 10", "2023 21", "2024 31", "2025 40", "2026 50");
    }

    @Test
    void whatWasPublishedLaterIsNotSeen() {
        assertThat(newest("2023-03-01")).containsExactly("2021 2");
        assertThat(newest("2023-02-28")).containsExactly("2021 1");
        assertThat(newest("2021-12-31")).isEmpty();
    }

    @Test
    void aMonthOrYearIsOutOnItsLastDay() {
        assertThat(newest("2026-02-27")).doesNotContain("2025 40");
        assertThat(newest("2026-02-28")).contains("2025 40").doesNotContain("2026 50");
    }

    @Test
    void everyVintageStaysThere() {
        assertThat(Rows.values(Vintages.read(observed.observations(), RUN), PUBLISHED_AT))
                .hasSize(11);
    }
}
