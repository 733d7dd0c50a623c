package silkline.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ForecastTest {
    private static final double[] LEVELS = {0.8, 0.95};
    private final Forecast forecast = Forecast.normal(new double[] {10, 1}, new double[] {1, 2}, LEVELS);

    /** Normal quantiles 1.281552 and 1.959964, from any table. */
    @Test
    void boundsAreNormalQuantilesFromTheMean() {
        assertThat(forecast.lower(0, 1)).isCloseTo(8.718448, within(1e-6));
        assertThat(forecast.upper(1, 2)).isCloseTo(4.919928, within(1e-6));
    }

    @Test
    void givesOutCopies() {
        forecast.levels()[0] = 0.1;
        assertThat(forecast.levels()).containsExactly(LEVELS);
    }

    @Test
    void aFloorRaisesPointsAndBoundsAndNothingElse() {
        Forecast raised = forecast.atLeast(2);
        assertThat(Forecasts.means(raised)).containsExactly(10, 2);
        assertThat(raised.lower(1, 2)).isEqualTo(2);
        assertThat(raised.upper(1, 2)).isEqualTo(forecast.upper(1, 2));
        assertThat(forecast.atLeast(-10)).isSameAs(forecast);
    }

    @Test
    void stepsAreCountedFromOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> forecast.mean(0)).withMessage("step 0 outside 1..2");
        assertThatIllegalArgumentException().isThrownBy(() -> forecast.upper(0, 3));
    }

    @Test
    void refusesWhatIsNotANumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Forecast.normal(new double[] {Double.NaN}, new double[] {1}, LEVELS))
                .withMessageContaining("step 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Forecast.normal(new double[] {1}, new double[] {-1}, LEVELS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Forecast.normal(new double[] {1}, new double[] {1, 2}, LEVELS));
    }

    @Test
    void equalFiguresMakeEqualForecasts() {
        Forecast same = Forecast.normal(new double[] {10, 1}, new double[] {1, 2}, LEVELS);
        assertThat(same).isEqualTo(forecast).hasSameHashCodeAs(forecast);
        assertThat(forecast).isNotEqualTo(forecast.atLeast(2)).hasToString("Forecast[10.0, 1.0]");
    }
}
