package silkline.forecast;

import java.util.Arrays;

/**
 * The last observation, for ever: {@code y_T}. Standard error {@code sigma * sqrt(h)}, where {@code sigma^2} is the
 * mean square of the {@code T - 1} changes. Hyndman and Athanasopoulos 2021, sections 5.2 and 5.5.
 */
public record Naive() implements MomentForecaster {
    @Override
    public String name() {
        return "naive";
    }

    /** Two: one change to learn the error from. */
    @Override
    public int minimumLength(int season) {
        return 2;
    }

    @Override
    public Moments moments(double[] history, int season, int horizon) {
        History.require(this, history, season, horizon);
        double sigma = Differences.rootMeanSquare(history, 1);
        double[] mean = new double[horizon];
        double[] standardError = new double[horizon];
        Arrays.fill(mean, history[history.length - 1]);
        for (int step = 1; step <= horizon; step++) {
            standardError[step - 1] = sigma * Math.sqrt(step);
        }
        return new Moments(mean, standardError);
    }
}
