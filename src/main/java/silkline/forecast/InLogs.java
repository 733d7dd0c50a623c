package silkline.forecast;

/**
 * A model applied to the logarithms of a series above zero, and as it is to any other. The point forecast is the median,
 * {@code exp(mean)}; the standard error is that of the logarithm times the point.
 */
public record InLogs(MomentForecaster model) implements MomentForecaster {
    /** No forecast above the largest observation times {@code exp} of this; growth compounds. */
    private static final double HIGHEST = 3;
    /**
     * Added to the logarithms of the series in units of its own size. Seasonal factors and complex smoothing are not
     * indifferent to where zero is; far from it, logarithms behave as additive data.
     */
    private static final double SHIFT = 8;

    @Override
    public String name() {
        return "log-" + model.name();
    }

    @Override
    public int minimumLength(int season) {
        return model.minimumLength(season);
    }

    @Override
    public Moments moments(double[] history, int season, int horizon) {
        if (!History.isPositive(history)) {
            return model.moments(history, season, horizon);
        }
        History.require(this, history, season, horizon);
        double[] logs = new double[history.length];
        double largest = Double.NEGATIVE_INFINITY;
        // Logarithms of ratios, so that a change of unit changes nothing.
        double unit = Math.scalb(1.0, Magnitude.of(history).exponent());
        for (int t = 0; t < logs.length; t++) {
            logs[t] = Math.log(history[t] / unit) + SHIFT;
            largest = Math.max(largest, logs[t]);
        }
        Moments moments = model.moments(logs, season, horizon);
        double[] mean = new double[horizon];
        double[] standardError = new double[horizon];
        for (int step = 1; step <= horizon; step++) {
            mean[step - 1] = unit * Math.exp(Math.min(moments.mean(step), largest + HIGHEST) - SHIFT);
            standardError[step - 1] = mean[step - 1] * moments.standardError(step);
        }
        return new Moments(mean, standardError);
    }
}
