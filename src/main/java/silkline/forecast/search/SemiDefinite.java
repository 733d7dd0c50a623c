package silkline.forecast.search;

import java.util.stream.IntStream;

/**
 * A symmetric matrix without negative eigenvalues as {@code L D L'}, to solve equations with it. Equations that say nothing
 * new are passed over: at each step comes the one that those before explain the least of, so that they are the last ones.
 */
public final class SemiDefinite {
    /** What is left of a cell of the diagonal that the rows before explain, as a ratio to it. */
    private static final double NEXT_TO_NOTHING = 1e-12;

    /** Of the diagonal: rows and columns are divided by them. */
    private final double[] roots;
    /** Rows as they came; the first {@link #rank} are the ones that count. */
    private final int[] order;

    private final int rank;
    private final double[][] lower;
    private final double[] pivots;

    private SemiDefinite(double[][] matrix) {
        int n = matrix.length;
        roots = IntStream.range(0, n).mapToDouble(i -> Math.sqrt(matrix[i][i])).toArray();
        order = IntStream.range(0, n).toArray();
        lower = new double[n][n];
        pivots = new double[n];
        double[][] left = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n && roots[i] > 0; j++) {
                left[i][j] = roots[j] > 0 ? matrix[i][j] / (roots[i] * roots[j]) : 0;
            }
        }
        int step = 0;
        while (step < n && bringLargest(left, step) > NEXT_TO_NOTHING) {
            eliminate(left, step);
            step++;
        }
        rank = step;
    }

    /** Takes {@code matrix} apart; it is left as it is. */
    public static SemiDefinite of(double[][] matrix) {
        return new SemiDefinite(matrix);
    }

    /** Puts the row with the largest cell on the diagonal in the place of {@code step} and says what that cell is. */
    private double bringLargest(double[][] left, int step) {
        int largest = step;
        for (int k = step + 1; k < order.length; k++) {
            if (left[order[k]][order[k]] > left[order[largest]][order[largest]]) {
                largest = k;
            }
        }
        int row = order[largest];
        order[largest] = order[step];
        order[step] = row;
        return left[row][row];
    }

    private void eliminate(double[][] left, int step) {
        int row = order[step];
        pivots[step] = left[row][row];
        for (int k = step + 1; k < order.length; k++) {
            int other = order[k];
            double ratio = left[other][row] / pivots[step];
            lower[other][step] = ratio;
            for (int l = step + 1; l < order.length && Math.abs(ratio) > 0; l++) {
                left[other][order[l]] -= ratio * left[row][order[l]];
            }
        }
    }

    /** An {@code x} with {@code matrix x = right}, as far as there is one; {@code right} is left as it is. */
    public double[] solve(double[] right) {
        double[] inner = new double[rank];
        for (int k = 0; k < rank; k++) {
            inner[k] = right[order[k]] / roots[order[k]];
            for (int l = 0; l < k; l++) {
                inner[k] -= lower[order[k]][l] * inner[l];
            }
        }
        double[] x = new double[right.length];
        for (int k = rank - 1; k >= 0; k--) {
            inner[k] /= pivots[k];
            for (int l = k + 1; l < rank; l++) {
                inner[k] -= lower[order[l]][k] * inner[l];
            }
            x[order[k]] = inner[k] / roots[order[k]];
        }
        return x;
    }
}
