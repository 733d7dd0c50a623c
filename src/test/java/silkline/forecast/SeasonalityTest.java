package silkline.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeasonalityTest {
    private static final double[] FACTORS = {0.5, 1.5, 0.8, 1.2};

    @Test
    void findsTheFactorsOfALevelSeries() {
        double[] history = values(24, t -> 100 * FACTORS[t % 4]);
        Seasonality seasonality = Seasonality.of(history, 4);
        for (int t = 0; t < 4; t++) {
            assertThat(seasonality.scale(t)).isCloseTo(FACTORS[t], within(1e-12));
        }
        assertThat(seasonality.removedFrom(history)).containsOnly(new double[] {100}, within(1e-9));
    }

    @Test
    void isAdditiveWhereAValueIsNotPositive() {
        double[] history = values(24, t -> t % 4 * 10 - 15);
        Seasonality seasonality = Seasonality.of(history, 4);
        assertThat(seasonality.scale(0)).isEqualTo(1);
        assertThat(seasonality.restored(0, 3)).isCloseTo(15, within(1e-12));
        assertThat(seasonality.removedFrom(history)).containsOnly(new double[] {0}, within(1e-12));
    }

    @Test
    void isAdditiveWhereAFactorWouldDivideByAlmostNothing() {
        double[] history = values(24, t -> t % 4 == 0 ? 0.001 : 100);
        assertThat(Seasonality.of(history, 4).scale(0)).isEqualTo(1);
    }

    @Test
    void restoringUndoesRemoving() {
        double[] history = ClassicSeries.AIR_PASSENGERS.history();
        Seasonality seasonality = Seasonality.of(history, 12);
        double[] adjusted = seasonality.removedFrom(history);
        for (int t = 0; t < history.length; t++) {
            assertThat(seasonality.restored(adjusted[t], t)).isCloseTo(history[t], within(1e-9));
        }
    }

    @Test
    void airPassengersAreSeasonalAndIrregularOrConstantSeriesAreNot() {
        assertThat(Seasonality.isSeasonal(ClassicSeries.AIR_PASSENGERS.history(), 12))
                .isTrue();
        assertThat(Seasonality.isSeasonal(values(40, t -> Math.sin(t * t)), 4)).isFalse();
        assertThat(Seasonality.isSeasonal(values(40, t -> 7), 4)).isFalse();
    }

    /**
     * By hand: -1, 1, ... has r_k = (-1)^k (n - k) / n; for n = 6, r_2 = 0.67 against 1.645 * sqrt(2.39 / 6) = 1.04.
     */
    @Test
    void aShortSeriesNeedsAStrongerPatternThanALongOne() {
        assertThat(Seasonality.isSeasonal(values(6, t -> t % 2 * 2 - 1), 2)).isFalse();
        assertThat(Seasonality.isSeasonal(values(20, t -> t % 2 * 2 - 1), 2)).isTrue();
    }

    /** By hand: two equal peaks give r_12 = 0.5, above 1.645 / sqrt(24) = 0.34: only the length stands against them. */
    @Test
    void twoYearsAreNotEnoughToTell() {
        assertThat(Seasonality.isSeasonal(values(24, t -> t % 12 == 5 ? 1 : 0), 12))
                .isFalse();
        assertThat(Seasonality.isSeasonal(values(25, t -> t % 12 == 5 ? 1 : 0), 12))
                .isTrue();
    }

    /** The shorter lags of a line are as strong as the seasonal one, and the test allows for them. */
    @Test
    void fiveYearsOfTrendAloneAreNotSeasonal() {
        assertThat(Seasonality.isSeasonal(values(20, t -> t), 4)).isFalse();
    }

    private static double[] values(int length, IntToDoubleFunction value) {
        return IntStream.range(0, length).mapToDouble(value).toArray();
    }
}
