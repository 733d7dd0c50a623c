package silkline.forecast.arima;

/** Whether a series has to be differenced. */
final class StationarityTests {
    /** Seasonal strength above which a difference over a year is taken; Wang, Smith and Hyndman 2006. */
    private static final double STRONG = 0.64;
    /** Critical value at 5 %; Kwiatkowski, Phillips, Schmidt and Shin 1992. */
    private static final double CRITICAL = 0.463;

    private static final int SHORTEST = 4;
    private static final double NO_CHANGE = 1e-12;

    private StationarityTests() {}

    /** Whether the season is strong. */
    static boolean isStronglySeasonal(double[] y, int period) {
        return period > 1 && y.length > 2 * period && SeasonalTrend.strength(y, period) > STRONG;
    }

    /** Whether the level of a series that is neither short nor constant moves, at 5 %. */
    static boolean levelMoves(double[] y) {
        return y.length >= SHORTEST && !repeats(y, 1) && levelStatistic(y) > CRITICAL;
    }

    /** Whether every value is that of {@code lag} periods before. */
    static boolean repeats(double[] y, int lag) {
        for (int t = lag; t < y.length; t++) {
            if (Math.abs(y[t] - y[t - lag]) > NO_CHANGE) {
                return false;
            }
        }
        return true;
    }

    /**
     * The statistic of Kwiatkowski, Phillips, Schmidt and Shin 1992 for a constant level, with {@code 3 sqrt(n) / 13} lags
     * in the long-run variance.
     */
    static double levelStatistic(double[] y) {
        int n = y.length;
        double mean = 0;
        for (double value : y) {
            mean += value / n;
        }
        double cumulated = 0;
        double squares = 0;
        for (double value : y) {
            cumulated += value - mean;
            squares += cumulated * cumulated;
        }
        int lags = (int) (3 * Math.sqrt(n) / 13);
        double variance = 0;
        for (int lag = 0; lag <= lags; lag++) {
            double sum = 0;
            for (int t = lag; t < n; t++) {
                sum += (y[t] - mean) * (y[t - lag] - mean);
            }
            variance += sum / n * (lag == 0 ? 1 : 2 * (1 - lag / (lags + 1.0)));
        }
        return squares / ((double) n * n * variance);
    }
}
