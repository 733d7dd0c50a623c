package silkline.forecast.arima;

/** Lag polynomials as weights of lags 1, 2, ...: {@code y_t = w_1 y_(t-1) + w_2 y_(t-2) + ...}. */
final class Polynomials {
    private Polynomials() {}

    /**
     * Weights of a stationary polynomial from free numbers, the inverse hyperbolic tangents of its partial
     * autocorrelations. Barndorff-Nielsen and Schou 1973; Jones 1980.
     */
    static void stationary(double[] free, int from, int order, double[] weights, double[] work) {
        for (int k = 0; k < order; k++) {
            double partial = Math.tanh(free[from + k]);
            System.arraycopy(weights, 0, work, 0, k);
            for (int i = 0; i < k; i++) {
                weights[i] = work[i] - partial * work[k - 1 - i];
            }
            weights[k] = partial;
        }
    }

    /** The product of a plain and a seasonal polynomial; {@code sign} is 1 for AR weights and -1 for MA weights. */
    static int product(
            double[] plain, int order, double[] seasonal, int seasonalOrder, int period, int sign, double[] result) {
        int length = order + period * seasonalOrder;
        for (int i = 0; i < length; i++) {
            result[i] = i < order ? sign * plain[i] : 0;
        }
        for (int j = 1; j <= seasonalOrder; j++) {
            double weight = seasonal[j - 1];
            result[j * period - 1] += sign * weight;
            for (int i = 1; i <= order; i++) {
                result[j * period + i - 1] -= sign * weight * plain[i - 1];
            }
        }
        return length;
    }

    /** Whether all roots lie farther from zero than {@code distance}. */
    static boolean rootsBeyond(double distance, double[] weights, int order) {
        double[] scaled = new double[order];
        double power = 1;
        for (int i = 0; i < order; i++) {
            power *= distance;
            scaled[i] = weights[i] * power;
        }
        double[] work = new double[order];
        for (int k = order - 1; k >= 0; k--) {
            double partial = scaled[k];
            if (!(Math.abs(partial) < 1)) {
                return false;
            }
            System.arraycopy(scaled, 0, work, 0, k);
            for (int i = 0; i < k; i++) {
                scaled[i] = (work[i] + partial * work[k - 1 - i]) / (1 - partial * partial);
            }
        }
        return true;
    }
}
