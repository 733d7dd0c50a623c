package silkline.forecast.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import silkline.forecast.Forecast;
import silkline.forecast.Forecaster;
import silkline.forecast.ForecasterContract;
import silkline.forecast.Forecasts;
import silkline.forecast.Magnitude;
import silkline.forecast.Reference;

class ArimaTest implements ForecasterContract {
    static List<Reference> choices() {
        return Reference.rows("auto-arima.csv");
    }

    @Override
    public Forecaster model() {
        return new Arima();
    }

    /** The same differences, orders and AICc as auto.arima of R's forecast 8.20. */
    @ParameterizedTest
    @MethodSource("choices")
    void chooseAsRDoes(Reference choice) {
        double[] history = choice.series().history();
        Magnitude magnitude = Magnitude.of(history);
        Differenced differenced =
                Differenced.of(magnitude.reduced(history), choice.series().season());
        double[] w = differenced.values();
        Order limit = OrderSearch.limit(w.length, differenced.period(), differenced.mayHaveMean());
        ArmaFit.Fitted best = OrderSearch.best(new ArmaFit(w, differenced.period(), limit, 1), limit);
        Order order = best.order();
        assertThat(new double[] {
                    order.ar(),
                    differenced.plainDifferences(),
                    order.ma(),
                    order.seasonalAr(),
                    differenced.seasonalDifferences(),
                    order.seasonalMa()
                })
                .containsExactly(choice.numbers("orders"));
        int n = w.length;
        double constants = n * (1 + Math.log(2 * Math.PI) - Math.log(n)) + 2 * n * magnitude.exponent() * Math.log(2);
        assertThat(best.criterion() + constants).isCloseTo(choice.number("aicc"), within(0.1));
    }

    /** Within 1 %, upper bounds 2 %: the search stops a little before or after R's. */
    @ParameterizedTest
    @MethodSource("choices")
    void forecastsAsRDoes(Reference choice) {
        Forecast forecast = choice.series().forecast(new Arima(), 24);
        assertThat(Reference.distance(Forecasts.means(forecast), choice.numbers("mean")))
                .isLessThan(0.01);
        assertThat(Reference.distance(Forecasts.uppers(forecast), choice.numbers("upper")))
                .isLessThan(0.02);
    }

    @Test
    void aSeriesOfTwoValuesInTurnIsSeasonal() {
        double[] history = new double[24];
        for (int t = 0; t < history.length; t++) {
            history[t] = t % 2 == 0 ? 3 : 5;
        }
        Forecast forecast = new Arima().forecast(history, 2, 4, new double[] {});
        assertThat(Forecasts.means(forecast)).containsExactly(new double[] {3, 5, 3, 5}, within(0.05));
    }
}
