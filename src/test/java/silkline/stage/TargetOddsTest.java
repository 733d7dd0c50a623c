package silkline.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import silkline.claim.Facts;
import silkline.claim.Target;
import silkline.series.Period;

class TargetOddsTest {
    /** Values that grow by 10 a year and swing by 5, from 100 in 2010 on. */
    private static Target target(double target, String by, int years) {
        TreeMap<Period, Double> values = new TreeMap<>();
        for (int year = 0; year < years; year++) {
            values.put(Period.ofYear(2010 + year), 100.0 + 10 * year + (year % 2 == 0 ? 5 : -5));
        }
        Period last = values.lastKey();
        return new Target(
                "c-1",
                new Facts.Series(null, "id", "2026", Facts.Standing.CURRENT, values),
                target,
                by,
                last,
                values.get(last),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN);
    }

    @ParameterizedTest
    @CsvSource({"260, 2026, 0.4, 0.9, 2026", "100, 2026, 0.999, 1, 2025", "900, 2026, 0, 0.001, ''"})
    void theChanceIsThatOfTheForecast(double value, String by, double least, double most, String feasible) {
        TargetOdds odds = TargetOdds.of(target(value, by, 15));
        assertThat(odds.probability()).isBetween(least, most);
        assertThat(odds.firstFeasible()).isEqualTo(feasible);
    }

    @Test
    void unknownWithoutAYearOrValues() {
        assertThat(TargetOdds.of(target(260, "", 15)).probability()).isNaN();
        assertThat(TargetOdds.of(target(260, "", 15)).firstFeasible()).isNotEmpty();
        assertThat(TargetOdds.of(target(260, "2026", 3)).probability()).isNaN();
        assertThat(TargetOdds.of(target(260, "2060", 15)).probability()).isNaN();
    }
}
