package silkline.forecast.benchmark;

import silkline.forecast.Forecast;
import silkline.forecast.Forecaster;
import silkline.forecast.reconcile.InTime;

/** Reconciled in time as if the training part ended with a year, since collections do not say where in it they do. */
record YearEnd(Forecaster model) implements Forecaster {
    private static final int LONGEST_YEAR = 12;

    @Override
    public String name() {
        return new InTime(model, 0).name();
    }

    @Override
    public int minimumLength(int season) {
        return model.minimumLength(season);
    }

    @Override
    public Forecast forecast(double[] history, int season, int horizon, double[] levels) {
        return season > LONGEST_YEAR
                ? model.forecast(history, season, horizon, levels)
                : new InTime(model, Math.floorMod(-history.length, season)).forecast(history, season, horizon, levels);
    }
}
