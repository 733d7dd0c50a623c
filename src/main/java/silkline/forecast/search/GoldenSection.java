package silkline.forecast.search;

import java.util.function.DoubleUnaryOperator;

/**
 * Minimisation of a function of one number that may have several dips: a grid, then a golden section around its best
 * point. Kiefer 1953.
 */
public final class GoldenSection {
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private GoldenSection() {}

    /** The place of the least value between {@code low} and {@code high}, to within {@code tolerance}. */
    public static double minimise(DoubleUnaryOperator function, double low, double high, int grid, double tolerance) {
        double width = (high - low) / grid;
        double best = low;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= grid; i++) {
            double value = function.applyAsDouble(low + i * width);
            if (value < least) {
                least = value;
                best = low + i * width;
            }
        }
        return section(function, Math.max(low, best - width), Math.min(high, best + width), tolerance);
    }

    private static double section(DoubleUnaryOperator function, double from, double to, double tolerance) {
        double low = from;
        double high = to;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double atLeft = function.applyAsDouble(left);
        double atRight = function.applyAsDouble(right);
        while (high - low > tolerance) {
            if (atLeft <= atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = function.applyAsDouble(left);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = function.applyAsDouble(right);
            }
        }
        return (low + high) / 2;
    }
}
