package silkline.forecast.ensemble;

import java.util.List;
import java.util.Optional;
import silkline.forecast.Moments;
import silkline.forecast.Seasonality;

/**
 * What a seasonal series looks like, in a few numbers that no change of unit alters, by which {@link LearntWeights} weighs
 * the members. Trend is the centred mean over a year, season the mean distance from it by place in the year, the remainder what is
 * left. After Wang, Smith and Hyndman 2006 and Montero-Manso et al. 2020.
 */
final class Features {
    /** In the order of {@link #of}. */
    static final List<String> NAMES = List.of(
            "trend_strength",
            "season_strength",
            "remainder_correlation",
            "change_correlation",
            "slope",
            "slope_size",
            "noise",
            "disagreement");

    /** With fewer, the mean of a place in the year is the only value there, and every series looks purely seasonal. */
    private static final int LEAST_YEARS = 3;
    /** Added to ratios before their logarithm is taken: below a thousandth, less makes no difference. */
    private static final double SMALLEST_RATIO = 1e-3;

    private Features() {}

    /**
     * The features, empty where there are fewer than three years, no change over a year at all, or figures too large to
     * square:
     *
     * <ul>
     *   <li>strength of trend and of season: 1 - variance of the remainder / variance of it and the trend, or the season;
     *       at least 0, and 0 where there is nothing to explain
     *   <li>correlation of the remainder, and of the changes, with what came one period before; 0 where all are equal
     *   <li>slope: correlation of the values with time, and its size
     *   <li>noise: {@code ln(0.001 + r)}, r the standard deviation of the remainder over the size of the mean, huge where that
     *       is 0
     *   <li>disagreement: {@code ln(0.001 + d)}, d the standard deviation of the members' forecasts, mean over the year
     *       ahead, in mean absolute changes over a year
     * </ul>
     *
     * @param forecasts of the members, a year ahead or more
     */
    static Optional<double[]> of(double[] history, int season, List<Moments> forecasts) {
        double change = meanChange(history, season);
        if (history.length < LEAST_YEARS * season || !(change > 0)) {
            return Optional.empty();
        }
        double[] centre = Seasonality.centredMean(history, season);
        double[] places = Seasonality.differences(history, season);
        int lost = season / 2;
        int count = history.length - 2 * lost;
        double[] remainder = new double[count];
        double[] withTrend = new double[count];
        double[] withSeason = new double[count];
        for (int i = 0; i < count; i++) {
            int t = i + lost;
            withSeason[i] = history[t] - centre[t];
            remainder[i] = withSeason[i] - places[t % season];
            withTrend[i] = centre[t] + remainder[i];
        }
        double slope = slope(history);
        double[] features = {
            strength(remainder, withTrend),
            strength(remainder, withSeason),
            correlation(remainder),
            correlation(changes(history)),
            slope,
            Math.abs(slope),
            Math.log(SMALLEST_RATIO + noise(remainder, mean(history))),
            Math.log(SMALLEST_RATIO + disagreement(forecasts, season) / change)
        };
        for (double feature : features) {
            if (Double.isNaN(feature)) {
                return Optional.empty();
            }
        }
        return Optional.of(features);
    }

    private static double meanChange(double[] history, int season) {
        double sum = 0;
        for (int t = season; t < history.length; t++) {
            sum += Math.abs(history[t] - history[t - season]);
        }
        return sum / Math.max(1, history.length - season);
    }

    private static double strength(double[] remainder, double[] explained) {
        double variance = variance(explained);
        return variance > 0 ? Math.max(0, 1 - variance(remainder) / variance) : 0;
    }

    private static double[] changes(double[] history) {
        double[] changes = new double[history.length - 1];
        for (int t = 0; t < changes.length; t++) {
            changes[t] = history[t + 1] - history[t];
        }
        return changes;
    }

    /** With the value before. */
    private static double correlation(double[] values) {
        double mean = mean(values);
        double product = 0;
        for (int t = 1; t < values.length; t++) {
            product += (values[t] - mean) * (values[t - 1] - mean);
        }
        double variance = variance(values);
        return variance > 0 ? product / (variance * values.length) : 0;
    }

    /** Correlation with time. */
    private static double slope(double[] history) {
        double mean = mean(history);
        double middle = (history.length - 1) / 2.0;
        double product = 0;
        double time = 0;
        for (int t = 0; t < history.length; t++) {
            product += (t - middle) * (history[t] - mean);
            time += (t - middle) * (t - middle);
        }
        return product / Math.sqrt(time * variance(history) * history.length);
    }

    private static double noise(double[] remainder, double mean) {
        double deviation = Math.sqrt(variance(remainder));
        return deviation > 0 ? deviation / Math.abs(mean) : 0;
    }

    private static double disagreement(List<Moments> forecasts, int season) {
        double[] points = new double[forecasts.size()];
        double sum = 0;
        for (int step = 1; step <= season; step++) {
            for (int i = 0; i < points.length; i++) {
                points[i] = forecasts.get(i).mean(step);
            }
            sum += Math.sqrt(variance(points));
        }
        return sum / season;
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares / values.length;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
