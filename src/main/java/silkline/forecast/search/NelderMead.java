package silkline.forecast.search;

import java.util.function.ToDoubleFunction;

/**
 * Minimisation in a box without derivatives by the simplex method of Nelder and Mead 1965, with the coefficients of Gao
 * and Han 2012 for the number of dimensions. One instance serves one thread; nothing is allocated while it searches.
 */
public final class NelderMead {
    private final int size;
    private final int maxEvaluations;
    private final double tolerance;
    private final double expansion;
    private final double contraction;
    private final double shrinkage;
    private final double[][] points;
    private final double[] values;
    private final double[] centre;
    private final double[] near;
    private final double[] far;
    private ToDoubleFunction<double[]> objective;
    private double[] low;
    private double[] high;
    private int evaluations;
    private int best;
    private int second;
    private int worst;

    /**
     * @param size number of dimensions
     * @param maxEvaluations after which a search stops where it is
     * @param tolerance a simplex whose values differ by less ends the search
     */
    public NelderMead(int size, int maxEvaluations, double tolerance) {
        this.size = size;
        this.maxEvaluations = maxEvaluations;
        this.tolerance = tolerance;
        expansion = 1 + 2.0 / size;
        contraction = 0.75 - 1 / (2.0 * size);
        shrinkage = size > 1 ? 1 - 1.0 / size : 0.5;
        points = new double[size + 1][size];
        values = new double[size + 1];
        centre = new double[size];
        near = new double[size];
        far = new double[size];
    }

    /**
     * Moves the first elements of {@code x} to a minimum between {@code low} and {@code high}; returns the value there.
     *
     * @param edge of the first simplex, as a share of the box
     */
    public double minimise(
            ToDoubleFunction<double[]> function, double[] x, double[] lowest, double[] highest, double edge) {
        objective = function;
        low = lowest;
        high = highest;
        for (int i = 0; i <= size; i++) {
            System.arraycopy(x, 0, points[i], 0, size);
            if (i > 0) {
                double width = edge * (high[i - 1] - low[i - 1]);
                points[i][i - 1] += x[i - 1] + width <= high[i - 1] ? width : -width;
            }
            values[i] = valueAt(points[i]);
        }
        evaluations = size + 1;
        rank();
        while (evaluations < maxEvaluations && values[worst] - values[best] >= tolerance) {
            step();
            rank();
        }
        System.arraycopy(points[best], 0, x, 0, size);
        return values[best];
    }

    private void rank() {
        best = 0;
        worst = 0;
        for (int i = 1; i <= size; i++) {
            best = values[i] < values[best] ? i : best;
            worst = values[i] >= values[worst] ? i : worst;
        }
        second = best;
        for (int i = 0; i <= size; i++) {
            if (i != worst && values[i] > values[second]) {
                second = i;
            }
        }
    }

    private void step() {
        for (int j = 0; j < size; j++) {
            centre[j] = 0;
            for (int i = 0; i <= size; i++) {
                centre[j] += i == worst ? 0 : points[i][j] / size;
            }
        }
        double reflected = tried(near, -1);
        if (reflected < values[best]) {
            double expanded = tried(far, -expansion);
            replace(expanded < reflected ? far : near, Math.min(expanded, reflected));
        } else if (reflected < values[second]) {
            replace(near, reflected);
        } else {
            double contracted = tried(far, reflected < values[worst] ? -contraction : contraction);
            if (contracted < Math.min(reflected, values[worst])) {
                replace(far, contracted);
            } else {
                shrink();
            }
        }
    }

    /** The value at the centre plus {@code factor} times the way to the worst point, within the box. */
    private double tried(double[] target, double factor) {
        for (int j = 0; j < size; j++) {
            double to = centre[j] + factor * (points[worst][j] - centre[j]);
            target[j] = Math.min(high[j], Math.max(low[j], to));
        }
        evaluations++;
        return valueAt(target);
    }

    private void replace(double[] point, double value) {
        System.arraycopy(point, 0, points[worst], 0, size);
        values[worst] = value;
    }

    private void shrink() {
        for (int i = 0; i <= size; i++) {
            if (i != best) {
                for (int j = 0; j < size; j++) {
                    points[i][j] = points[best][j] + shrinkage * (points[i][j] - points[best][j]);
                }
                values[i] = valueAt(points[i]);
                evaluations++;
            }
        }
    }

    private double valueAt(double[] point) {
        double value = objective.applyAsDouble(point);
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }
}
