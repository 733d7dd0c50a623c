package silkline.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2024,        2024,         ANNUAL,    2024-01-01, 2024-12-31",
        "2024-A1,     2024,         ANNUAL,    2024-01-01, 2024-12-31",
        "2024-S1,     2024-S1,      HALF_YEAR, 2024-01-01, 2024-06-30",
        "2024-H2,     2024-S2,      HALF_YEAR, 2024-07-01, 2024-12-31",
        "2024S2,      2024-S2,      HALF_YEAR, 2024-07-01, 2024-12-31",
        "2024-Q1,     2024-Q1,      QUARTER,   2024-01-01, 2024-03-31",
        "2024Q4,      2024-Q4,      QUARTER,   2024-10-01, 2024-12-31",
        "2024-02,     2024-02,      MONTH,     2024-02-01, 2024-02-29",
        "2023-M02,    2023-02,      MONTH,     2023-02-01, 2023-02-28",
        "2024M12,     2024-12,      MONTH,     2024-12-01, 2024-12-31",
        "202401,      2024-01,      MONTH,     2024-01-01, 2024-01-31",
        "2024-01/P5M, 2024-01/P5M,  RANGE,     2024-01-01, 2024-05-31",
        "2023-12/P3M, 2023-12/P3M,  RANGE,     2023-12-01, 2024-02-29",
        "2023-01/P11M,2023-01/P11M, RANGE,     2023-01-01, 2023-11-30",
        "2024-A,      2024,         ANNUAL,    2024-01-01, 2024-12-31",
        "2024-M1,     2024-01,      MONTH,     2024-01-01, 2024-01-31",
        "2024M9,      2024-09,      MONTH,     2024-09-01, 2024-09-30",
        "2024-01-01/P1Y, 2024,      ANNUAL,    2024-01-01, 2024-12-31",
        "2024-01-01/P12M, 2024,     ANNUAL,    2024-01-01, 2024-12-31",
        "2024-07-01/P6M, 2024-S2,   HALF_YEAR, 2024-07-01, 2024-12-31",
        "2024-10-01/P3M, 2024-Q4,   QUARTER,   2024-10-01, 2024-12-31",
        "2024-02-01/P1M, 2024-02,   MONTH,     2024-02-01, 2024-02-29",
        "2024-02-01/P3M, 2024-02/P3M, RANGE,   2024-02-01, 2024-04-30",
        "2024-04-01/P1Y, 2024-04/P12M, RANGE,  2024-04-01, 2025-03-31",
        "2024-01-01/P2Y, 2024-01/P24M, RANGE,  2024-01-01, 2025-12-31",
        "2008-01/P180M,2008-01/P180M,RANGE,    2008-01-01, 2022-12-31",
    })
    void everyTextFormIsRead(String text, String canonical, Frequency frequency, LocalDate start, LocalDate end) {
        Period period = Period.parse(text).orElseThrow();
        assertThat(period).hasToString(canonical);
        assertThat(period.frequency()).isEqualTo(frequency);
        assertThat(period.start()).isEqualTo(start);
        assertThat(period.end()).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "24",
                "2024-A2",
                "2024-S0",
                "2024-S3",
                "2024-H3",
                "2024-Q0",
                "2024-Q5",
                "2024-00",
                "2024-13",
                "202413",
                "2024-1",
                "2024/25",
                "2024-01/P0M",
                "2024-01/P512M",
                "2024-13/P2M",
                "2024-01/P1Y",
                "2024-01-01",
                "2024-01-01T00:00:00",
                "2024-01-15/P1M",
                "2024-01-01/P43Y",
                "2024-01-01/P0M",
                "2024-W05",
                "2024-D045",
                "2024-T1",
                "2024-M13",
                "2024-M0",
                " 2024",
                "١٩٩٩"
            })
    void anyOtherTextIsNoPeriod(String text) {
        assertThat(Period.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2024,        2023",
        "2024-S1,     2023-S1",
        "2024-Q4,     2023-Q4",
        "2024-02,     2023-02",
        "2024-01/P5M, 2023-01/P5M",
        "2024-12/P3M, 2023-12/P3M",
    })
    void theYearBeforeIsTheSamePartOfIt(String text, String before) {
        assertThat(Period.parse(text).orElseThrow().yearEarlier()).hasToString(before);
    }

    @ParameterizedTest
    @CsvSource({
        "2024,    1, 2025",
        "2024-S2, 1, 2025-S1",
        "2024-Q4, 1, 2025-Q1",
        "2024-12, 1, 2025-01",
        "2024-01,-1, 2023-12",
        "2024-Q1,-5, 2022-Q4",
    })
    void stepsCrossTheTurnOfTheYear(String text, int steps, String expected) {
        assertThat(Period.parse(text).orElseThrow().plus(steps)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({"2024, 12", "2024-S1, 6", "2024-Q1, 3", "2024-01, 1", "2024-01/P5M, 5", "2008-01/P180M, 180"})
    void monthsAreItsLength(String text, int months) {
        assertThat(Period.parse(text).orElseThrow().months()).isEqualTo(months);
    }

    @Test
    void ofPeriodsThatEndTogetherTheShorterComesFirst() {
        Stream<Period> periods = Stream.of("2024", "2024-12", "2023", "2024-Q4", "2024-06", "2024-S2", "2024-S1")
                .map(text -> Period.parse(text).orElseThrow());
        assertThat(periods.sorted().map(Period::toString))
                .containsExactly("2023", "2024-06", "2024-S1", "2024-12", "2024-Q4", "2024-S2", "2024");
    }

    @Test
    void aRangeOfTheSameDaysIsAnotherPeriod() {
        Period quarter = Period.of(Frequency.QUARTER, 2024, 1);
        assertThat(quarter).isNotEqualTo(Period.ofRange(2024, 1, 3));
        assertThat(quarter.compareTo(Period.ofRange(2024, 1, 3))).isNotZero();
    }

    @Test
    void positionsOutsideTheYearAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Period.of(Frequency.QUARTER, 2024, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.of(Frequency.QUARTER, 2024, 5))
                .withMessageContaining("5");
        assertThatIllegalArgumentException().isThrownBy(() -> Period.of(Frequency.RANGE, 2024, 1));
    }

    @Test
    void rangesOfImpossibleLengthAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Period.ofRange(2024, 1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.ofRange(2024, 1, 512))
                .withMessageContaining("512");
    }

    @ParameterizedTest
    @CsvSource({"A, ANNUAL", "S, HALF_YEAR", "Q, QUARTER", "M, MONTH", "R, RANGE"})
    void frequenciesAreNamedByTheirSdmxCode(String code, Frequency frequency) {
        assertThat(Frequency.parse(code)).contains(frequency);
        assertThat(frequency.code()).isEqualTo(code);
        assertThat(Frequency.parse(code.toLowerCase(java.util.Locale.ROOT))).isEmpty();
    }
}
