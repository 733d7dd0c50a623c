package silkline.claim;

/** Sums, products and quotients rounded to one side; exact results are left as they are (Dekker 1971, Knuth TAOCP 2). */
final class Rounding {
    /** Below this an error term may itself be lost. */
    private static final double TINY = 1e-280;

    private Rounding() {}

    static double sumDown(double a, double b) {
        return down(a + b, sumError(a, b), a, b);
    }

    static double sumUp(double a, double b) {
        return -sumDown(-a, -b);
    }

    /** Zero times infinity is zero here: the infinite end of an interval is never reached. */
    static double productDown(double a, double b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        double product = a * b;
        boolean isTiny = Math.abs(product) < TINY;
        return down(product, isTiny ? -1 : Math.fma(a, b, -product), a, b);
    }

    static double productUp(double a, double b) {
        double result = -productDown(-a, b);
        return result == 0 ? 0 : result; // no negative zero
    }

    static double quotientDown(double a, double b) {
        double quotient = a / b;
        if (Math.abs(quotient) < TINY || Double.isInfinite(quotient)) {
            return down(quotient, Double.isInfinite(b) ? 0 : -1, a, b);
        }
        double remainder = Math.fma(-quotient, b, a); // a - quotient * b
        return down(quotient, b > 0 ? remainder : -remainder, a, b);
    }

    static double quotientUp(double a, double b) {
        return -quotientDown(-a, b);
    }

    /** {@code rounded} stands for {@code rounded + error}. */
    private static double down(double rounded, double error, double a, double b) {
        if (Double.isInfinite(rounded)) {
            boolean overflowed = !Double.isInfinite(a) && !Double.isInfinite(b);
            return overflowed && rounded > 0 ? Double.MAX_VALUE : rounded;
        }
        return error < 0 ? Math.nextDown(rounded) : rounded;
    }

    private static double sumError(double a, double b) {
        double sum = a + b;
        double other = sum - a;
        return (a - (sum - other)) + (b - other);
    }
}
