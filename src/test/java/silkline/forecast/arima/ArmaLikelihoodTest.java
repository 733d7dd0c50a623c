package silkline.forecast.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import silkline.forecast.Reference;

/** The exact likelihood and the forecast at given weights, against the Kalman filter of R's arima. */
class ArmaLikelihoodTest {
    static List<Reference> cases() {
        return Reference.rows("arima.csv");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isThatOfR(Reference expected) {
        int season = expected.series().season();
        double[] w = expected.series().history();
        w = expected.number("seasonal") > 0 ? differences(w, season) : w;
        w = expected.number("plain") > 0 ? differences(w, 1) : w;
        double[] weights = expected.numbers("weights");
        double[] order = expected.numbers("order");
        double[] seasonal = expected.numbers("seasonalOrder");
        double[] ar = new double[40];
        double[] ma = new double[40];
        int at = 0;
        double[] plainAr = part(weights, at, order[0]);
        double[] plainMa = part(weights, at += plainAr.length, order[1]);
        double[] seasonalAr = part(weights, at += plainMa.length, seasonal[0]);
        double[] seasonalMa = part(weights, at + seasonalAr.length, seasonal[1]);
        int p = Polynomials.product(plainAr, plainAr.length, seasonalAr, seasonalAr.length, season, 1, ar);
        // R's MA weights have the sign of the errors they stand before.
        int q = Polynomials.product(
                negative(plainMa), plainMa.length, negative(seasonalMa), seasonalMa.length, season, -1, ma);
        ArmaLikelihood likelihood = new ArmaLikelihood(w, w.length + 12, p, q);
        int n = w.length;
        double value = likelihood.value(ar, p, ma, q, expected.number("constant") > 0);
        double logLikelihood = -(value + n * (1 + Math.log(2 * Math.PI) - Math.log(n))) / 2;
        assertThat(logLikelihood).isCloseTo(expected.number("loglik"), within(1e-5));
        assertThat(likelihood.mean()).isCloseTo(expected.number("mean"), within(1e-4));
        assertThat(likelihood.squares() / n).isCloseTo(expected.number("sigma2"), within(1e-5 * likelihood.squares()));
        double[] forecast = new double[12];
        likelihood.predict(ar, p, q, forecast);
        assertThat(forecast).containsExactly(expected.numbers("forecast"), within(1e-3));
    }

    private static double[] part(double[] weights, int from, double length) {
        return java.util.Arrays.copyOfRange(weights, from, from + (int) length);
    }

    private static double[] negative(double[] weights) {
        return java.util.Arrays.stream(weights).map(weight -> -weight).toArray();
    }

    private static double[] differences(double[] y, int lag) {
        return java.util.stream.IntStream.range(lag, y.length)
                .mapToDouble(t -> y[t] - y[t - lag])
                .toArray();
    }
}
