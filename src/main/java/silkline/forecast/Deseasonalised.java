package silkline.forecast;

/**
 * A model without season applied to a series whose {@link Seasonality}, with shrunk factors, is taken out before and put
 * back after: for years of so many periods that a model cannot learn each of them.
 */
public record Deseasonalised(MomentForecaster model) implements MomentForecaster {
    @Override
    public String name() {
        return "deseasonalised-" + model.name();
    }

    @Override
    public int minimumLength(int season) {
        return model.minimumLength(1);
    }

    @Override
    public Moments moments(double[] history, int season, int horizon) {
        History.require(this, history, season, horizon);
        Seasonality seasonality = Seasonality.of(history, season).shrunk(history);
        Moments moments = model.moments(seasonality.removedFrom(history), 1, horizon);
        double[] mean = new double[horizon];
        double[] standardError = new double[horizon];
        for (int step = 1; step <= horizon; step++) {
            int t = history.length - 1 + step;
            mean[step - 1] = seasonality.restored(moments.mean(step), t);
            standardError[step - 1] = Math.abs(seasonality.scale(t)) * moments.standardError(step);
        }
        return new Moments(mean, standardError);
    }
}
