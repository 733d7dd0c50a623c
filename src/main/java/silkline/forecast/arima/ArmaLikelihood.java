package silkline.forecast.arima;

import java.util.Arrays;

/**
 * The exact Gaussian likelihood of an ARMA model with mean. After the first {@code max(p, q)} observations the series is
 * filtered by its AR polynomial, which leaves a covariance matrix with a narrow band, and that is factored by Cholesky;
 * Ansley 1979. Rows of the factor that no longer change are not computed again. Variance and mean are concentrated out.
 * Serves one thread; nothing is allocated after construction.
 */
final class ArmaLikelihood {
    private static final double SETTLED = 1e-8;

    private final double[] y;
    private final int width;
    private final double[] factor;
    private final double[] whitened;
    private final double[] whitenedOne;
    private final double[] psi;
    private final double[] maCovariance;
    private final double[] arCovariance;
    private final double[] covariance;
    private final double[][] levinson;
    private final int[] lags;
    private double[] ma;
    private double squares;
    private double mean;

    /** @param rows length of the series and of the forecast that may be asked for */
    ArmaLikelihood(double[] y, int rows, int mostAr, int mostMa) {
        this.y = y;
        width = Math.max(mostAr, mostMa) + 1;
        factor = new double[rows * width];
        whitened = new double[rows];
        whitenedOne = new double[rows];
        psi = new double[width + 1];
        maCovariance = new double[width + 1];
        arCovariance = new double[2 * width + 2];
        covariance = new double[width + 1];
        levinson = new double[mostAr + 1][mostAr + 1];
        lags = new int[mostAr + 1];
    }

    double squares() {
        return squares;
    }

    double mean() {
        return mean;
    }

    /**
     * {@code n log(sum of squares) + log|covariance|}.
     *
     * @param ar weights of {@code y_t} on its past, {@code p} of them
     * @param ma weights of {@code y_t} on past errors, {@code q} of them
     */
    double value(double[] ar, int p, double[] ma, int q, boolean constant) {
        this.ma = ma;
        if (!autocovariances(ar, p, ma, q)) {
            return Double.POSITIVE_INFINITY;
        }
        int n = y.length;
        double logs = factored(p, q, n);
        if (!Double.isFinite(logs)) {
            return Double.POSITIVE_INFINITY;
        }
        int head = Math.min(n, Math.max(p, q));
        int used = 0;
        double left = 1;
        for (int i = 0; i < p; i++) {
            left -= ar[i];
            if (ar[i] != 0) {
                lags[used++] = i + 1;
            }
        }
        double yy = 0;
        double xy = 0;
        double xx = 0;
        for (int t = 0; t < n; t++) {
            double value = y[t];
            double one = 1;
            if (t >= head) {
                for (int i = 0; i < used; i++) {
                    value -= ar[lags[i] - 1] * y[t - lags[i]];
                }
                one = left;
            }
            int low = t < head ? 0 : Math.max(0, t - q);
            int row = t * width + width - 1 - t;
            for (int j = low; j < t; j++) {
                value -= factor[row + j] * whitened[j];
            }
            double diagonal = factor[t * width + width - 1];
            whitened[t] = value / diagonal;
            yy += whitened[t] * whitened[t];
            if (constant) {
                for (int j = low; j < t; j++) {
                    one -= factor[row + j] * whitenedOne[j];
                }
                whitenedOne[t] = one / diagonal;
                xy += whitened[t] * whitenedOne[t];
                xx += whitenedOne[t] * whitenedOne[t];
            }
        }
        if (!constant) {
            Arrays.fill(whitenedOne, 0, n, 0);
        }
        mean = constant ? xy / xx : 0;
        squares = Math.max(yy - mean * xy, n * 1e-24);
        return n * Math.log(squares) + logs;
    }

    /** Continues the series after {@link #value} was called with the same weights. */
    void predict(double[] ar, int p, int q, double[] forecast) {
        int n = y.length;
        factored(p, q, n + forecast.length);
        for (int h = 0; h < forecast.length; h++) {
            int t = n + h;
            double value = 0;
            for (int i = 1; i <= p; i++) {
                value += ar[i - 1] * ((t - i >= n ? forecast[t - i - n] : y[t - i]) - mean);
            }
            int head = Math.max(p, q);
            int row = t * width + width - 1 - t;
            if (t < head) {
                // So short a series has not left the part that is not filtered.
                value = 0;
            }
            for (int j = t < head ? 0 : Math.max(0, t - q); j < n; j++) {
                value += factor[row + j] * (whitened[j] - mean * whitenedOne[j]);
            }
            forecast[h] = mean + value;
        }
    }

