package silkline.forecast.reconcile;

import java.util.Arrays;
import silkline.forecast.search.LinearSystem;

/**
 * Forecasts that obey linear constraints, such as a total that is the sum of its parts: of all that do, those with the
 * smallest sum of error variances, {@code y - W C' (C W C')^-1 C y} for the covariance {@code W} of the errors and the
 * constraints {@code C y = 0}. Wickramasuriya, Athanasopoulos and Hyndman 2019.
 */
public final class MinimumTrace {
    private static final int MOST_ROUNDS = 10;

    private final double[][] constraints;

    /** {@code constraints}: one row of weights each; the weighted sum of the forecasts is to be zero. */
    public MinimumTrace(double[][] constraints) {
        this.constraints = Arrays.stream(constraints).map(double[]::clone).toArray(double[][]::new);
    }

    /** The first series is the sum of the others. */
    public static MinimumTrace totalOf(int parts) {
        double[] row = new double[parts + 1];
        Arrays.fill(row, -1);
        row[0] = 1;
        return new MinimumTrace(new double[][] {row});
    }

    /** The reconciled forecasts. A series without variance stays as it is where others can move. */
    public double[] reconciled(double[] base, double[][] covariance) {
        double[] gaps = new double[constraints.length];
        for (int c = 0; c < gaps.length; c++) {
            gaps[c] = product(constraints[c], base);
        }
        double[][] gain = gain(covariance);
        double[] weights = LinearSystem.solve(inner(gain), gaps);
        double[] reconciled = base.clone();
        for (int i = 0; i < base.length; i++) {
            for (int c = 0; c < weights.length; c++) {
                reconciled[i] -= gain[i][c] * weights[c];
            }
        }
        return reconciled;
    }

    /** As {@link #reconciled}, none below zero: what fell below is held at zero while the others take the rest. */
    public double[] reconciledAboveZero(double[] base, double[][] covariance) {
        double[] from = base.clone();
        double[][] free = Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new);
        double[] reconciled = reconciled(from, free);
        for (int round = 0; round < MOST_ROUNDS && Arrays.stream(reconciled).anyMatch(value -> value < 0); round++) {
            for (int i = 0; i < from.length; i++) {
                if (reconciled[i] < 0) {
                    from[i] = 0;
                    for (int j = 0; j < from.length; j++) {
                        free[i][j] = 0;
                        free[j][i] = 0;
                    }
                }
            }
            reconciled = reconciled(from, free);
        }
        return reconciled;
    }

    /** The error variances of the reconciled forecasts: no larger than those of the base. */
    public double[] variances(double[][] covariance) {
        double[][] gain = gain(covariance);
        double[] variances = new double[covariance.length];
        for (int i = 0; i < variances.length; i++) {
            double[] weights = LinearSystem.solve(inner(gain), gain[i].clone());
            variances[i] = Math.max(0, covariance[i][i] - product(weights, gain[i]));
        }
        return variances;
    }

    /** {@code W C'}. */
    private double[][] gain(double[][] covariance) {
        double[][] gain = new double[covariance.length][constraints.length];
        for (int i = 0; i < covariance.length; i++) {
            for (int c = 0; c < constraints.length; c++) {
                gain[i][c] = product(covariance[i], constraints[c]);
            }
        }
        return gain;
    }

    /** {@code C W C'}. */
    private double[][] inner(double[][] gain) {
        double[][] inner = new double[constraints.length][constraints.length];
        for (int c = 0; c < constraints.length; c++) {
            for (int i = 0; i < gain.length; i++) {
                for (int d = 0; d < constraints.length; d++) {
                    inner[c][d] += constraints[c][i] * gain[i][d];
                }
            }
        }
        return inner;
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
