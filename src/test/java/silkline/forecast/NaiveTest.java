package silkline.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NaiveTest implements ForecasterContract {
    @Override
    public Forecaster model() {
        return new Naive();
    }

    /** By hand: changes 3, -4, 0, 5, mean square 50 / 4, so sigma is 3.535534. */
    @Test
    void widensWithTheSquareRootOfTheStep() {
        Forecast forecast = model().forecast(new double[] {1, 4, 0, 0, 5}, 1, 4, new double[] {0.95});
        assertThat(Forecasts.means(forecast)).containsExactly(5, 5, 5, 5);
        assertThat(forecast.upper(0, 1)).isCloseTo(5 + 1.959964 * 3.535534, within(1e-5));
        assertThat(forecast.upper(0, 4)).isCloseTo(5 + 1.959964 * 3.535534 * 2, within(1e-5));
        assertThat(forecast.lower(0, 4)).isCloseTo(5 - 1.959964 * 3.535534 * 2, within(1e-5));
    }

    /** Expected: statsforecast 2.1.1, {@code Naive}. */
    @Test
    void agreesWithAnotherImplementationOnAirPassengers() {
        Forecast forecast = ClassicSeries.AIR_PASSENGERS.forecast(model(), 3);
        assertThat(Forecasts.lowers(forecast))
                .containsExactly(new double[] {365.9288, 338.5612, 317.5613}, within(1e-4));
        assertThat(Forecasts.uppers(forecast))
                .containsExactly(new double[] {498.0712, 525.4388, 546.4387}, within(1e-4));
    }
}
