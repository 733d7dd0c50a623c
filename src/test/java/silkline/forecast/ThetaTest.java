package silkline.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ThetaTest implements ForecasterContract {
    @Override
    public Forecaster model() {
        return new Theta();
    }

    /**
     * Expected: the definition written out with statsmodels 0.15.0 ({@code seasonal_decompose}), numpy ({@code
     * polyfit}) and scipy (Nelder-Mead over smoothing weight and starting level together). The tolerance is that of the
     * two searches.
     */
    @Test
    void agreesWithAnIndependentSearchOnAirPassengers() {
        Forecast forecast = ClassicSeries.AIR_PASSENGERS.forecast(model(), 12);
        double[] means = {
            440.93362, 429.21471, 490.65382, 476.62178, 480.59269, 546.41206, 603.90472, 602.24723, 524.94814,
            457.49341, 398.70668, 448.48962
        };
        assertThat(Forecasts.means(forecast)).containsExactly(means, within(2e-4));
        assertThat(Arrays.copyOf(Forecasts.lowers(forecast), 3))
                .containsExactly(new double[] {422.32482, 406.55589, 460.4804}, within(2e-4));
        assertThat(Arrays.copyOf(Forecasts.uppers(forecast), 3))
                .containsExactly(new double[] {459.54243, 451.87353, 520.82724}, within(2e-4));
    }

    /** Expected: as above, without season. */
    @Test
    void agreesWithAnIndependentSearchOnTheNile() {
        Forecast forecast = ClassicSeries.NILE.forecast(model(), 6);
        assertThat(Forecasts.means(forecast))
                .containsExactly(
                        new double[] {808.09884, 806.74169, 805.38453, 804.02738, 802.67023, 801.31307}, within(2e-3));
        assertThat(Forecasts.lowers(forecast))
                .containsExactly(
                        new double[] {524.78493, 516.67137, 508.71164, 500.89569, 493.21452, 485.66002}, within(2e-3));
    }

    /**
     * Expected: statsforecast 2.1.1, {@code Theta(decomposition_type="multiplicative")}, which leaves the first three
     * errors out of its criterion and keeps the weight above 0.1; hence 0.01 % apart where smoothing is strong (weight
     * 0.76), 1 % where it is weak (0.22) and the start is felt for longer. Its intervals are simulated and not
     * compared.
     */
    @Test
    void isCloseToAnotherImplementation() {
        double[] air = {440.9692, 429.2492, 490.6932, 476.6599, 480.631, 546.4555, 603.9526, 602.2949, 524.9896};
        double[] nile = {800.885, 799.5278, 798.1707, 796.8135, 795.4564, 794.0992};
        Forecast airForecast = ClassicSeries.AIR_PASSENGERS.forecast(model(), air.length);
        Forecast nileForecast = ClassicSeries.NILE.forecast(model(), nile.length);
        for (int step = 1; step <= air.length; step++) {
            assertThat(airForecast.mean(step)).isCloseTo(air[step - 1], withinPercentage(0.01));
        }
        for (int step = 1; step <= nile.length; step++) {
            assertThat(nileForecast.mean(step)).isCloseTo(nile[step - 1], withinPercentage(1));
        }
    }

    @Test
    void aStraightLineGrowsOnAtHalfItsSlopeFromTheLastObservation() {
        double[] line = {2, 4, 6, 8, 10, 12};
        Forecast forecast = model().forecast(line, 1, 3, new double[] {0.95});
        assertThat(Forecasts.means(forecast)).containsExactly(new double[] {13, 14, 15}, within(1e-3));
    }

    @Test
    void aSeasonalSeriesWithAZeroIsForecastAdditively() {
        double[] history = new double[40];
        for (int t = 0; t < history.length; t++) {
            history[t] = t % 4 * 10;
        }
        Forecast forecast = model().forecast(history, 4, 5, new double[] {0.95});
        assertThat(Forecasts.means(forecast)).containsExactly(new double[] {0, 10, 20, 30, 0}, within(0.5));
    }
}
