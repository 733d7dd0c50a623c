package silkline.stage;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PUBLISHED_AT;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.testing.Observed.RUN;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import silkline.series.PublicationDate;
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
                // Said three times, the second time as it was and the third with another status; then withdrawn, and
                // back.
                "KAZ X WLD 2010 7 published=2020-01-01",
                "KAZ X WLD 2010 7 published=2021-01-01",
                "KAZ X WLD 2010 7 published=2022-01-01 status=P",
                "KAZ X WLD 2010 - published=2023-01-01 status=deleted",
                "KAZ X WLD 2010 7 published=2024-01-01",
                "KAZ X WLD 2011 8 published=2020-01-01",
                "KAZ X WLD 2011 - published=2023-01-01 status=deleted",
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
        assertThat(newest(""))
                .containsExactly("2010 7", "2021 3", "2022 10", "2023 21", "2024 31", "2025 40", "2026 50");
    }

    @Test
    void whatWasPublishedLaterIsNotSeen() {
        assertThat(newest("2023-03-01")).containsExactly("2021 2");
        assertThat(newest("2023-02-28")).containsExactly("2021 1");
        assertThat(newest("2019-12-31")).isEmpty();
    }

    @Test
    void aMonthOrYearIsOutOnItsLastDay() {
        assertThat(newest("2026-02-27")).doesNotContain("2025 40");
        assertThat(newest("2026-02-28")).contains("2025 40").doesNotContain("2026 50");
    }

    @Test
    void whatIsWithdrawnIsGoneFromThenOnAndStaysBefore() {
        assertThat(newest("2022-12-31")).contains("2010 7", "2011 8");
        assertThat(newest("2023-01-01")).doesNotContain("2010 7", "2011 8");
        assertThat(newest("2024-01-01")).contains("2010 7").doesNotContain("2011 8");
    }

    @Test
    void ofVintagesThatSayTheSameTheFirstPublicationCounts() {
        RunContext run = new RunContext(RUN.runId(), RUN.startedAt(), "2021-12-31");
        assertThat(Rows.lines(
                        Vintages.read(observed.observations(), run).where("time_period = '2010'"),
                        PUBLISHED_AT,
                        Vintages.IS_LATER,
                        Vintages.IS_BELIEVED))
                .containsExactly("2020-01-01 false true");
    }

    @Test
    void everyVintageThatSaysSomethingElseIsThere() {
        assertThat(Rows.lines(
                        Vintages.read(observed.observations(), RUN).where("time_period = '2010'"),
                        PUBLISHED_AT,
                        Vintages.IS_LATER,
                        Vintages.IS_BELIEVED))
                .containsExactly(
                        "2020-01-01 false false",
                        "2022-01-01 true false",
                        "2023-01-01 true false",
                        "2024-01-01 true true");
        assertThat(Rows.values(Vintages.read(observed.observations(), RUN), PUBLISHED_AT))
                .hasSize(17);
    }

    /** Every date of a few days in every precision, in the order of the columns and of the pure comparator. */
    @Test
    void theColumnsTrustAsPublicationDatesDo(SparkSession spark) {
        List<PublicationDate> dates = Stream.of(
                        "2024-12-31",
                        "2024-12",
                        "2024",
                        "../2024-12-31",
                        "2024-11",
                        "2024-11-30",
                        "2025",
                        "../2026-01-01")
                .map(text -> PublicationDate.parse(text).orElseThrow())
                .toList();
        Dataset<Row> frame = Rows.of(
                spark,
                "published_at date, published_precision string",
                dates.stream()
                        .map(date -> date.latest() + " " + date.precision().code())
                        .toArray(String[]::new));
        List<PublicationDate> sorted = frame
                .coalesce(1)
                .sortWithinPartitions(Vintages.isDated(), col(PUBLISHED_AT), Vintages.certainty())
                .collectAsList()
                .stream()
                .map(row -> PublicationDate.of(row.getAs(0), row.getAs(1)))
                .toList();
        assertThat(sorted)
                .containsExactlyElementsOf(
                        dates.stream().sorted(PublicationDate.BY_TRUST).toList())
                .extracting(PublicationDate::toString)
                .containsExactly(
                        "../2024-12-31",
                        "../2026-01-01",
                        "2024-11",
                        "2024-11-30",
                        "2024",
                        "2024-12",
                        "2024-12-31",
                        "2025");
    }
}
