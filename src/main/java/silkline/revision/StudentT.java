package silkline.revision;

/** Student's t distribution. */
final class StudentT {
    private StudentT() {}

    /**
     * Probability of a value at least as far from zero as {@code t}; NaN where {@code t} is. Abramowitz and Stegun 1964,
     * 26.7.3 and 26.7.4, for whole degrees of freedom.
     */
    static double twoSided(double t, int degrees) {
        if (Double.isNaN(t)) {
            return Double.NaN;
        }
        boolean isOdd = degrees % 2 == 1;
        double angle = Math.atan(Math.abs(t) / Math.sqrt(degrees));
        double squared = Math.cos(angle) * Math.cos(angle);
        double term = isOdd ? Math.cos(angle) : 1;
        double sum = degrees == 1 ? 0 : term;
        for (int k = isOdd ? 3 : 2; k <= degrees - 2; k += 2) {
            term *= squared * (k - 1) / k;
            sum += term;
        }
        double within = Math.sin(angle) * sum;
        double inside = isOdd ? 2 / Math.PI * (angle + within) : within;
        return Math.min(1, Math.max(0, 1 - inside));
    }
}
