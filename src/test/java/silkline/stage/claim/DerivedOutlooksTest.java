package silkline.stage.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import silkline.claim.Outlook;
import silkline.series.Period;

class DerivedOutlooksTest {
    /** From 100 on, growing by 10 a year, with a ripple. */
    private static NavigableMap<Period, Double> values(int years) {
        TreeMap<Period, Double> values = new TreeMap<>();
        for (int year = 0; year < years; year++) {
            values.put(Period.ofYear(2010 + year), 100 + 10.0 * year + (year % 2 == 0 ? 3 : -3));
        }
        return values;
    }

    @Test
    void theYearsAheadFollowTheTrendAndTheirIntervalsNest() {
        Outlook outlook = DerivedOutlooks.of(values(15)).orElseThrow();
        assertThat(outlook.periods().firstKey()).isEqualTo(Period.ofYear(2025));
        assertThat(outlook.periods()).hasSize(DerivedOutlooks.LONGEST);
        Outlook.Quantiles first = outlook.periods().get(Period.ofYear(2025));
        assertThat(first.mean()).isCloseTo(250, within(10.0));
        assertThat(new double[] {first.lo95(), first.lo80(), first.mean(), first.hi80(), first.hi95()})
                .isSorted();
        assertThat(first.probabilityOfAtLeast(100)).isGreaterThan(0.99);
        assertThat(first.probabilityOfAtLeast(900)).isLessThan(0.01);
    }

    @Test
    void fewOrNoYearsHaveNone() {
        assertThat(DerivedOutlooks.of(values(2))).isEmpty();
        TreeMap<Period, Double> months = new TreeMap<>();
        months.put(Period.parse("2025-01").orElseThrow(), 1.0);
        assertThat(DerivedOutlooks.of(months)).isEmpty();
    }
}
