package silkline.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rolling-origin evaluation of one model on one series: refitted at each of the last origins on everything before it
 * (expanding window), compared with what came. Tashman 2000.
 *
 * <p>Training needs at least {@code max(2 * season + 1, 4)} observations and the model's minimum. Every origin is
 * scored on the same steps: the horizon, or as many as the shortest training leaves. No rows where that leaves nothing.
 * A missing value (NaN) inside the history is filled for training from what comes before the origin, and never scored.
 */
public record Backtest(String model, List<Row> rows, Accuracy accuracy) {
    /** The most origins evaluated unless said otherwise. */
    public static final int DEFAULT_ORIGINS = 8;
    /** Coverage that the intervals of the rows promise, as a ratio. */
    public static final double LEVEL = 0.95;

    /** Copies the rows. */
    public Backtest {
        rows = List.copyOf(rows);
    }

    /** Evaluates at the last {@link #DEFAULT_ORIGINS} origins, or as many as the length allows. */
    public static Backtest of(Forecaster model, double[] history, int season, int horizon) {
        return of(model, history, season, horizon, DEFAULT_ORIGINS);
    }

    /** Evaluates at the last {@code origins} origins, or as many as the length allows. */
    public static Backtest of(Forecaster model, double[] history, int season, int horizon, int origins) {
        if (season < 1 || horizon < 1 || origins < 1) {
            throw new IllegalArgumentException(
                    "season %d, horizon %d and origins %d must be at least 1".formatted(season, horizon, origins));
        }
        int shortest = Math.max(2 * season + 1, 4);
        int steps = Math.min(horizon, history.length - shortest);
        List<Row> rows = new ArrayList<>();
        if (steps >= 1) {
            int last = history.length - steps;
            int first = Math.max(Math.max(shortest, model.minimumLength(season)), last - origins + 1);
            for (int origin = first; origin <= last; origin++) {
                if (!Double.isNaN(history[origin - 1])) {
                    addRows(rows, model, history, season, origin, steps);
                }
            }
        }
        return new Backtest(model.name(), rows, Accuracy.of(rows));
    }

    private static void addRows(List<Row> rows, Forecaster model, double[] history, int season, int origin, int steps) {
        double[] training = Interpolation.filled(Arrays.copyOf(history, origin), season);
        Forecast forecast = model.forecast(training, season, steps, new double[] {LEVEL});
        double scale = Differences.meanAbsolute(training, origin, season);
        for (int step = 1; step <= steps; step++) {
            double actual = history[origin + step - 1];
            if (!Double.isNaN(actual)) {
                rows.add(new Row(
                        origin,
                        step,
                        actual,
                        forecast.mean(step),
                        forecast.lower(0, step),
                        forecast.upper(0, step),
                        SeasonalNaive.repeated(training, origin, season, step),
                        scale));
            }
        }
    }

    /**
     * One forecast and what came, in the unit of the series.
     *
     * @param origin number of observations trained on; also the position, counted from 0, of step 1
     * @param step periods ahead, counted from 1
     * @param lower bound of the interval with coverage {@link #LEVEL}
     * @param benchmark forecast of {@link SeasonalNaive} (annual: {@link Naive}) at the same origin and step
     * @param scale mean absolute change over a year within the training part alone; 0 where that is constant
     */
    public record Row(
            int origin,
            int step,
            double actual,
            double forecast,
            double lower,
            double upper,
            double benchmark,
            double scale) {
        /** Actual less forecast. */
        public double error() {
            return actual - forecast;
        }

        /** Whether the actual value lies within the interval, bounds included. */
        public boolean isCovered() {
            return lower <= actual && actual <= upper;
        }
    }
}
