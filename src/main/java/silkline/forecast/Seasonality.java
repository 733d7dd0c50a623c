package silkline.forecast;

import java.util.Arrays;

/**
 * The seasonal part of a series by classical decomposition: a value is {@code factor * adjusted + offset} with the
 * factor (multiplicative) or the offset (additive) of its place in the year. Factors average 1, offsets 0.
 */
public final class Seasonality {
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
    public static Seasonality of(double[] history, int season) {
        double[] factors = new double[season];
        double[] offsets = new double[season];
        Arrays.fill(factors, 1);
        if (!isSeasonal(history, season)) {
            return new Seasonality(factors, offsets);
        }
        if (History.isPositive(history) && smallest(raw(history, season, true)) >= SMALLEST_FACTOR) {
            return new Seasonality(factors(history, season), offsets);
        }
        return new Seasonality(factors, differences(history, season));
    }

    /**
     * The multiplicative seasonality with factors drawn towards 1 the more, the less certain they are; itself where it is
     * additive or there is none. James and Stein 1961; Miller and Williams 2003.
     */
    public Seasonality shrunk(double[] history) {
        int season = factors.length;
        double spread = 0;
        for (double factor : factors) {
            spread += (factor - 1) * (factor - 1);
        }
        if (season < 4 || !(spread > 0)) {
            return this;
        }
        double[] trend = centredMean(history, season);
        double noise = 0;
        int count = 0;
        for (int t = season / 2; t < history.length - season / 2; t++) {
            double error = history[t] / trend[t] - factors[t % season];
            noise += error * error;
            count++;
        }
        // Each factor is a mean over as many years as there are ratios per place.
        double uncertainty = noise / Math.max(1, count - season) * season / count;
        double kept = Math.max(0, 1 - (season - 3) * uncertainty / spread);
        double[] drawn = new double[season];
        for (int place = 0; place < season; place++) {
            drawn[place] = 1 + kept * (factors[place] - 1);
        }
        return new Seasonality(drawn, offsets);
    }

    /** Mean ratio to the centred mean of a year by place in the year, averaging 1; at least two years are needed. */
    public static double[] factors(double[] history, int season) {
        double[] ratios = raw(history, season, true);
        double mean = 0;
        for (int place = 0; place < season; place++) {
            ratios[place] = Math.max(ratios[place], SMALLEST_FACTOR);
            mean += ratios[place] / season;
        }
        for (int place = 0; place < season; place++) {
            ratios[place] /= mean;
        }
        return ratios;
    }

    /** Mean difference from the centred mean of a year by place in the year, summing to 0; at least two years. */
    public static double[] differences(double[] history, int season) {
        double[] gaps = raw(history, season, false);
        double mean = Arrays.stream(gaps).average().orElseThrow();
        for (int place = 0; place < season; place++) {
            gaps[place] -= mean;
        }
        return gaps;
    }

    private static double smallest(double[] ratios) {
        double mean = Arrays.stream(ratios).average().orElseThrow();
        return Arrays.stream(ratios).min().orElseThrow() / mean;
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
    public double[] removedFrom(double[] history) {
        double[] adjusted = new double[history.length];
        for (int t = 0; t < history.length; t++) {
            adjusted[t] = (history[t] - offsets[t % offsets.length]) / factors[t % factors.length];
        }
        return adjusted;
    }

    /** The value that {@code adjusted} stands for at position {@code t}, counted from 0 at the start of the history. */
    public double restored(double adjusted, int t) {
        return adjusted * scale(t) + offsets[t % offsets.length];
    }

    /** What a deviation of one in the adjusted series is worth at position {@code t}. */
    public double scale(int t) {
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
    static double[] centredMean(double[] history, int season) {
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
    private static double[] raw(double[] history, int season, boolean ratio) {
        double[] trend = centredMean(history, season);
        double[] sums = new double[season];
        int[] counts = new int[season];
        for (int t = season / 2; t < history.length - season / 2; t++) {
            sums[t % season] += ratio ? history[t] / trend[t] : history[t] - trend[t];
            counts[t % season]++;
        }
        for (int place = 0; place < season; place++) {
            sums[place] /= counts[place];
        }
        return sums;
    }
}
