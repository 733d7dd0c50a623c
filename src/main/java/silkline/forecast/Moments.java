package silkline.forecast;

import java.util.Arrays;

/** Mean and standard error of each step ahead, in the unit of the history: a forecast before its intervals. */
public final class Moments {
    private final double[] mean;
    private final double[] standardError;

    /** Takes the arrays over; both as long as the horizon, errors not negative. */
    public Moments(double[] mean, double[] standardError) {
        this.mean = mean;
        this.standardError = standardError;
    }

    /** The same value at every step, without error. */
    public static Moments constant(double value, int horizon) {
        double[] mean = new double[horizon];
        Arrays.fill(mean, value);
        return new Moments(mean, new double[horizon]);
    }

    /** The number of steps. */
    public int horizon() {
        return mean.length;
    }

    /** The point forecast {@code step} periods ahead, counted from 1. */
    public double mean(int step) {
        return mean[step - 1];
    }

    /** The standard error {@code step} periods ahead, counted from 1. */
    public double standardError(int step) {
        return standardError[step - 1];
    }

    /** With normal intervals. */
    public Forecast normal(double[] levels) {
        return Forecast.normal(mean, standardError, levels);
    }

    /** Whether every figure is a number that can be published. */
    public boolean isFinite() {
        for (int i = 0; i < mean.length; i++) {
            if (!Double.isFinite(mean[i]) || !Double.isFinite(standardError[i]) || standardError[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
