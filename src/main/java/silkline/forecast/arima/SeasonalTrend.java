package silkline.forecast.arima;

/**
 * Decomposition of a series into trend, season and remainder by locally weighted regression (STL); Cleveland,
 * Cleveland, McRae and Terpenning 1990, without robustness weights.
 */
final class SeasonalTrend {
    private static final int SEASONAL_SPAN = 11;
    private static final int ITERATIONS = 2;

    private SeasonalTrend() {}

    /**
     * The strength of the season: {@code max(0, 1 - Var(remainder) / Var(season + remainder))}. Wang, Smith and
     * Hyndman 2006.
     */
    static double strength(double[] y, int period) {
        int n = y.length;
        double[] season = new double[n];
        double[] trend = new double[n];
        double[] work = new double[n];
        double[] extended = new double[n + 2 * period];
        int trendSpan = odd((int) Math.ceil(1.5 * period / (1 - 1.5 / SEASONAL_SPAN)));
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            for (int t = 0; t < n; t++) {
                work[t] = y[t] - trend[t];
            }
            for (int place = 0; place < period; place++) {
                smoothSubseries(work, place, period, extended);
            }
            double[] low = averaged(averaged(averaged(extended, period), period), 3);
            double[] lowSmooth = new double[n];
            loess(low, odd(period), 1, lowSmooth, 0);
            for (int t = 0; t < n; t++) {
                season[t] = extended[period + t] - lowSmooth[t];
                work[t] = y[t] - season[t];
            }
            loess(work, trendSpan, 1, trend, 0);
        }
        double[] remainder = new double[n];
        double[] detrended = new double[n];
        for (int t = 0; t < n; t++) {
            remainder[t] = y[t] - trend[t] - season[t];
            detrended[t] = y[t] - trend[t];
        }
        double whole = variance(detrended);
        return whole > 0 ? Math.max(0, 1 - variance(remainder) / whole) : 0;
    }

    private static int odd(int span) {
        return span % 2 == 0 ? span + 1 : span;
    }

    /** Smooths the values of one place in the year, one year longer at both ends. */
    private static void smoothSubseries(double[] detrended, int place, int period, double[] extended) {
        int count = (detrended.length - place + period - 1) / period;
        double[] values = new double[count];
        for (int year = 0; year < count; year++) {
            values[year] = detrended[place + year * period];
        }
        double[] smooth = new double[count + 2];
        loess(values, SEASONAL_SPAN, 0, smooth, -1);
        for (int year = 0; year < count + 2; year++) {
            int at = place + year * period;
            if (at < extended.length) {
                extended[at] = smooth[year];
            }
        }
    }

    private static double[] averaged(double[] values, int span) {
        double[] result = new double[values.length - span + 1];
        double sum = 0;
        for (int t = 0; t < values.length; t++) {
            sum += values[t];
            if (t >= span) {
                sum -= values[t - span];
            }
            if (t >= span - 1) {
                result[t - span + 1] = sum / span;
            }
        }
        return result;
    }

    /** Fits at positions {@code first, first + 1, ...} by tricube weights over the nearest {@code span} values. */
    private static void loess(double[] values, int span, int degree, double[] result, int first) {
        int n = values.length;
        for (int i = 0; i < result.length; i++) {
            int at = first + i;
            int count = Math.min(span, n);
            int from = Math.max(0, Math.min(n - count, at - count / 2));
            int beyond = Math.max(0, span - n) / 2;
            int reach = Math.max(at - from, from + count - 1 - at) + beyond;
            double weights = 0;
            double centre = 0;
            double mean = 0;
            for (int t = from; t < from + count; t++) {
                double weight = tricube(Math.abs(t - at), reach);
                weights += weight;
                centre += weight * t;
                mean += weight * values[t];
            }
            centre /= weights;
            mean /= weights;
            if (degree == 0) {
                result[i] = mean;
                continue;
            }
            double crossed = 0;
            double squares = 0;
            for (int t = from; t < from + count; t++) {
                double weight = tricube(Math.abs(t - at), reach);
                crossed += weight * (t - centre) * (values[t] - mean);
                squares += weight * (t - centre) * (t - centre);
            }
            result[i] = mean + (squares > 1e-12 ? crossed / squares * (at - centre) : 0);
        }
    }

    private static double tricube(double distance, int reach) {
        if (distance >= 0.999 * reach) {
            return distance <= 0.001 * reach ? 1 : 0;
        }
        double share = distance / reach;
        double rest = 1 - share * share * share;
        return rest * rest * rest;
    }

    private static double variance(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum;
    }
}
