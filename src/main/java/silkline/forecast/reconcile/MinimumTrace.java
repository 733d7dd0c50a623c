package silkline.forecast.reconcile;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import silkline.forecast.search.SemiDefinite;

/**
 * Forecasts that obey linear constraints, such as a total that is the sum of its parts: of all that do, those with the
 * smallest sum of error variances, {@code y - W C' (C W C')^-1 C y} for the covariance {@code W} of the errors and the
 * constraints {@code C y = 0}. Wickramasuriya, Athanasopoulos and Hyndman 2019. Constraints may follow from each other.
 */
public final class MinimumTrace {
    /** The second takes away what rounding left of the gaps. */
    private static final int ROUNDS = 2;

    private final Constraint[] constraints;

    /** A weighted sum of the forecasts at {@code nodes}. */
    private static final class Constraint {
        private final int[] nodes;
        private final double[] weights;

        Constraint(int[] nodes, double[] weights) {
            this.nodes = nodes;
            this.weights = weights;
        }

        static Constraint of(double[] row) {
            int[] nodes = IntStream.range(0, row.length)
                    .filter(node -> Math.abs(row[node]) > 0)
                    .toArray();
            return new Constraint(
                    nodes, Arrays.stream(nodes).mapToDouble(node -> row[node]).toArray());
        }

        static Constraint of(Sum sum) {
            int[] nodes = IntStream.concat(
                            IntStream.of(sum.total()), sum.parts().stream().mapToInt(Integer::intValue))
                    .toArray();
            double[] weights = new double[nodes.length];
            Arrays.fill(weights, -1);
            weights[0] = 1;
            return new Constraint(nodes, weights);
        }

        double times(double[] vector) {
            double sum = 0;
            for (int k = 0; k < nodes.length; k++) {
                sum += weights[k] * vector[nodes[k]];
            }
            return sum;
        }
    }

    private MinimumTrace(Constraint[] constraints) {
        this.constraints = constraints;
    }

    /** {@code constraints}: one row of weights each; the weighted sum of the forecasts is to be zero. */
    public MinimumTrace(double[][] constraints) {
        this(Arrays.stream(constraints).map(Constraint::of).toArray(Constraint[]::new));
    }

    /** Every total is the sum of its parts. */
    public static MinimumTrace of(List<Sum> sums) {
        return new MinimumTrace(sums.stream().map(Constraint::of).toArray(Constraint[]::new));
    }

    /** The first series is the sum of the others. */
    public static MinimumTrace totalOf(int parts) {
        return of(List.of(new Sum(0, IntStream.rangeClosed(1, parts).boxed().toList())));
    }

    /** The reconciled forecasts. A series without variance stays as it is where others can move. */
    public double[] reconciled(double[] base, ErrorCovariance covariance) {
        return moved(base, gain(covariance));
    }

    /**
     * As {@link #reconciled}, none below zero: parts that fell below are held at zero while the others take the rest, as
     * often as it takes. A total is then no less than zero by itself.
     */
    public double[] reconciledAboveZero(double[] base, ErrorCovariance covariance) {
        double[] from = base.clone();
        boolean[] held = new boolean[from.length];
        boolean[] isTotal = totals(from.length);
        double[] reconciled = reconciled(from, covariance);
        while (holds(reconciled, isTotal, from, held)) {
            reconciled = reconciled(from, covariance.without(held));
        }
        // What is left of a total without parts is what rounding made of it.
        return Arrays.stream(reconciled).map(value -> Math.max(0, value)).toArray();
    }

    /** Whether there was any part below zero to be held there. */
    private static boolean holds(double[] reconciled, boolean[] isTotal, double[] from, boolean[] held) {
        boolean isAny = false;
        for (int i = 0; i < from.length; i++) {
            if (reconciled[i] < 0 && !isTotal[i]) {
                from[i] = 0;
                held[i] = true;
                isAny = true;
            }
        }
        return isAny;
    }

    /** Which nodes are the sum of others. */
    private boolean[] totals(int nodes) {
        boolean[] totals = new boolean[nodes];
        for (Constraint row : constraints) {
            for (int k = 0; k < row.nodes.length; k++) {
                totals[row.nodes[k]] = totals[row.nodes[k]] || row.weights[k] > 0;
            }
        }
        return totals;
    }

    private double[] moved(double[] base, double[][] gain) {
        SemiDefinite inner = SemiDefinite.of(inner(gain));
        double[] moved = base.clone();
        for (int round = 0; round < ROUNDS; round++) {
            double[] weights = inner.solve(Arrays.stream(constraints)
                    .mapToDouble(row -> row.times(moved))
                    .toArray());
            for (int c = 0; c < weights.length; c++) {
                for (int i = 0; i < moved.length; i++) {
                    moved[i] -= gain[c][i] * weights[c];
                }
            }
        }
        return moved;
    }

    /** {@code W C'}, a row for each constraint. */
    private double[][] gain(ErrorCovariance covariance) {
        return Arrays.stream(constraints)
                .map(row -> covariance.times(row.nodes, row.weights))
                .toArray(double[][]::new);
    }

    /** {@code C W C'}. */
    private double[][] inner(double[][] gain) {
        double[][] inner = new double[gain.length][gain.length];
        for (int c = 0; c < gain.length; c++) {
            for (int d = 0; d < gain.length; d++) {
                inner[c][d] = constraints[d].times(gain[c]);
            }
        }
        return inner;
    }
}
