package silkline.forecast;

/**
 * The last year, repeated: {@code y_(T+h-m(k+1))} with {@code k} the whole years in {@code h - 1} steps and {@code m}
 * the season. Standard error {@code sigma * sqrt(k + 1)}, where {@code sigma^2} is the mean square of the {@code T - m}
 * changes over a year. The same as {@link Naive} for annual series. Hyndman and Athanasopoulos 2021, sections 5.2 and
 * 5.5.
 */
public record SeasonalNaive() implements MomentForecaster {
    @Override
    public String name() {
        return "seasonal-naive";
    }

    /** One year and one observation: one change over a year to learn the error from. */
    @Override
    public int minimumLength(int season) {
        return season + 1;
    }

    @Override
    public Moments moments(double[] history, int season, int horizon) {
        History.require(this, history, season, horizon);
        double sigma = Differences.rootMeanSquare(history, season);
        double[] mean = new double[horizon];
        double[] standardError = new double[horizon];
        for (int step = 1; step <= horizon; step++) {
            mean[step - 1] = repeated(history, history.length, season, step);
            standardError[step - 1] = sigma * Math.sqrt((step - 1) / season + 1);
        }
        return new Moments(mean, standardError);
    }

    /** The forecast {@code step} periods ahead from the first {@code origin} observations of {@code history}. */
    static double repeated(double[] history, int origin, int season, int step) {
        return history[origin - season + (step - 1) % season];
    }
}
