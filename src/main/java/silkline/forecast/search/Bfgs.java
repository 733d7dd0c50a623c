package silkline.forecast.search;

import java.util.Arrays;

/**
 * Unconstrained minimisation by the quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno with a backtracking
 * line search; Nocedal and Wright 2006, chapter 6. One instance serves one thread and any number of searches; nothing
 * is allocated after construction.
 */
public final class Bfgs {
    private static final double SUFFICIENT = 1e-4;
    private static final double LONGEST_MOVE = 4;
    private static final int HALVINGS = 25;

    private final int maxIterations;
    private final double tolerance;
    private final double[][] inverse;
    private final double[] gradient;
    private final double[] nextGradient;
    private final double[] next;
    private final double[] direction;
    private final double[] change;
    private final double[] product;
    private double value;

    /**
     * @param dimensions the most parameters of any search
     * @param maxIterations after which a search stops where it is
     * @param tolerance two steps in a row that improve the value by less end the search
     */
    public Bfgs(int dimensions, int maxIterations, double tolerance) {
        this.maxIterations = maxIterations;
        this.tolerance = tolerance;
        inverse = new double[dimensions][dimensions];
        gradient = new double[dimensions];
        nextGradient = new double[dimensions];
        next = new double[dimensions];
        direction = new double[dimensions];
        change = new double[dimensions];
        product = new double[dimensions];
    }

    /** Moves the first {@code size} elements of {@code x} to a minimum near them; returns the value there. */
    public double minimise(Objective objective, double[] x, int size) {
        value = objective.value(x);
        if (!Double.isFinite(value)) {
            return Double.POSITIVE_INFINITY;
        }
        objective.gradient(x, value, gradient);
        boolean fresh = reset(size);
        int idle = 0;
        for (int iteration = 0; iteration < maxIterations && idle < 2; iteration++) {
            double slope = direction(size);
            if (!(slope < 0)) {
                fresh = reset(size);
                slope = direction(size);
                if (!(slope < 0)) {
                    break;
                }
            }
            double moved = search(objective, x, size, slope, fresh);
            if (Double.isNaN(moved)) {
                if (fresh) {
                    break;
                }
                fresh = reset(size);
                continue;
            }
            objective.gradient(next, moved, nextGradient);
            idle = value - moved < tolerance ? idle + 1 : 0;
            accept(x, size, fresh);
            fresh = false;
            value = moved;
        }
        return value;
    }

    private boolean reset(int size) {
        for (int i = 0; i < size; i++) {
            Arrays.fill(inverse[i], 0, size, 0);
            inverse[i][i] = 1;
        }
        return true;
    }

    /** Sets the direction of descent; returns the slope along it. */
    private double direction(int size) {
        double slope = 0;
        for (int i = 0; i < size; i++) {
            double sum = 0;
            double[] row = inverse[i];
            for (int j = 0; j < size; j++) {
                sum -= row[j] * gradient[j];
            }
            direction[i] = sum;
            slope += sum * gradient[i];
        }
        return slope;
    }

    /** The value of the first point along the direction that is low enough; NaN where there is none. */
    private double search(Objective objective, double[] x, int size, double slope, boolean fresh) {
        double longest = 0;
        for (int i = 0; i < size; i++) {
            longest = Math.max(longest, Math.abs(direction[i]));
        }
        // The first direction has the scale of the gradient, which says nothing about the distance to go.
        double step = fresh ? Math.min(1, 0.5 / longest) : Math.min(1, LONGEST_MOVE / longest);
        for (int halving = 0; halving < HALVINGS; halving++) {
            for (int i = 0; i < size; i++) {
                next[i] = x[i] + step * direction[i];
            }
            double found = objective.value(next);
            if (found <= value + SUFFICIENT * step * slope) {
                return found;
            }
            double curved = -slope * step * step / (2 * (found - value - slope * step));
            step = curved > 0.1 * step && curved < 0.5 * step
                    ? curved
                    : Double.isFinite(found) ? 0.3 * step : 0.2 * step;
        }
        return Double.NaN;
    }

    /** Moves to the point found and learns the curvature on the way. */
    private void accept(double[] x, int size, boolean fresh) {
        double curvature = 0;
        double steepness = 0;
        for (int i = 0; i < size; i++) {
            change[i] = next[i] - x[i];
            double bend = nextGradient[i] - gradient[i];
            curvature += change[i] * bend;
            steepness += bend * bend;
        }
        if (curvature > 1e-12 * steepness) {
            if (fresh) {
                for (int i = 0; i < size; i++) {
                    inverse[i][i] = curvature / steepness;
                }
            }
            update(size, curvature);
        }
        System.arraycopy(next, 0, x, 0, size);
        System.arraycopy(nextGradient, 0, gradient, 0, size);
    }

    private void update(int size, double curvature) {
        double bent = 0;
        for (int i = 0; i < size; i++) {
            double sum = 0;
            double[] row = inverse[i];
            for (int j = 0; j < size; j++) {
                sum += row[j] * (nextGradient[j] - gradient[j]);
            }
            product[i] = sum;
            bent += sum * (nextGradient[i] - gradient[i]);
        }
        double weight = (1 + bent / curvature) / curvature;
        for (int i = 0; i < size; i++) {
            double[] row = inverse[i];
            double ownChange = change[i];
            double ownProduct = product[i] / curvature;
            for (int j = 0; j < size; j++) {
                row[j] += weight * ownChange * change[j] - ownProduct * change[j] - ownChange * product[j] / curvature;
            }
        }
    }
}
