package silkline.forecast;

import java.util.Arrays;

/**
 * The part of a series that is forecast from: what comes after its last break and its last long gap. Short gaps, of half
 * a year of periods at most (one year in annual series), are filled by {@link Interpolation}, as long as no more than a
 * fifth of the history is; otherwise only what follows the last gap is used. Missing values before the first and after
 * the last observation are no gap; they are cut off, so the first step of a forecast is the period at {@link #end}.
 */
public final class History {
    /** Sums of squares of anything larger could overflow. */
    private static final double LARGEST = 1e150;

    private static final int LARGEST_FILLED = 5;

    private final double[] observed;
    private final double[] values;
    private final int start;
    private final Reason shortened;

    private History(double[] observed, int season, int start, Reason shortened) {
        this.observed = observed;
        this.values = Interpolation.filled(observed, season);
        this.start = start;
        this.shortened = shortened;
    }

    /** The usable end of {@code series}, where NaN marks a missing value; empty where every value is missing. */
    public static History of(double[] series, int season) {
        return of(series, 0, season);
    }

    /**
     * The usable end of {@code series}.
     *
     * @param lastBreak position of the first observation that cannot be compared with those before it, counted from 0; 0
     *     where there is none
     * @param season periods per year
     */
    public static History of(double[] series, int lastBreak, int season) {
        int end = series.length;
        while (end > 0 && Double.isNaN(series[end - 1])) {
            end--;
        }
        int longest = Math.max(1, season / 2);
        int start = startAfterGap(series, lastBreak, end, longest);
        if (missing(series, start, end) * LARGEST_FILLED > end - start) {
            start = startAfterGap(series, lastBreak, end, 0);
        }
        Reason shortened = Reason.NONE;
        if (hasValue(series, Math.min(start, lastBreak))) {
            shortened = Reason.BREAK;
        }
        if (start > lastBreak && hasValue(series, start)) {
            shortened = Reason.GAPS;
        }
        return new History(Arrays.copyOfRange(series, start, end), season, start, shortened);
    }

    /** The first observation from which on no gap is longer than {@code longest}. */
    private static int startAfterGap(double[] series, int from, int end, int longest) {
        int start = end;
        for (int t = end - 1; t >= from && start - t <= longest + 1; t--) {
            if (!Double.isNaN(series[t])) {
                start = t;
            }
        }
        return start;
    }

    private static int missing(double[] series, int from, int to) {
        return (int) Arrays.stream(series, from, to).filter(Double::isNaN).count();
    }

    private static boolean hasValue(double[] series, int before) {
        return missing(series, 0, before) < before;
    }

    /** The observations used, oldest first, short gaps filled. */
    public double[] values() {
        return values.clone();
    }

    /** The same with NaN where there is a gap. */
    public double[] observed() {
        return observed.clone();
    }

    /** How many of {@link #values} are filled in. */
    public int filled() {
        return missing(observed, 0, observed.length);
    }

    /** The number of values used. */
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

    /** Why earlier observations were left out: {@link Reason#GAPS}, {@link Reason#BREAK}, or none were. */
    public Reason shortened() {
        return shortened;
    }

    /** Whether a value is beyond what models can work on. */
    boolean isTooLarge() {
        return Arrays.stream(values).anyMatch(value -> !(Math.abs(value) <= LARGEST));
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
