package silkline.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ForecastersTest {
    @Test
    void namesAreUnique() {
        assertThat(Forecasters.all()).extracting(Forecaster::name).doesNotHaveDuplicates();
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Forecasters.named("prophet"))
                .withMessage(
                        "unknown model 'prophet'; known: naive, seasonal-naive, drift, theta, optimised-theta, dynamic-theta,"
                                + " log-dynamic-theta, ets, ets-average, log-ets-average, ces, log-ces, arima, log-arima, trees, ensemble");
    }
}
