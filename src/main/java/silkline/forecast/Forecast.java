package silkline.forecast;

import java.io.Serializable;
import java.util.Arrays;

/** Point forecasts and prediction intervals for steps 1 to {@link #horizon}, in the unit of the history. Immutable. */
public final class Forecast implements Serializable {
    private final double[] mean;
    private final double[] levels;
    private final double[][] lower;
    private final double[][] upper;

    private Forecast(double[] mean, double[] levels, double[][] lower, double[][] upper) {
        this.mean = mean;
        this.levels = levels;
        this.lower = lower;
        this.upper = upper;
    }

    /**
     * Intervals of a normal error: {@code mean ± z * standardError} with {@code z} the normal quantile of
     * {@code (1 + level) / 2}.
     *
     * @param standardError of each step, finite and not negative, as long as {@code mean}
     * @throws IllegalArgumentException where lengths differ, a level is outside (0, 1) or a number is not finite
     */
    public static Forecast normal(double[] mean, double[] standardError, double[] levels) {
        requireSteps(mean, standardError);
        double[][] lower = new double[levels.length][mean.length];
        double[][] upper = new double[levels.length][mean.length];
        for (int i = 0; i < levels.length; i++) {
            double z = Normal.quantile((1 + requireLevel(levels[i])) / 2);
            for (int step = 0; step < mean.length; step++) {
                lower[i][step] = mean[step] - z * standardError[step];
                upper[i][step] = mean[step] + z * standardError[step];
            }
        }
        return new Forecast(mean.clone(), levels.clone(), lower, upper);
    }

    /**
     * Bounds as they are: one row of steps for each level.
     *
     * @throws IllegalArgumentException where lengths differ, a level is outside (0, 1) or a number is not finite
     */
    public static Forecast of(double[] mean, double[][] lower, double[][] upper, double[] levels) {
        if (lower.length != levels.length || upper.length != levels.length) {
            throw new IllegalArgumentException(
                    "%d levels but %d and %d rows of bounds".formatted(levels.length, lower.length, upper.length));
        }
        for (int i = 0; i < levels.length; i++) {
            requireLevel(levels[i]);
            for (int step = 0; step < mean.length; step++) {
                if (!Double.isFinite(lower[i][step]) || !Double.isFinite(upper[i][step])) {
                    throw new IllegalArgumentException(
                            "step %d: bounds %s and %s".formatted(step + 1, lower[i][step], upper[i][step]));
                }
            }
        }
        return new Forecast(mean.clone(), levels.clone(), copy(lower), copy(upper));
    }

    private static double[][] copy(double[][] bounds) {
        return Arrays.stream(bounds).map(double[]::clone).toArray(double[][]::new);
    }

    /** The number of steps forecast. */
    public int horizon() {
        return mean.length;
    }

    /** Coverage of each interval as a ratio, in the order asked for. */
    public double[] levels() {
        return levels.clone();
    }

    /** The point forecast {@code step} periods ahead, counted from 1. */
    public double mean(int step) {
        return mean[index(step)];
    }

    /** The lower bound of interval {@code levelIndex} (counted from 0, as in {@link #levels}), {@code step} ahead. */
    public double lower(int levelIndex, int step) {
        return lower[levelIndex][index(step)];
    }

    /** The upper bound of interval {@code levelIndex} (counted from 0, as in {@link #levels}), {@code step} ahead. */
    public double upper(int levelIndex, int step) {
        return upper[levelIndex][index(step)];
    }

    /** This forecast with every point and bound raised to {@code floor} where it is below; itself where none is. */
    Forecast atLeast(double floor) {
        if (isAtLeast(floor)) {
            return this;
        }
        return new Forecast(raised(mean, floor), levels, raised(lower, floor), raised(upper, floor));
    }

    private boolean isAtLeast(double floor) {
        return Arrays.stream(mean).allMatch(value -> value >= floor)
                && Arrays.stream(lower).flatMapToDouble(Arrays::stream).allMatch(value -> value >= floor);
    }

    private static double[][] raised(double[][] bounds, double floor) {
        return Arrays.stream(bounds).map(row -> raised(row, floor)).toArray(double[][]::new);
    }

    private static double[] raised(double[] values, double floor) {
        return Arrays.stream(values).map(value -> Math.max(value, floor)).toArray();
    }

    private int index(int step) {
        if (step < 1 || step > mean.length) {
            throw new IllegalArgumentException("step %d outside 1..%d".formatted(step, mean.length));
        }
        return step - 1;
    }

    private static double requireLevel(double level) {
        if (level > 0 && level < 1) {
            return level;
        }
        throw new IllegalArgumentException("level %s outside (0, 1)".formatted(level));
    }

    private static void requireSteps(double[] mean, double[] standardError) {
        if (mean.length != standardError.length) {
            throw new IllegalArgumentException(
                    "%d means but %d standard errors".formatted(mean.length, standardError.length));
        }
        for (int step = 0; step < mean.length; step++) {
            if (!Double.isFinite(mean[step]) || !Double.isFinite(standardError[step]) || standardError[step] < 0) {
                throw new IllegalArgumentException(
                        "step %d: mean %s, standard error %s".formatted(step + 1, mean[step], standardError[step]));
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Forecast that
                && Arrays.equals(mean, that.mean)
                && Arrays.equals(levels, that.levels)
                && Arrays.deepEquals(lower, that.lower)
                && Arrays.deepEquals(upper, that.upper);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(mean);
    }

    @Override
    public String toString() {
        return "Forecast" + Arrays.toString(mean);
    }
}
