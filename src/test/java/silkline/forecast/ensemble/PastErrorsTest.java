package silkline.forecast.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import silkline.forecast.Forecast;

class PastErrorsTest {
    private static final int MONTHS = 12;

    @Test
    void aYearOfErrorsTwiceAsLargeAsThoseBeforeIsMoreRestless() {
        double[] errors = alternating(36);
        for (int t = 24; t < 36; t++) {
            errors[t] *= 2;
        }
        // The last year's root mean square is 2, that of all sqrt((24 + 12 * 4) / 36) = sqrt(2).
        assertThat(PastErrors.ofErrors(errors, MONTHS).recent()).isCloseTo(Math.log(Math.sqrt(2)), within(1e-12));
    }

    @Test
    void aFewLargeErrorsMakeATailAndEvenOnesDoNot() {
        double[] errors = alternating(48);
        assertThat(PastErrors.ofErrors(errors, MONTHS).tail()).isZero();
        errors[5] = 6;
        // Root mean square sqrt(83 / 48), mean absolute 53 / 48, against sqrt(pi / 2) of a normal.
        double expected = Math.log(Math.sqrt(83 / 48.0) / (53 / 48.0) / Math.sqrt(Math.PI / 2));
        assertThat(expected).isNegative();
        errors[5] = 12;
        double larger = Math.log(Math.sqrt(191 / 48.0) / (59 / 48.0) / Math.sqrt(Math.PI / 2));
        assertThat(PastErrors.ofErrors(errors, MONTHS).tail()).isCloseTo(larger, within(1e-12));
        assertThat(larger).isPositive();
    }

    @Test
    void noErrorsOrTooFewSayNothing() {
        assertThat(PastErrors.ofErrors(new double[40], MONTHS)).isEqualTo(PastErrors.UNKNOWN);
        assertThat(PastErrors.ofErrors(alternating(11), MONTHS)).isEqualTo(PastErrors.UNKNOWN);
        assertThat(PastErrors.of(series(25), MONTHS)).isEqualTo(PastErrors.UNKNOWN);
        assertThat(PastErrors.of(series(27), MONTHS)).isNotEqualTo(PastErrors.UNKNOWN);
    }

    @Test
    void theUnitDoesNotMatter() {
        PastErrors past = PastErrors.of(series(90), MONTHS);
        double[] thousands =
                Arrays.stream(series(90)).map(value -> value * 1000).toArray();
        PastErrors scaled = PastErrors.of(thousands, MONTHS);
        assertThat(scaled.recent()).isCloseTo(past.recent(), within(1e-6));
        assertThat(scaled.tail()).isCloseTo(past.tail(), within(1e-6));
    }

    @Test
    void monthlyIntervalsWidenAfterARestlessYear() {
        assertThat(relativeWidth(4)).isGreaterThan(1.1 * relativeWidth(1));
    }

    /** Width of the 95 % interval over the standard error, where the changes of the last year are {@code times} as large. */
    private static double relativeWidth(double times) {
        double[] values = series(84);
        for (int t = 72; t < 84; t++) {
            values[t] = 1000 + times * (values[t] - 1000);
        }
        Ensemble ensemble = new Ensemble();
        Forecast forecast = ensemble.forecast(values, MONTHS, 1, new double[] {0.95});
        double error = ensemble.moments(values, MONTHS, 1).standardError(1);
        return (forecast.upper(0, 1) - forecast.lower(0, 1)) / error;
    }

    private static double[] alternating(int length) {
        return IntStream.range(0, length).mapToDouble(t -> t % 2 == 0 ? 1 : -1).toArray();
    }

    /** Without trend or season; errors of a fixed pattern of large and small ones. */
    private static double[] series(int length) {
        return IntStream.range(0, length)
                .mapToDouble(t -> 1000 + (t * 7919 % 23) - 11)
                .toArray();
    }
}
