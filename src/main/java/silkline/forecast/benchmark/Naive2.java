package silkline.forecast.benchmark;

import silkline.forecast.Forecast;
import silkline.forecast.Forecaster;
import silkline.forecast.Moments;
import silkline.forecast.Naive;
import silkline.forecast.Seasonality;

/** The benchmark of the M competitions: the last value after seasonal adjustment, where the season is significant. */
record Naive2() implements Forecaster {
    @Override
    public String name() {
        return "naive2";
    }

    @Override
    public int minimumLength(int season) {
        return new Naive().minimumLength(season);
    }

    @Override
    public Forecast forecast(double[] history, int season, int horizon, double[] levels) {
        Seasonality seasonality = Seasonality.of(history, season);
        Moments naive = new Naive().moments(seasonality.removedFrom(history), 1, horizon);
        double[] mean = new double[horizon];
        double[] standardError = new double[horizon];
        for (int step = 1; step <= horizon; step++) {
            int t = history.length - 1 + step;
            mean[step - 1] = seasonality.restored(naive.mean(step), t);
            standardError[step - 1] = Math.abs(seasonality.scale(t)) * naive.standardError(step);
        }
        return Forecast.normal(mean, standardError, levels);
    }
}
