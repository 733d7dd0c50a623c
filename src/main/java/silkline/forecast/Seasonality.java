package silkline.forecast;

import java.util.Arrays;

/**
 * The seasonal part of a series by classical decomposition: a value is {@code factor * adjusted + offset} with the
 * factor (multiplicative) or the offset (additive) of its place in the year. Factors average 1, offsets 0.
 */
final class Seasonality {
    /** Normal quantile of a two-sided 10 % test. */
    private static final double CRITICAL = 1.6448536269514722;
    /** A factor below this divides by almost nothing; the additive form is used instead. */
    private static final double SMALLEST_FACTOR = 0.01;

    private final double[] factors;
    private final double[] offsets;

    private Seasonality(double[] factors, double[] offsets) {
        this.factors = factors;
        this.offsets = offsets;
    }

    /**
     * No seasonality unless {@link #isSeasonal}; otherwise multiplicative where every value is above zero and no factor
     * is tiny, else additive.
     */
    static Seasonality of(double[] history, int season) {
        double[] factors = new double[season];
        double[] offsets = new double[season];
        Arrays.fill(factors, 1);
        if (!isSeasonal(history, season)) {
            return new Seasonality(factors, offsets);
        }
        double[] trend = centredMean(history, season);
        if (History.isPositive(history)) {
            double[] ratios = profile(history, trend, season, (value, level) -> value / level);
            double mean = Arrays.stream(ratios).average().orElseThrow();
            double[] scaled = Arrays.stream(ratios).map(ratio -> ratio / mean).toArray();
            if (Arrays.stream(scaled).allMatch(factor -> factor >= SMALLEST_FACTOR)) {
                return new Seasonality(scaled, offsets);
            }
        }
        double[] gaps = profile(history, trend, season, (value, level) -> value - level);
        double mean = Arrays.stream(gaps).average().orElseThrow();
        return new Seasonality(
                factors, Arrays.stream(gaps).map(gap -> gap - mean).toArray());
    }

    /**
     * The test of the M3 and M4 competitions: more than two years are there and the autocorrelation at the seasonal lag
     * satisfies {@code |r_m| > 1.645 * sqrt((1 + 2 * (r_1^2 + ... + r_(m-1)^2)) / n)}. A constant series is not
     * seasonal.
     */
    static boolean isSeasonal(double[] history, int season) {
        if (season < 2 || history.length <= 2 * season) {
            return false;
        }
        double mean = Arrays.stream(history).average().orElseThrow();
        double variance = autocovariance(history, mean, 0);
        double squares = 0;
        for (int lag = 1; lag < season; lag++) {
            double correlation = autocovariance(history, mean, lag) / variance;
            squares += correlation * correlation;
        }
        double correlation = autocovariance(history, mean, season) / variance;
        return Math.abs(correlation) > CRITICAL * Math.sqrt((1 + 2 * squares) / history.length);
    }

    /** {@code history} without its seasonal part. */
    double[] removedFrom(double[] history) {
        double[] adjusted = new double[history.length];
        for (int t = 0; t < history.length; t++) {
            adjusted[t] = (history[t] - offsets[t % offsets.length]) / factors[t % factors.length];
        }
        return adjusted;
    }

    /** The value that {@code adjusted} stands for at position {@code t}, counted from 0 at the start of the history. */
    double restored(double adjusted, int t) {
        return adjusted * scale(t) + offsets[t % offsets.length];
    }

    /** What a deviation of one in the adjusted series is worth at position {@code t}. */
    double scale(int t) {
        return factors[t % factors.length];
    }

    private static double autocovariance(double[] history, double mean, int lag) {
        double sum = 0;
        for (int t = lag; t < history.length; t++) {
            sum += (history[t] - mean) * (history[t - lag] - mean);
        }
        return sum;
    }

    /** The mean over one year around each position, half weight at both ends of an even season; NaN near the ends. */
    private static double[] centredMean(double[] history, int season) {
        int half = season / 2;
        double endWeight = season % 2 == 0 ? 0.5 : 1;
        double[] trend = new double[history.length];
        Arrays.fill(trend, Double.NaN);
        for (int t = half; t < history.length - half; t++) {
            double sum = endWeight * (history[t - half] + history[t + half]);
            for (int near = t - half + 1; near < t + half; near++) {
                sum += history[near];
            }
            trend[t] = sum / season;
        }
        return trend;
    }

    /** The mean difference or ratio to the trend at each place in the year. */
    private static double[] profile(double[] history, double[] trend, int season, Comparison comparison) {
        double[] sums = new double[season];
        int[] counts = new int[season];
        for (int t = season / 2; t < history.length - season / 2; t++) {
            sums[t % season] += comparison.of(history[t], trend[t]);
            counts[t % season]++;
        }
        for (int place = 0; place < season; place++) {
            sums[place] /= counts[place];
        }
        return sums;
    }

    @FunctionalInterface
    private interface Comparison {
        double of(double value, double level);
    }
}
