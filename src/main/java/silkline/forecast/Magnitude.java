package silkline.forecast;

/**
 * The size of a series as a power of two. Models search in these units, so that tolerances mean the same for euros and
 * for billions; a power of two only moves the binary point, so nothing is rounded on the way.
 */
public record Magnitude(int exponent) {
    /** That of the mean absolute value. */
    public static Magnitude of(double[] history) {
        double sum = 0;
        for (double value : history) {
            sum += Math.abs(value);
        }
        return new Magnitude(sum > 0 ? Math.getExponent(sum / history.length) : 0);
    }

    /** The history in units of this size. */
    public double[] reduced(double[] history) {
        double[] reduced = new double[history.length];
        for (int t = 0; t < history.length; t++) {
            reduced[t] = Math.scalb(history[t], -exponent);
        }
        return reduced;
    }

    /** Mean and standard error in the unit of the history, taken over and changed in place. */
    public Moments restored(double[] mean, double[] standardError) {
        for (int h = 0; h < mean.length; h++) {
            mean[h] = Math.scalb(mean[h], exponent);
            standardError[h] = Math.scalb(standardError[h], exponent);
        }
        return new Moments(mean, standardError);
    }
}
