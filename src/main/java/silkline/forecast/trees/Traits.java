package silkline.forecast.trees;

import java.util.Arrays;
import java.util.List;
import silkline.forecast.History;

/**
 * What the trees see of a series without season. Freed of its unit: whatever has that of the series is divided by its mean
 * absolute change, so that a series and a multiple of it look alike. Serves one thread.
 */
final class Traits {
    /** Enough for five changes. */
    static final int SHORTEST = 6;

    /** The figures, in the order of {@link #at}. */
    static final List<String> NAMES = List.of(
            "last_change",
            "change_before",
            "change_of_5",
            "drift",
            "slope",
            "slope_of_10",
            "line_gap",
            "line_gap_of_5",
            "level_gap_slow",
            "level_gap_fast",
            "trend_slow",
            "trend_fast",
            "noise",
            "persistence",
            "rises",
            "restless",
            "size",
            "below_highest",
            "above_lowest",
            "growth",
            "growth_of_3",
            "log_length",
            "step",
            "drift_ahead",
            "trend_ahead");

    private static final int STEP = NAMES.indexOf("step");

    private final double[] history;
    private final int changes;
    private final double last;
    private final double unit;
    private final double drift;
    private final double trend;
    private final double[] figures = new double[NAMES.size()];
    private int filled;

    private Traits(double[] history) {
        this.history = history;
        changes = history.length - 1;
        last = history[changes];
        unit = meanAbsoluteChange(changes);
        drift = change(changes) / changes;
        trend = trend(0.3);
        addTrend();
        addNoise();
        addSize();
        add(Math.log(history.length));
    }

    /** The traits of at least {@link #SHORTEST} values that are not all the same. */
    static Traits of(double[] history) {
        return new Traits(history);
    }

    /** The figures for a step ahead; the array is overwritten by the next call. */
    double[] at(int step) {
        filled = STEP;
        add(step);
        addInUnits(step * drift);
        addInUnits(step * trend);
        return figures;
    }

    /** The mean absolute change from a value to the next. */
    double unit() {
        return unit;
    }

    /** The last value. */
    double last() {
        return last;
    }

    private void addTrend() {
        addInUnits(change(1));
        addInUnits(history[changes - 1] - history[changes - 2]);
        addInUnits(change(5) / 5);
        addInUnits(drift);
        int ten = Math.min(10, history.length);
        addInUnits(slope(history.length));
        addInUnits(slope(ten));
        addInUnits(lineEnd(history.length) - last);
        addInUnits(lineEnd(5) - last);
        addInUnits(level(0.2) - last);
        addInUnits(level(0.8) - last);
        addInUnits(trend);
        addInUnits(trend(0.6));
    }

    /** Deviation of the changes from their mean, its autocorrelation, the share of rises, how restless the last years are. */
    private void addNoise() {
        double squares = 0;
        double crossed = 0;
        double before = 0;
        int rises = 0;
        for (int t = 1; t <= changes; t++) {
            double deviation = history[t] - history[t - 1] - drift;
            squares += deviation * deviation;
            crossed += deviation * before;
            before = deviation;
            rises += history[t] > history[t - 1] ? 1 : 0;
        }
        addInUnits(Math.sqrt(squares / changes));
        add(squares > 0 ? crossed / squares : 0);
        add((double) rises / changes);
        addInUnits(meanAbsoluteChange(Math.min(6, changes)));
    }

    private void addSize() {
        addInUnits(last);
        addInUnits(last - Arrays.stream(history).max().orElseThrow());
        addInUnits(last - Arrays.stream(history).min().orElseThrow());
        addInUnits(growth(changes));
        addInUnits(growth(3));
    }

    private void addInUnits(double figure) {
        add(figure / unit);
    }

    private void add(double figure) {
        figures[filled++] = figure;
    }

    /** Over the last {@code years}. */
    private double change(int years) {
        return last - history[changes - years];
    }

    private double meanAbsoluteChange(int years) {
        double sum = 0;
        for (int t = changes - years + 1; t <= changes; t++) {
            sum += Math.abs(history[t] - history[t - 1]);
        }
        return sum / years;
    }

    /** Of the least-squares line through the last {@code count} values. */
    private double slope(int count) {
        double crossed = 0;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            double place = i - (count - 1) / 2.0;
            crossed += place * history[history.length - count + i];
            squares += place * place;
        }
        return crossed / squares;
    }

    /** Where that line ends. */
    private double lineEnd(int count) {
        double sum = 0;
        for (int t = history.length - count; t < history.length; t++) {
            sum += history[t];
        }
        return sum / count + slope(count) * (count - 1) / 2;
    }

    /** The exponentially smoothed level. */
    private double level(double weight) {
        double level = history[0];
        for (double value : history) {
            level += weight * (value - level);
        }
        return level;
    }

    /** The exponentially smoothed change. */
    private double trend(double weight) {
        double smoothed = history[1] - history[0];
        for (int t = 2; t <= changes; t++) {
            smoothed += weight * (history[t] - history[t - 1] - smoothed);
        }
        return smoothed;
    }

    /** What the mean growth of the last {@code years} adds in the next; mean change where a value is not above zero. */
    private double growth(int years) {
        if (!History.isPositive(history)) {
            return change(years) / years;
        }
        return last * Math.expm1(Math.log(last / history[changes - years]) / years);
    }
}
