package silkline.complexity;

import dev.ludovic.netlib.lapack.JavaLAPACK;
import dev.ludovic.netlib.lapack.LAPACK;
import org.netlib.util.intW;

/** Eigenvalues and vectors of a symmetric matrix by LAPACK in Java, so that every machine finds the same digits. */
final class SymmetricEigen {
    private final int size;
    private final double[] values;
    private final double[] vectors;

    private SymmetricEigen(int size, double[] values, double[] vectors) {
        this.size = size;
        this.values = values;
        this.vectors = vectors;
    }

    static SymmetricEigen of(double[][] matrix) {
        int n = matrix.length;
        double[] vectors = new double[n * n];
        for (int column = 0; column < n; column++) {
            System.arraycopy(matrix[column], 0, vectors, column * n, n);
        }
        double[] values = new double[n];
        double[] work = new double[Math.max(1, 34 * n)];
        intW info = new intW(0);
        LAPACK lapack = JavaLAPACK.getInstance();
        lapack.dsyev("V", "U", n, vectors, n, values, work, work.length, info);
        if (info.val != 0) {
            throw new IllegalStateException("dsyev does not converge: " + info.val);
        }
        return new SymmetricEigen(n, values, vectors);
    }

    /** {@code position} counts from the largest, which is 1. */
    double value(int position) {
        return values[size - position];
    }

    /** The vector of length 1 that belongs to {@link #value}. */
    double[] vector(int position) {
        double[] vector = new double[size];
        System.arraycopy(vectors, (size - position) * size, vector, 0, size);
        return vector;
    }
}
