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
    void noErrorCountsForMoreThanTenTimesTheMedian() {
        TrimmedMean mean = new TrimmedMean(4);
        for (double error : new double[] {3, 1e9, 1e12, 2}) {
            mean.add(error, 0.25);
        }
        // The lower median is 3: 0.1 of 2, 0.25 of 3, 0.25 and 0.1 of 30.
        assertThat(mean.takeUpTo(10)).isCloseTo((0.2 + 0.75 + 7.5 + 3) / 0.7, within(1e-9));
    }

    /** Exports of Azerbaijan to Malaysia 1999 to 2011, million US dollars, in the IMF's Direction of Trade Statistics; 2001 filled in. */
    @Test
    void aSeriesThatGrewAThousandfoldHasNoIntervalsWithoutEnd() {
        double[] history = {
            0.0537, 0.006096, 0.0051, 0.004116, 0.0009, 0.016704, 0.2457, 0.0003, 0.0399, 0.000396, 387.5571, 740.7839,
            663.99
        };
        Forecast forecast = new Ensemble().forecast(history, 1, 4, new double[] {0.5, 0.95});
        for (int step = 1; step <= 4; step++) {
            assertThat(forecast.upper(0, step)).isBetween(forecast.mean(step), 10_000.0);
            assertThat(forecast.upper(1, step)).isLessThan(100_000);
        }
    }

    @Test
    void oneValueIsItsOwnMean() {
        TrimmedMean mean = new TrimmedMean(1);
        mean.add(7, 0.3);
        assertThat(mean.take()).isCloseTo(7, within(1e-12));
    }
}
