package silkline.forecast.reconcile;

/**
 * Correlations of forecast errors, drawn towards none the more, the less certain they are. Schaefer and Strimmer 2005,
 * with the errors taken around zero, as forecasts ought to be right on average.
 */
public final class ErrorCorrelation {
    private ErrorCorrelation() {}

    /**
     * The shrunk correlations between rows of {@code errors}, one row a series, columns of one origin and step; the
     * identity where there are fewer than three columns. A series without an error is correlated with none.
     */
    public static double[][] shrunk(double[][] errors) {
        int series = errors.length;
        int n = series == 0 ? 0 : errors[0].length;
        double[][] scaled = scaled(errors, n);
        double[][] correlation = new double[series][series];
        double uncertainty = 0;
        double squares = 0;
        for (int i = 0; i < series; i++) {
            correlation[i][i] = 1;
            for (int j = 0; j < i; j++) {
                double mean = 0;
                for (int k = 0; k < n; k++) {
                    mean += scaled[i][k] * scaled[j][k] / n;
                }
                double spread = 0;
                for (int k = 0; k < n; k++) {
                    double distance = scaled[i][k] * scaled[j][k] - mean;
                    spread += distance * distance;
                }
                correlation[i][j] = mean;
                uncertainty += spread / n / Math.max(1, n - 1);
                squares += mean * mean;
            }
        }
        double kept = n < 3 || !(squares > 0) ? 0 : Math.max(0, 1 - uncertainty / squares);
        for (int i = 0; i < series; i++) {
            for (int j = 0; j < i; j++) {
                correlation[i][j] *= kept;
                correlation[j][i] = correlation[i][j];
            }
        }
        return correlation;
    }

    private static double[][] scaled(double[][] errors, int n) {
        double[][] scaled = new double[errors.length][n];
        for (int i = 0; i < errors.length; i++) {
            double squares = 0;
            for (double error : errors[i]) {
                squares += error * error / n;
            }
            for (int k = 0; k < n; k++) {
                scaled[i][k] = squares > 0 ? errors[i][k] / Math.sqrt(squares) : 0;
            }
        }
        return scaled;
    }
}
