package silkline.growth;

/**
 * Exponential growth fitted to all values of a window rather than to its ends.
 *
 * @param logChange slope of {@code ln y} over the periods by least squares
 * @param rSquared share of the variance of {@code ln y} on the line, 0 to 1; NaN where it has none
 * @param volatility sample standard deviation of the log changes from period to period; NaN with fewer than two
 */
public record Trend(double logChange, double rSquared, double volatility) {
    private static final int FEWEST = 3;

    /** All NaN with fewer than three values, or where one is not positive; NaN in gaps, which are left out. */
    public static Trend of(double[] values) {
        int count = 0;
        double meanOfTime = 0;
        double meanOfLog = 0;
        for (int t = 0; t < values.length; t++) {
            if (values[t] <= 0) {
                return new Trend(Double.NaN, Double.NaN, Double.NaN);
            }
            if (values[t] > 0) {
                count++;
                meanOfTime += t;
                meanOfLog += Math.log(values[t]);
            }
        }
        if (count < FEWEST) {
            return new Trend(Double.NaN, Double.NaN, Double.NaN);
        }
        meanOfTime /= count;
        meanOfLog /= count;
        double timeTime = 0;
        double timeLog = 0;
        double logLog = 0;
        for (int t = 0; t < values.length; t++) {
            if (values[t] > 0) {
                double time = t - meanOfTime;
                double log = Math.log(values[t]) - meanOfLog;
                timeTime += time * time;
                timeLog += time * log;
                logLog += log * log;
            }
        }
        double rSquared = logLog > 0 ? timeLog * timeLog / (timeTime * logLog) : Double.NaN;
        return new Trend(timeLog / timeTime, rSquared, volatility(values));
    }

    private static double volatility(double[] values) {
        int count = 0;
        double mean = 0;
        double squares = 0;
        for (int t = 1; t < values.length; t++) {
            double change = Growth.logChange(values[t - 1], values[t]);
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
