package silkline.forecast.theta;

import java.util.Arrays;
import silkline.forecast.search.GoldenSection;

/**
 * Fits {@link OptimisedTheta} to a series without season. Starting level and share enter the errors linearly, so both
 * have a closed form for each smoothing weight, and the search is over that weight alone. Serves one thread.
 */
final class ThetaFit {
    private static final double LOWEST = 0.1;
    private static final double HIGHEST = 0.99;
    private static final int GRID = 16;
    private static final double TOLERANCE = 1e-4;
    private static final int FIRST_JUDGED = 3;

    private final double[] y;
    private final boolean dynamic;
    /** Of the line through the first {@code t} observations, at index {@code t}. */
    private final double[] intercepts;

    private final double[] slopes;
    private double alpha;
    private double start;
    private double share;
    private double squares;

    ThetaFit(double[] y, boolean dynamic) {
        this.y = y;
        this.dynamic = dynamic;
        intercepts = new double[y.length + 1];
        slopes = new double[y.length + 1];
        learnLines();
        squaredError(GoldenSection.minimise(this::squaredError, LOWEST, HIGHEST, GRID, TOLERANCE));
    }

    double alpha() {
        return alpha;
    }

    double squaredError() {
        return squares;
    }

    private void learnLines() {
        double mean = y[0];
        intercepts[1] = y[0];
        for (int t = 2; t <= y.length; t++) {
            slopes[t] = nextSlope(slopes[t - 1], mean, y[t - 1], t);
            mean += (y[t - 1] - mean) / t;
            intercepts[t] = mean - slopes[t] * (t + 1) / 2;
        }
        if (!dynamic) {
            Arrays.fill(slopes, slopes[y.length]);
            Arrays.fill(intercepts, intercepts[y.length]);
        }
    }

    private static double nextSlope(double slope, double mean, double value, int t) {
        return ((t - 2) * slope + 6 * (value - mean) / t) / (t + 1);
    }

    private double trend(int t, double power, double weight) {
        return intercepts[t] * power + slopes[t] * (1 - power * (1 - weight)) / weight;
    }

    /** The least sum of squares for a given weight; normal equations of two unknowns. */
    private double squaredError(double weight) {
        double zz = 0;
        double pz = 0;
        double pp = 0;
        double gz = 0;
        double gp = 0;
        double gg = 0;
        double level = 0;
        double power = 1;
        for (int t = 0; t < y.length; t++) {
            if (t >= FIRST_JUDGED) {
                double z = y[t] - level;
                double g = trend(t, power, weight);
                zz += z * z;
                pz += power * z;
                pp += power * power;
                gz += g * z;
                gp += g * power;
                gg += g * g;
            }
            level += weight * (y[t] - level);
            power *= 1 - weight;
        }
        double determinant = gg * pp - gp * gp;
        double free = determinant > 1e-12 * gg * pp ? (gz * pp - pz * gp) / determinant : 0;
        alpha = weight;
        share = Math.min(1, Math.max(0, free));
        start = pp > 0 ? (pz - share * gp) / pp : 0;
        squares = zz + start * start * pp + share * share * gg - 2 * (start * pz + share * gz - start * share * gp);
        squares = Math.max(0, squares);
        return squares;
    }

    /** The forecast; each point counts as an observation for the next. */
    double[] continued(int horizon) {
        double[] forecast = new double[horizon];
        double level = start;
        double power = 1;
        double mean = 0;
        for (int t = 0; t < y.length; t++) {
            level += alpha * (y[t] - level);
            power *= 1 - alpha;
            mean += (y[t] - mean) / (t + 1);
        }
        double intercept = intercepts[y.length];
        double slope = slopes[y.length];
        for (int h = 0; h < horizon; h++) {
            int count = y.length + h + 1;
            double next = level + share * (intercept * power + slope * (1 - power * (1 - alpha)) / alpha);
            forecast[h] = next;
            level += alpha * (next - level);
            power *= 1 - alpha;
            if (dynamic) {
                slope = nextSlope(slope, mean, next, count);
                mean += (next - mean) / count;
                intercept = mean - slope * (count + 1) / 2;
            }
        }
        return forecast;
    }
}
