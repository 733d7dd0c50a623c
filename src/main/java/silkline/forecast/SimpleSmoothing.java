package silkline.forecast;

import silkline.forecast.search.GoldenSection;

/**
 * Simple exponential smoothing {@code l_t = l_(t-1) + alpha * (y_t - l_(t-1))}, fitted by least squares of the one-step
 * errors {@code y_t - l_(t-1)}. The errors are linear in the starting level, so the best start of each {@code alpha}
 * has a closed form and the search is over {@code alpha} alone: a grid, because the sum of squares can have several
 * dips, then a golden section around the best point. Hyndman, Koehler, Ord and Snyder 2008, chapter 5.
 *
 * @param alpha weight of the newest observation, within {@link #LOWEST} and {@link #HIGHEST}
 * @param level after the last observation, in the unit of the series: the forecast of every later period
 * @param squaredError sum of the squared one-step errors, in the squared unit of the series
 */
record SimpleSmoothing(double alpha, double level, double squaredError) {
    static final double LOWEST = 0.0001;
    static final double HIGHEST = 0.9999;
    private static final int GRID = 24;
    private static final double TOLERANCE = 1e-7;

    /** The least-squares fit to a series of at least one observation. */
    static SimpleSmoothing fit(double[] series) {
        double alpha =
                GoldenSection.minimise(weight -> at(series, weight).squaredError(), LOWEST, HIGHEST, GRID, TOLERANCE);
        return at(series, alpha);
    }

    /** The fit for a given {@code alpha}, the starting level chosen by least squares. */
    static SimpleSmoothing at(double[] series, double alpha) {
        // One pass from the first observation; a start higher by d lowers each error by d times its weight.
        double level = series[0];
        double weight = 1;
        double squares = 0;
        double crossed = 0;
        double weights = 0;
        for (double value : series) {
            double error = value - level;
            squares += error * error;
            crossed += error * weight;
            weights += weight * weight;
            level += alpha * error;
            weight *= 1 - alpha;
        }
        double shift = crossed / weights;
        return new SimpleSmoothing(alpha, level + shift * weight, Math.max(0, squares - shift * crossed));
    }
}
