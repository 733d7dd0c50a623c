package silkline.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SimpleSmoothingTest {
    private static final double[] NILE = ClassicSeries.NILE.history();

    /** By hand for weight 1/2: errors from start s are 4 - s and 1 - s/2, least at s = 3.6, so 0.4 and -0.8. */
    @Test
    void startsWhereTheSquaresAreLeast() {
        SimpleSmoothing smoothing = SimpleSmoothing.at(new double[] {4, 3}, 0.5);
        assertThat(smoothing.squaredError()).isCloseTo(0.8, within(1e-12));
        assertThat(smoothing.level()).isCloseTo(3.4, within(1e-12));
    }

    @Test
    void noOtherWeightFitsBetter() {
        double least = SimpleSmoothing.fit(NILE).squaredError();
        for (double alpha = SimpleSmoothing.LOWEST; alpha <= SimpleSmoothing.HIGHEST; alpha += 0.0009) {
            assertThat(SimpleSmoothing.at(NILE, alpha).squaredError()).isGreaterThanOrEqualTo(least * (1 - 1e-9));
        }
    }

    /** Durbin and Koopman 2012, section 2.2, table 2.1: variances 15099 and 1469.1 imply a weight of 0.2674. */
    @Test
    void theNileIsSmoothedAboutAsTheLocalLevelModelSmoothsIt() {
        assertThat(SimpleSmoothing.fit(NILE).alpha()).isCloseTo(0.267, within(0.03));
    }
}
