package silkline.forecast.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import silkline.forecast.Moments;

class FeaturesTest {
    private static final List<Moments> FORECASTS = List.of(Moments.constant(1, 4), Moments.constant(5, 4));
    private static final double[] SEASON = {3, -1, -3, 1};

    /** Trend and season are all there is: nothing remains, and values rise with time. */
    @Test
    void aTrendAndASeasonExplainAll() {
        double[] features = of(series(40, t -> 100 + t + SEASON[t % 4]));
        assertThat(features[0]).isCloseTo(1, within(1e-9));
        assertThat(features[1]).isCloseTo(1, within(1e-9));
        assertThat(features[4]).isBetween(0.9, 1.0);
        assertThat(features[5]).isEqualTo(features[4]);
        assertThat(features[6]).isCloseTo(Math.log(1e-3), within(1e-6));
        // Forecasts of 1 and 5: a standard deviation of 2 where the change over a year is 4.
        assertThat(features[7]).isCloseTo(Math.log(1e-3 + 0.5), within(1e-12));
    }

    /** Up and down in turn, which a mean over four quarters takes for a season. */
    @Test
    void changesThatTakeThemselvesBackAreCorrelatedByMinusOne() {
        double[] features = of(series(41, t -> 10 + t % 2 + (t == 40 ? 1 : 0)));
        assertThat(features[1]).isBetween(0.99, 1.0);
        assertThat(features[3]).isBetween(-1.0, -0.9);
        double[] falling = of(series(40, t -> 100 - t));
        assertThat(falling[3]).isZero();
        assertThat(falling[4]).isCloseTo(-1, within(1e-12));
        assertThat(falling[5]).isCloseTo(1, within(1e-12));
    }

    @Test
    void aChangeOfUnitChangesNothing() {
        double[] history = series(40, t -> 50 + t + 9 * Math.sin(t * t) + SEASON[t % 4]);
        double[] larger = Arrays.stream(history).map(value -> value * 1024).toArray();
        List<Moments> forecasts = List.of(Moments.constant(1024, 4), Moments.constant(5 * 1024, 4));
        assertThat(Features.of(larger, 4, forecasts).orElseThrow()).containsExactly(of(history));
    }

    @Test
    void aMeanOfZeroIsAllNoise() {
        assertThat(of(series(40, t -> t < 20 ? 1 : -1))[6]).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void areUndefinedBelowThreeYearsWithoutChangeAndBeyondWhatCanBeSquared() {
        assertThat(Features.of(series(11, t -> t), 4, FORECASTS)).isEmpty();
        assertThat(Features.of(series(12, t -> t), 4, FORECASTS)).isPresent();
        assertThat(Features.of(series(40, t -> 0), 4, FORECASTS)).isEmpty();
        assertThat(Features.of(series(40, t -> SEASON[t % 4]), 4, FORECASTS)).isEmpty();
        assertThat(Features.of(series(40, t -> 1e200 * t), 4, FORECASTS)).isEmpty();
    }

    private static double[] of(double[] history) {
        return Features.of(history, 4, FORECASTS).orElseThrow();
    }

    private static double[] series(int length, IntToDoubleFunction value) {
        return IntStream.range(0, length).mapToDouble(value).toArray();
    }
}
