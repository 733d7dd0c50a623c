package silkline.forecast;

import java.util.Arrays;

/**
 * The part of a series that is forecast from: the observations after its last gap. Missing values before the first and
 * after the last observation are no gap; they are cut off, so the first step of a forecast is the period at {@link
 * #end}.
 */
public final class History {
    /** Sums of squares of anything larger could overflow. */
    private static final double LARGEST = 1e150;

    private final double[] values;
    private final int start;
    private final boolean gaps;

    private History(double[] values, int start, boolean gaps) {
        this.values = values;
        this.start = start;
        this.gaps = gaps;
    }

    /** The gap-free tail of {@code series}, where NaN marks a missing value; empty where every value is missing. */
    public static History of(double[] series) {
        int end = series.length;
        while (end > 0 && Double.isNaN(series[end - 1])) {
            end--;
        }
        int start = end;
        while (start > 0 && !Double.isNaN(series[start - 1])) {
            start--;
        }
        boolean gaps = Arrays.stream(series, 0, start).anyMatch(value -> !Double.isNaN(value));
        return new History(Arrays.copyOfRange(series, start, end), start, gaps);
    }

    /** The observations used, oldest first. */
    public double[] values() {
        return values.clone();
    }

    /** The number of observations used. */
    public int length() {
        return values.length;
    }

    /** Position in the series of the first observation used, counted from 0. */
    public int start() {
        return start;
    }

    /** Position in the series just after the last observation used: the first period forecast. */
    public int end() {
        return start + values.length;
    }

    /** Whether observations were left out because a missing value follows them. */
    public boolean hasGaps() {
        return gaps;
    }

    /** Whether there is an observation and every one is above zero. */
    public static boolean isPositive(double[] history) {
        return history.length > 0 && Arrays.stream(history).allMatch(value -> value > 0);
    }

    /** Whether every observation equals the first. */
    public static boolean isConstant(double[] history) {
        for (double value : history) {
            if (Double.compare(value, history[0]) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Refuses what {@link Forecaster#forecast} may not be called with. */
    public static void require(Forecaster model, double[] history, int season, int horizon) {
        if (season < 1 || horizon < 1) {
            throw new IllegalArgumentException(
                    "season %d and horizon %d must be at least 1".formatted(season, horizon));
        }
        if (history.length < model.minimumLength(season)) {
            throw new IllegalArgumentException("%s needs %d observations with season %d; found %d"
                    .formatted(model.name(), model.minimumLength(season), season, history.length));
        }
        for (int t = 0; t < history.length; t++) {
            if (!(Math.abs(history[t]) <= LARGEST)) {
                throw new IllegalArgumentException(
                        "observation %d is missing or too large: %s".formatted(t, history[t]));
            }
        }
    }
}
