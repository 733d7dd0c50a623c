package silkline.forecast;

/**
 * Summaries of the changes {@code y_t - y_(t-lag)} of a series, in its unit; NaN where no two observations are that far
 * apart.
 */
final class Differences {
    private Differences() {}

    /** The root of the mean of the squared changes. */
    static double rootMeanSquare(double[] history, int lag) {
        double sum = 0;
        for (int t = lag; t < history.length; t++) {
            double change = history[t] - history[t - lag];
            sum += change * change;
        }
        return history.length > lag ? Math.sqrt(sum / (history.length - lag)) : Double.NaN;
    }

    /** The mean of the absolute changes among the first {@code length} observations. */
    static double meanAbsolute(double[] history, int length, int lag) {
        double sum = 0;
        for (int t = lag; t < length; t++) {
            sum += Math.abs(history[t] - history[t - lag]);
        }
        return length > lag ? sum / (length - lag) : Double.NaN;
    }
}
