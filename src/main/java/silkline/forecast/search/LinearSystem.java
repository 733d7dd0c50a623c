package silkline.forecast.search;

/** Small dense systems of linear equations. */
public final class LinearSystem {
    private LinearSystem() {}

    /**
     * The {@code x} with {@code matrix x = right} by Gaussian elimination with row exchange; zero in place of what the
     * equations leave open. Both arguments are used up.
     */
    public static double[] solve(double[][] matrix, double[] right) {
        int n = right.length;
        double[] scale = new double[n];
        for (int i = 0; i < n; i++) {
            for (double cell : matrix[i]) {
                scale[i] = Math.max(scale[i], Math.abs(cell));
            }
        }
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column + 1; row < n; row++) {
                if (Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column])) {
                    pivot = row;
                }
            }
            exchange(matrix, right, scale, column, pivot);
            if (Math.abs(matrix[column][column]) <= 1e-12 * scale[column]) {
                matrix[column][column] = 0;
                continue;
            }
            for (int row = column + 1; row < n; row++) {
                double factor = matrix[row][column] / matrix[column][column];
                for (int j = column; j < n; j++) {
                    matrix[row][j] -= factor * matrix[column][j];
                }
                right[row] -= factor * right[column];
            }
        }
        return substituted(matrix, right);
    }

    private static void exchange(double[][] matrix, double[] right, double[] scale, int one, int other) {
        double[] row = matrix[one];
        matrix[one] = matrix[other];
        matrix[other] = row;
        double value = right[one];
        right[one] = right[other];
        right[other] = value;
        double size = scale[one];
        scale[one] = scale[other];
        scale[other] = size;
    }

    private static double[] substituted(double[][] matrix, double[] right) {
        double[] x = new double[right.length];
        for (int row = right.length - 1; row >= 0; row--) {
            double sum = right[row];
            for (int j = row + 1; j < right.length; j++) {
                sum -= matrix[row][j] * x[j];
            }
            // A pivot of exactly zero marks an equation without an answer of its own.
            x[row] = matrix[row][row] != 0 ? sum / matrix[row][row] : 0;
        }
        return x;
    }
}
