package silkline.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DriftTest implements ForecasterContract {
    @Override
    public Forecaster model() {
        return new Drift();
    }

    /** By hand: changes 3, -4, 0, 5 around their mean 1, sum of squares 46, sigma^2 = 46 / 3. */
    @Test
    void continuesTheLineFromTheFirstToTheLastObservation() {
        Forecast forecast = model().forecast(new double[] {1, 4, 0, 0, 5}, 1, 4, new double[] {0.95});
        assertThat(Forecasts.means(forecast)).containsExactly(new double[] {6, 7, 8, 9}, within(1e-12));
        double sigma = Math.sqrt(46 / 3.0);
        assertThat(forecast.upper(0, 1)).isCloseTo(6 + 1.959964 * sigma * Math.sqrt(1.25), within(1e-5));
        assertThat(forecast.lower(0, 4)).isCloseTo(9 - 1.959964 * sigma * Math.sqrt(8), within(1e-5));
    }

    @Test
    void aStraightLineIsContinuedWithoutWidth() {
        Forecast forecast = model().forecast(new double[] {2, 4, 6, 8}, 1, 2, new double[] {0.95});
        assertThat(Forecasts.lowers(forecast)).containsExactly(new double[] {10, 12}, within(1e-12));
        assertThat(Forecasts.uppers(forecast)).containsExactly(new double[] {10, 12}, within(1e-12));
    }

    /**
     * Expected: statsforecast 2.1.1, {@code RandomWalkWithDrift}, whose error variance divides by {@code T - 1}, as if
     * the drift were known; its margins are widened here by the root of {@code (T - 1) / (T - 2)}.
     */
    @Test
    void agreesWithAnotherImplementationOnAirPassengersAndTheNile() {
        double[] airMeans = {434.2378, 436.4755, 438.7133};
        double[] airUppers = {500.3933, 530.3579, 554.0911};
        assertAgrees(ClassicSeries.AIR_PASSENGERS, airMeans, airUppers, Math.sqrt(143 / 142.0));
        double[] nileMeans = {736.1616, 732.3232, 728.4848};
        double[] nileUppers = {1065.6773, 1200.653, 1304.9019};
        assertAgrees(ClassicSeries.NILE, nileMeans, nileUppers, Math.sqrt(99 / 98.0));
    }

    private void assertAgrees(ClassicSeries series, double[] means, double[] uppers, double widening) {
        Forecast forecast = series.forecast(model(), means.length);
        for (int step = 1; step <= means.length; step++) {
            double margin = (uppers[step - 1] - means[step - 1]) * widening;
            assertThat(forecast.mean(step)).isCloseTo(means[step - 1], within(1e-4));
            assertThat(forecast.upper(0, step)).isCloseTo(means[step - 1] + margin, within(2e-4));
            assertThat(forecast.lower(0, step)).isCloseTo(means[step - 1] - margin, within(2e-4));
        }
    }
}
