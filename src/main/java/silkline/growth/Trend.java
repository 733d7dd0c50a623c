package silkline.growth;

import java.util.Arrays;

/**
 * Exponential growth fitted to all values of a window rather than to its ends.
 *
 * @param logChange slope of {@code ln y} over the periods by least squares
 * @param rSquared share of the variance of {@code ln y} on the line, 0 to 1; NaN where it has none
 * @param volatility sample standard deviation of the log changes from period to period; NaN with fewer than two
 */
public record Trend(double logChange, double rSquared, double volatility) {
    static final int FEWEST = 3;

    /** All NaN with fewer than three values, or where one is not positive; NaN in gaps, which are left out. */
    public static Trend of(double[] values) {
        return ofLogs(logs(values), 0, values.length - 1);
    }

    /** Natural logarithms for {@link #ofLogs}: NaN in gaps, minus infinity where the value is not positive. */
    static double[] logs(double[] values) {
        return Arrays.stream(values)
                .map(value -> value <= 0 ? Double.NEGATIVE_INFINITY : Math.log(value))
                .toArray();
    }

    /** Of the window from position {@code first} to {@code last}, both in it; {@code logs} of {@link #logs}. */
    static Trend ofLogs(double[] logs, int first, int last) {
        int count = 0;
        double meanOfTime = 0;
        // Measured from the first, so that equal values are exactly equal to their mean.
        double origin = Double.NaN;
        double meanOfLog = 0;
        for (int t = first; t <= last; t++) {
            if (!Double.isNaN(logs[t])) {
                origin = Double.isNaN(origin) ? logs[t] : origin;
                count++;
                meanOfTime += t - first;
                meanOfLog += logs[t] - origin;
            }
        }
        if (count < FEWEST || !Double.isFinite(meanOfLog)) {
            return new Trend(Double.NaN, Double.NaN, Double.NaN);
        }
        meanOfTime /= count;
        meanOfLog /= count;
        double timeTime = 0;
        double timeLog = 0;
        double logLog = 0;
        for (int t = first; t <= last; t++) {
            if (!Double.isNaN(logs[t])) {
                double time = t - first - meanOfTime;
                double log = logs[t] - origin - meanOfLog;
                timeTime += time * time;
                timeLog += time * log;
                logLog += log * log;
            }
        }
        double rSquared = logLog > 0 ? timeLog * timeLog / (timeTime * logLog) : Double.NaN;
        return new Trend(timeLog / timeTime, rSquared, volatility(logs, first, last));
    }

    private static double volatility(double[] logs, int first, int last) {
        int count = 0;
        double mean = 0;
        double squares = 0;
        for (int t = first + 1; t <= last; t++) {
            double change = logs[t] - logs[t - 1];
            if (!Double.isNaN(change)) {
                count++;
                double distance = change - mean;
                mean += distance / count;
                squares += distance * (change - mean);
            }
        }
        return count > 1 ? Math.sqrt(squares / (count - 1)) : Double.NaN;
    }

    /** Growth a year, {@code exp(slope * periods per year) - 1}: the other "average growth", beside the compound rate. */
    public double annualRatio(int perYear) {
        return Math.exp(logChange * perYear) - 1;
    }
}
