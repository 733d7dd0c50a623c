package silkline.forecast;

import silkline.forecast.search.LinearSystem;

/**
 * A model without season applied to a series from which three waves a year are taken before and put back after: for years
 * of so many periods that the places of the year cannot each be learnt. The waves are fitted by least squares to the
 * distance from the centred mean of a year, and drawn towards zero the more, the less certain they are.
 */
public record Harmonic(MomentForecaster model) implements MomentForecaster {
    private static final int WAVES = 3;
    private static final int TERMS = 2 * WAVES;
    /** Distances of neighbouring periods are alike: as much is learnt from eight as from one of their own. */
    private static final int ALIKE = 8;

    private static final int FEWEST = 5;
    private static final int WEEKS = 52;
    private static final double WEEKS_OF_A_YEAR = 365.25 / 7;

    @Override
    public String name() {
        return "harmonic-" + model.name();
    }

    @Override
    public int minimumLength(int season) {
        return model.minimumLength(1);
    }

    @Override
    public Moments moments(double[] history, int season, int horizon) {
        History.require(this, history, season, horizon);
        if (history.length < 2 * season) {
            return model.moments(history, 1, horizon);
        }
        double[] waves = waves(history, season, horizon);
        double[] adjusted = new double[history.length];
        for (int t = 0; t < history.length; t++) {
            adjusted[t] = history[t] - waves[t];
        }
        Moments moments = model.moments(adjusted, 1, horizon);
        double[] mean = new double[horizon];
        double[] standardError = new double[horizon];
        for (int step = 1; step <= horizon; step++) {
            mean[step - 1] = moments.mean(step) + waves[history.length + step - 1];
            standardError[step - 1] = moments.standardError(step);
        }
        return new Moments(mean, standardError);
    }

    /** The seasonal part of history and horizon. */
    private static double[] waves(double[] history, int season, int horizon) {
        double year = season == WEEKS ? WEEKS_OF_A_YEAR : season;
        int half = season / 2;
        double[] trend = Seasonality.centredMean(history, season);
        double[][] products = new double[TERMS][TERMS];
        double[] crossed = new double[TERMS];
        for (int t = half; t < history.length - half; t++) {
            double[] terms = terms(t, year);
            for (int i = 0; i < TERMS; i++) {
                for (int j = 0; j < TERMS; j++) {
                    products[i][j] += terms[i] * terms[j];
                }
                crossed[i] += terms[i] * (history[t] - trend[t]);
            }
        }
        double[] weights = LinearSystem.solve(products, crossed);
        double[] waves = new double[history.length + horizon];
        for (int t = 0; t < waves.length; t++) {
            double[] terms = terms(t, year);
            for (int i = 0; i < TERMS; i++) {
                waves[t] += weights[i] * terms[i];
            }
        }
        double kept = kept(history, trend, waves, half);
        for (int t = 0; t < waves.length; t++) {
            waves[t] *= kept;
        }
        return waves;
    }

    /** The share of the waves that is more than noise: {@code 1 - 1 / F}, at least 0. */
    private static double kept(double[] history, double[] trend, double[] waves, int half) {
        double whole = 0;
        double rest = 0;
        for (int t = half; t < history.length - half; t++) {
            double distance = history[t] - trend[t];
            whole += distance * distance;
            rest += (distance - waves[t]) * (distance - waves[t]);
        }
        double free = Math.max(FEWEST, (history.length - 2.0 * half) / ALIKE - TERMS);
        double explained = (whole - rest) / TERMS;
        return explained > 0 ? Math.max(0, 1 - rest / free / explained) : 0;
    }

    private static double[] terms(int t, double year) {
        double[] terms = new double[TERMS];
        for (int wave = 1; wave <= WAVES; wave++) {
            double angle = 2 * Math.PI * wave * t / year;
            terms[2 * wave - 2] = Math.sin(angle);
            terms[2 * wave - 1] = Math.cos(angle);
        }
        return terms;
    }
}
