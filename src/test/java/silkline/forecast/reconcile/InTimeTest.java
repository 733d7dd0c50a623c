package silkline.forecast.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import silkline.forecast.Forecast;
import silkline.forecast.Forecaster;
import silkline.forecast.Naive;

class InTimeTest {
    private static final double[] LEVELS = {0.8};

    /**
     * By hand: half-years 1, 3, 2, 6, so 6 is repeated, but years 4, 8 say 8 and not 12. The mean squares of the changes are
     * 7 and 16, so the variances 7, 14 and 16: of the gap of -4 the half-years take 7 and 14 parts in 37.
     */
    @Test
    void theGapIsSharedByTheVariances() {
        List<InTime.Level> levels = new InTime(new Naive(), 0).levels(new double[] {1, 3, 2, 6}, 2, 2, LEVELS);
        assertThat(levels).extracting(InTime.Level::perYear).containsExactly(2, 1);
        assertThat(levels.get(0).forecast().mean(1)).isCloseTo(6 - 4 * 7.0 / 37, within(1e-6));
        assertThat(levels.get(0).forecast().mean(2)).isCloseTo(6 - 4 * 14.0 / 37, within(1e-6));
        assertThat(levels.get(1).forecast().mean(1)).isCloseTo(12 - 4 * 21.0 / 37, within(1e-6));
    }

    /**
     * By hand: the year under way has 6 already. Years 4, 5 say 5 in all, so -1 is left, where the half-years say 6. The mean
     * squares of the changes are 15 / 4 and 1: of the gap of -7 the half-year takes 15 parts in 19.
     */
    @Test
    void whatIsKnownOfAYearCountsAndOnlyTheRestMoves() {
        List<InTime.Level> levels = new InTime(new Naive(), 0).levels(new double[] {1, 3, 2, 3, 6}, 2, 1, LEVELS);
        double half = 6 - 7 * 15.0 / 19;
        assertThat(levels.get(0).forecast().mean(1)).isCloseTo(half, within(1e-6));
        Forecast year = levels.get(1).forecast();
        assertThat(year.mean(1)).isCloseTo(6 + half, within(1e-6));
        assertThat(year.lower(0, 1)).isGreaterThanOrEqualTo(6);
        double alone = new Naive().forecast(new double[] {4, 5}, 1, 1, LEVELS).upper(0, 1) - 5;
        assertThat(year.upper(0, 1) - year.mean(1)).isCloseTo(0.9 * alone / 2, within(1e-12));
    }

    /** Half-years of 6 and a year of 8, neither in doubt. */
    @Test
    void forecastsWithoutErrorAgreeToo() {
        Forecaster sure = new Sure();
        List<InTime.Level> levels = new InTime(sure, 0).levels(new double[] {1, 3, 2, 6}, 2, 2, LEVELS);
        Forecast halves = levels.get(0).forecast();
        assertThat(halves.mean(1) + halves.mean(2))
                .isCloseTo(levels.get(1).forecast().mean(1), within(1e-9));
    }

    /** Says the last value, and never doubts it. */
    private record Sure() implements Forecaster {
        @Override
        public String name() {
            return "sure";
        }

        @Override
        public int minimumLength(int season) {
            return 1;
        }

        @Override
        public Forecast forecast(double[] history, int season, int horizon, double[] levels) {
            double[] mean = new double[horizon];
            Arrays.fill(mean, history[history.length - 1]);
            return Forecast.normal(mean, new double[horizon], levels);
        }
    }

    /** One year is too few to repeat it with an interval; quarters are asked alone. */
    @Test
    void aLevelThatIsTooShortIsLeftOut() {
        double[] history = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13};
        assertThat(new InTime(new Naive(), 0).levels(history, 12, 23, LEVELS))
                .extracting(InTime.Level::perYear)
                .containsExactly(12, 4);
    }

    @Test
    void yearsAreForecastAsByTheModelAlone() {
        double[] history = {1, 3, 2, 6};
        assertThat(new InTime(new Naive(), 0).forecast(history, 1, 3, LEVELS))
                .isEqualTo(new Naive().forecast(history, 1, 3, LEVELS));
    }
}