    private boolean autocovariances(double[] ar, int p, double[] ma, int q) {
        int reach = Math.max(p, q);
        for (int k = 0; k <= q; k++) {
            double sum = k == 0 ? 1 : ma[k - 1];
            for (int i = 1; i + k <= q; i++) {
                sum += ma[i - 1] * ma[i + k - 1];
            }
            maCovariance[k] = sum;
        }
        if (p == 0) {
            for (int k = 0; k <= reach; k++) {
                covariance[k] = k <= q ? maCovariance[k] : 0;
            }
            psi[0] = 1;
            System.arraycopy(ma, 0, psi, 1, q);
            return true;
        }
        // Down through the orders to the partial autocorrelations, then up through the covariances.
        System.arraycopy(ar, 0, levinson[p], 1, p);
        double variance = 1;
        for (int k = p; k >= 1; k--) {
            double partial = levinson[k][k];
            double rest = 1 - partial * partial;
            if (!(rest > 1e-10)) {
                return false;
            }
            variance /= rest;
            for (int i = 1; i < k; i++) {
                levinson[k - 1][i] = (levinson[k][i] + partial * levinson[k][k - i]) / rest;
            }
        }
        int farthest = 2 * reach;
        arCovariance[0] = variance;
        double left = variance;
        for (int k = 1; k <= farthest; k++) {
            double sum = 0;
            if (k <= p) {
                for (int i = 1; i < k; i++) {
                    sum += levinson[k - 1][i] * arCovariance[k - i];
                }
                sum += levinson[k][k] * left;
                left *= 1 - levinson[k][k] * levinson[k][k];
            } else {
                for (int i = 1; i <= p; i++) {
                    sum += ar[i - 1] * arCovariance[k - i];
                }
            }
            arCovariance[k] = sum;
        }
        for (int k = 0; k <= reach; k++) {
            double sum = maCovariance[0] * arCovariance[k];
            for (int j = 1; j <= q; j++) {
                sum += maCovariance[j] * (arCovariance[k + j] + arCovariance[Math.abs(k - j)]);
            }
            covariance[k] = sum;
        }
        for (int k = 0; k <= q; k++) {
            double sum = k == 0 ? 1 : ma[k - 1];
            for (int i = 1; i <= Math.min(k, p); i++) {
                sum += ar[i - 1] * psi[k - i];
            }
            psi[k] = sum;
        }
        return true;
    }

    /** Factors the first {@code count} rows; returns the logarithm of the determinant. */
    private double factored(int p, int q, int count) {
        int head = Math.max(p, q);
        double logs = 0;
        double product = 1;
        int settled = 0;
        for (int i = 0; i < count; i++) {
            int own = i * width + width - 1 - i;
            int low = i < head ? 0 : Math.max(0, i - q);
            if (settled > q) {
                int before = (i - 1) * width + width - 1;
                for (int lag = 0; lag <= q; lag++) {
                    factor[i * width + width - 1 - lag] = factor[before - lag];
                }
            } else {
                double diagonal = i < head ? covariance[0] : maCovariance[0];
                for (int j = low; j < i; j++) {
                    double sum = covarianceOf(i, j, head, q);
                    int other = j * width + width - 1 - j;
                    int from = Math.max(low, j < head ? 0 : Math.max(0, j - q));
                    for (int k = from; k < j; k++) {
                        sum -= factor[own + k] * factor[other + k];
                    }
                    sum /= factor[other + j];
                    factor[own + j] = sum;
                    diagonal -= sum * sum;
                }
                if (!(diagonal > 1e-12)) {
                    return Double.POSITIVE_INFINITY;
                }
                factor[own + i] = Math.sqrt(diagonal);
                settled = i > head + q && isSettled(i, q) ? settled + 1 : 0;
            }
            double diagonal = factor[own + i];
            product *= diagonal * diagonal;
            if (product > 1e100 || product < 1e-100) {
                logs += Math.log(product);
                product = 1;
            }
        }
        return logs + Math.log(product);
    }

    private boolean isSettled(int i, int q) {
        int own = i * width + width - 1;
        int before = own - width;
        for (int lag = 0; lag <= q; lag++) {
            if (Math.abs(factor[own - lag] - factor[before - lag]) > SETTLED) {
                return false;
            }
        }
        return true;
    }

    private double covarianceOf(int i, int j, int head, int q) {
        int lag = i - j;
        if (i < head) {
            return covariance[lag];
        }
        if (j >= head) {
            return lag <= q ? maCovariance[lag] : 0;
        }
        // cov(y_j, a_i + ma_1 a_(i-1) + ...): only errors up to j count.
        double sum = 0;
        for (int k = lag; k <= q; k++) {
            sum += ma[k - 1] * psi[k - lag];
        }
        return sum;
    }
}
