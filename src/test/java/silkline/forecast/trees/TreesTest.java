package silkline.forecast.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import silkline.forecast.ClassicSeries;
import silkline.forecast.Drift;
import silkline.forecast.Forecast;
import silkline.forecast.Forecaster;
import silkline.forecast.ForecasterContract;
import silkline.forecast.Forecasts;
import silkline.forecast.Moments;

class TreesTest implements ForecasterContract {
    @Override
    public Forecaster model() {
        return new Trees();
    }

    /** Expected: LightGBM 4.7.0, the model before its numbers were shortened to four digits for the file. */
    @Test
    void saysWhatTheLibraryThatLearntThemSays() {
        double[] expected = {777.8748, 790.0947, 804.1191, 804.1191, 810.0044, 815.2033};
        Forecast forecast = ClassicSeries.NILE.forecast(model(), expected.length);
        // 0.02 % of the mean change, 133.
        assertThat(Forecasts.means(forecast)).containsExactly(expected, within(0.027));
    }

    @Test
    void keepsThePaceBeyondTheStepsThatWereLearnt() {
        Forecast forecast = ClassicSeries.NILE.forecast(model(), 9);
        double pace = (forecast.mean(Trees.LONGEST) - 740) / Trees.LONGEST;
        assertThat(forecast.mean(9)).isCloseTo(740 + 9 * pace, within(1e-9));
    }

    @Test
    void aMultipleOfASeriesIsForecastAsThatMultiple() {
        double[] history = ClassicSeries.NILE.history();
        double[] thousandfold =
                Arrays.stream(history).map(value -> 1000 * value).toArray();
        double[] levels = {0.8};
        Forecast forecast = model().forecast(history, 1, 6, levels);
        Forecast other = model().forecast(thousandfold, 1, 6, levels);
        for (int step = 1; step <= 6; step++) {
            assertThat(other.mean(step)).isCloseTo(1000 * forecast.mean(step), within(1e-6));
            assertThat(other.lower(0, step)).isCloseTo(1000 * forecast.lower(0, step), within(1e-6));
        }
    }

    @Test
    void aStraightLineIsContinued() {
        Forecast forecast = model().forecast(new double[] {2, 4, 6, 8, 10, 12}, 1, 3, new double[] {0.95});
        assertThat(Forecasts.means(forecast)).containsExactly(new double[] {14, 16, 18}, within(1e-9));
    }

    @Test
    void neverFartherFromTheDriftThanTwoOfItsErrors() {
        // No series that was learnt from falls to nothing in the end after a century of near rest.
        double[] history = new double[100];
        for (int t = 0; t < history.length; t++) {
            history[t] = 1000 + (t % 2) - (t > 97 ? 400 * (t - 97) : 0);
        }
        Moments drift = new Drift().moments(history, 1, 6);
        Moments trees = new Trees().moments(history, 1, 6);
        for (int step = 1; step <= 6; step++) {
            assertThat(Math.abs(trees.mean(step) - drift.mean(step)))
                    .isLessThanOrEqualTo(2 * drift.standardError(step) + 1e-9);
        }
    }
}
