package silkline.forecast.search;

/**
 * A symmetric matrix without negative eigenvalues as {@code L D L'}, to solve equations with it. Equations that say nothing
 * new are passed over.
 */
public final class SemiDefinite {
    /** What is left of a cell of the diagonal that the rows before explain, as a ratio to it. */
    private static final double NEXT_TO_NOTHING = 1e-12;

    private final double[][] lower;
    private final double[] pivots;

    private SemiDefinite(double[][] lower, double[] pivots) {
        this.lower = lower;
        this.pivots = pivots;
    }

    /** Takes {@code matrix} apart; it is left as it is. */
    public static SemiDefinite of(double[][] matrix) {
        int n = matrix.length;
        double[][] lower = new double[n][n];
        double[] pivots = new double[n];
        for (int i = 0; i < n; i++) {
            // Row by row: scaled[j] is L[i][j] times the pivot of j.
            double[] scaled = new double[i];
            double left = matrix[i][i];
            for (int j = 0; j < i; j++) {
                scaled[j] = matrix[i][j] - product(scaled, lower[j], j);
                lower[i][j] = pivots[j] > 0 ? scaled[j] / pivots[j] : 0;
                left -= lower[i][j] * scaled[j];
            }
            pivots[i] = left > NEXT_TO_NOTHING * matrix[i][i] ? left : 0;
        }
        return new SemiDefinite(lower, pivots);
    }

    /** An {@code x} with {@code matrix x = right}, as far as there is one; {@code right} is left as it is. */
    public double[] solve(double[] right) {
        double[] x = right.clone();
        for (int i = 0; i < x.length; i++) {
            x[i] -= product(x, lower[i], i);
        }
        for (int i = x.length - 1; i >= 0; i--) {
            x[i] = pivots[i] > 0 ? x[i] / pivots[i] : 0;
            for (int j = i + 1; j < x.length; j++) {
                x[i] -= lower[j][i] * x[j];
            }
        }
        return x;
    }

    private static double product(double[] one, double[] other, int length) {
        double sum = 0;
        for (int k = 0; k < length; k++) {
            sum += one[k] * other[k];
        }
        return sum;
    }
}
