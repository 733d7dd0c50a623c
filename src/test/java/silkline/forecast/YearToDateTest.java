package silkline.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import silkline.series.Frequency;
import silkline.series.Period;

class YearToDateTest {
    private static final double[] LEVELS = {0.95};

    /** Quarters: years of 4, 5 and 6 times their first quarter of 100; then a first quarter of 200. */
    private static NavigableMap<Integer, Double> quarters() {
        NavigableMap<Integer, Double> values = new TreeMap<>();
        for (int year = 2020; year < 2023; year++) {
            values.put(Period.of(Frequency.QUARTER, year, 1).index(), 100.0);
            for (int quarter = 2; quarter <= 4; quarter++) {
                values.put(Period.of(Frequency.QUARTER, year, quarter).index(), 100.0 * (year - 2020 + 3) / 3);
            }
        }
        values.put(Period.of(Frequency.QUARTER, 2023, 1).index(), 200.0);
        return values;
    }

    /**
     * By hand: the mean of ln 4, ln 5, ln 6 is 1.5958307; their standard deviation 0.2031; t(0.975, 2) is 4.303 in tables,
     * 4.27 by the expansion; so the bounds lie 4.27 * 0.2031 * sqrt(4/3) from the mean in logarithms.
     */
    @Test
    void isTheSumToDateTimesWhatItWasBefore() {
        YearToDate estimate =
                YearToDate.of(Frequency.QUARTER, quarters(), LEVELS).orElseThrow();
        assertThat(estimate.known()).hasToString("2023-01/P3M");
        assertThat(estimate.years()).isEqualTo(3);
        assertThat(estimate.firstYear()).isEqualTo(2020);
        double mean = Math.log(4 * 5 * 6) / 3;
        assertThat(estimate.forecast().mean(1)).isCloseTo(200 * Math.exp(mean), within(1e-9));
        assertThat(Math.log(estimate.forecast().upper(0, 1) / 200) - mean).isCloseTo(1.002, within(0.01));
        assertThat(Math.log(estimate.forecast().lower(0, 1) / 200)).isCloseTo(mean - 1.002, within(0.01));
    }

    @Test
    void neverLessThanWhatIsKnown() {
        NavigableMap<Integer, Double> values = quarters();
        values.put(Period.of(Frequency.QUARTER, 2020, 4).index(), 10_000.0);
        YearToDate estimate = YearToDate.of(Frequency.QUARTER, values, LEVELS).orElseThrow();
        assertThat(estimate.forecast().lower(0, 1)).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"2020-Q1, 0", "2020-Q2, 0", "2021-Q3, NaN", "2023-Q1, 0"})
    void noEstimateWhereAYearTooFewIsKnown(String period, double value) {
        NavigableMap<Integer, Double> values = quarters();
        values.put(Period.parse(period).orElseThrow().index(), value);
        boolean isKnownInFull = period.equals("2020-Q2");
        assertThat(YearToDate.of(Frequency.QUARTER, values, LEVELS).isPresent()).isEqualTo(isKnownInFull);
    }

    @Test
    void noEstimateOfACompleteYear() {
        NavigableMap<Integer, Double> values = quarters();
        values.pollLastEntry();
        assertThat(YearToDate.of(Frequency.QUARTER, values, LEVELS)).isEmpty();
        assertThat(YearToDate.of(Frequency.QUARTER, new TreeMap<>(), LEVELS)).isEmpty();
    }
}
