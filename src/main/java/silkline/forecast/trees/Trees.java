package silkline.forecast.trees;

import silkline.forecast.Drift;
import silkline.forecast.History;
import silkline.forecast.MomentForecaster;
import silkline.forecast.Moments;
import silkline.forecast.Seasonality;

/**
 * What came after similar stretches of other series: boosted regression trees (Friedman 2001), learnt once on annual series
 * of a competition, say from {@link Traits} how far a series moves in each of the next years. They see the series without
 * {@link Seasonality}; what was learnt of years is taken for other periods too, but the combination asks for years alone.
 * Never farther than two standard errors from {@link Drift}, whose standard errors are taken over. How the trees were
 * learnt is told in {@code trees.md} beside them.
 */
public record Trees() implements MomentForecaster {
    /** The farthest step ahead that was learnt; the pace until there holds on. */
    static final int LONGEST = 6;

    private static final double MOST_ERRORS_FROM_DRIFT = 2;

    @Override
    public String name() {
        return "trees";
    }

    /** Six: five changes to look back on. */
    @Override
    public int minimumLength(int season) {
        return Traits.SHORTEST;
    }

    @Override
    public Moments moments(double[] history, int season, int horizon) {
        History.require(this, history, season, horizon);
        Seasonality seasonality = Seasonality.of(history, season);
        double[] adjusted = seasonality.removedFrom(history);
        if (History.isConstant(adjusted)) {
            return around(Moments.constant(adjusted[0], horizon), seasonality, history.length);
        }
        Moments drift = new Drift().moments(adjusted, 1, horizon);
        Traits traits = Traits.of(adjusted);
        double[] mean = new double[horizon];
        double[] standardError = new double[horizon];
        double pace = 0;
        for (int step = 1; step <= horizon; step++) {
            if (step <= LONGEST) {
                pace = Forest.learnt().sum(traits.at(step)) * traits.unit() / step;
            }
            double most = MOST_ERRORS_FROM_DRIFT * drift.standardError(step);
            double free = traits.last() + step * pace;
            mean[step - 1] = Math.max(drift.mean(step) - most, Math.min(drift.mean(step) + most, free));
            standardError[step - 1] = drift.standardError(step);
        }
        return around(new Moments(mean, standardError), seasonality, history.length);
    }

    private static Moments around(Moments adjusted, Seasonality seasonality, int length) {
        int horizon = adjusted.horizon();
        double[] mean = new double[horizon];
        double[] standardError = new double[horizon];
        for (int step = 1; step <= horizon; step++) {
            int t = length - 1 + step;
            mean[step - 1] = seasonality.restored(adjusted.mean(step), t);
            standardError[step - 1] = adjusted.standardError(step) * seasonality.scale(t);
        }
        return new Moments(mean, standardError);
    }
}
