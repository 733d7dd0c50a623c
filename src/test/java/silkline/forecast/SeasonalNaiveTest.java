package silkline.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SeasonalNaiveTest implements ForecasterContract {
    @Override
    public Forecaster model() {
        return new SeasonalNaive();
    }

    /** By hand: changes over a year 3 and 4, mean square 25 / 2, so sigma is 3.535534. */
    @Test
    void widensWithEveryWholeYearOnly() {
        Forecast forecast = model().forecast(new double[] {1, 10, 4, 14}, 2, 5, new double[] {0.95});
        assertThat(Forecasts.means(forecast)).containsExactly(4, 14, 4, 14, 4);
        double margin = 1.959964 * 3.535534;
        assertThat(Forecasts.uppers(forecast))
                .containsExactly(
                        new double[] {
                            4 + margin,
                            14 + margin,
                            4 + margin * Math.sqrt(2),
                            14 + margin * Math.sqrt(2),
                            4 + margin * Math.sqrt(3)
                        },
                        within(1e-5));
    }

    @Test
    void isTheNaiveForecastForAnnualSeries() {
        assertThat(ClassicSeries.NILE.forecast(model(), 6)).isEqualTo(ClassicSeries.NILE.forecast(new Naive(), 6));
    }

    /** Expected: statsforecast 2.1.1, {@code SeasonalNaive(12)}. */
    @Test
    void agreesWithAnotherImplementationOnAirPassengers() {
        Forecast forecast = ClassicSeries.AIR_PASSENGERS.forecast(model(), 3);
        assertThat(Forecasts.means(forecast)).containsExactly(417, 391, 419);
        assertThat(Forecasts.lowers(forecast))
                .containsExactly(new double[] {345.8224, 319.8224, 347.8224}, within(1e-4));
        assertThat(Forecasts.uppers(forecast))
                .containsExactly(new double[] {488.1776, 462.1776, 490.1776}, within(1e-4));
    }
}
