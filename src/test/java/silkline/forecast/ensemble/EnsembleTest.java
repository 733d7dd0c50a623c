package silkline.forecast.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silkline.forecast.ClassicSeries;
import silkline.forecast.Forecast;
import silkline.forecast.Forecaster;
import silkline.forecast.ForecasterContract;

class EnsembleTest implements ForecasterContract {
    @Override
    public Forecaster model() {
        return new Ensemble();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 12})
    void weightsSumToOne(int season) {
        assertThat(Member.of(season).stream().mapToDouble(Member::weight).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void aValueThatRunsAwayDoesNotCount() {
        TrimmedMean mean = new TrimmedMean(5);
        for (double value : new double[] {3, 1, 1e9, 2, 4}) {
            mean.add(value, 0.2);
        }
        // 0.05 of 1, 0.2 of each of 2, 3, 4, 0.05 of 1e9.
        assertThat(mean.take()).isCloseTo((0.05 + 0.4 + 0.6 + 0.8 + 0.05e9) / 0.7, within(1.0));
    }

    @Test
    void aPositiveSeriesHasMoreRoomAboveThanBelow() {
        Forecast forecast = ClassicSeries.AIR_PASSENGERS.forecast(new Ensemble(), 24);
        for (int step = 1; step <= 24; step++) {
            double above = forecast.upper(0, step) - forecast.mean(step);
            assertThat(above).isGreaterThan(forecast.mean(step) - forecast.lower(0, step));
        }
    }

    @Test
    void intervalsOfMoreCoverageHoldThoseOfLess() {
        double[] levels = {0.3, 0.5, 0.6, 0.8, 0.9, 0.95, 0.99};
        for (int season : new int[] {1, 2, 4, 12, 52}) {
            Forecast forecast = new Ensemble().forecast(ForecasterContract.wave(120), season, 3, levels);
            for (int i = 1; i < levels.length; i++) {
                assertThat(forecast.upper(i, 3)).isGreaterThan(forecast.upper(i - 1, 3));
                assertThat(forecast.lower(i, 3)).isLessThan(forecast.lower(i - 1, 3));
            }
        }
    }

    @Test
    void oneValueIsItsOwnMean() {
        TrimmedMean mean = new TrimmedMean(1);
        mean.add(7, 0.3);
        assertThat(mean.take()).isCloseTo(7, within(1e-12));
    }
}
