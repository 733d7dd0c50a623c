package silkline.forecast;

/**
 * The line through the first and the last observation: {@code y_T + h * b} with {@code b = (y_T - y_1) / (T - 1)}.
 * Standard error {@code sigma * sqrt(h * (1 + h / (T - 1)))}, where {@code sigma^2} is the sum of squares of the {@code
 * T - 1} changes less {@code b}, divided by {@code T - 2}. Hyndman and Athanasopoulos 2021, sections 5.2 and 5.5.
 */
public record Drift() implements MomentForecaster {
    @Override
    public String name() {
        return "drift";
    }

    /** Three: two changes, one of which is spent on the drift. */
    @Override
    public int minimumLength(int season) {
        return 3;
    }

    @Override
    public Moments moments(double[] history, int season, int horizon) {
        History.require(this, history, season, horizon);
        int changes = history.length - 1;
        double last = history[changes];
        double drift = (last - history[0]) / changes;
        double sigma = deviation(history, drift);
        double[] mean = new double[horizon];
        double[] standardError = new double[horizon];
        for (int step = 1; step <= horizon; step++) {
            mean[step - 1] = last + step * drift;
            standardError[step - 1] = sigma * Math.sqrt(step * (1 + (double) step / changes));
        }
        return new Moments(mean, standardError);
    }

    /** Standard deviation of the changes around {@code drift}, one degree of freedom spent on it. */
    private static double deviation(double[] history, double drift) {
        double sum = 0;
        for (int t = 1; t < history.length; t++) {
            double error = history[t] - history[t - 1] - drift;
            sum += error * error;
        }
        return Math.sqrt(sum / (history.length - 2));
    }
}
