package silkline.forecast.ces;

import silkline.forecast.History;
import silkline.forecast.Magnitude;
import silkline.forecast.MomentForecaster;
import silkline.forecast.Moments;

/**
 * Complex exponential smoothing: level and information potential together, so that no trend has to be chosen. Its season
 * (none, simple, partial, full) is chosen by AICc. Svetunkov, Kourentzes and Ord 2022.
 */
public record Ces() implements MomentForecaster {
    @Override
    public String name() {
        return "ces";
    }

    /** Seven: two weights, two states, variance, and something left to compare by AICc. */
    @Override
    public int minimumLength(int season) {
        return 7;
    }

    @Override
    public Moments moments(double[] history, int season, int horizon) {
        History.require(this, history, season, horizon);
        if (History.isConstant(history)) {
            return Moments.constant(history[0], horizon);
        }
        Magnitude magnitude = Magnitude.of(history);
        double[] y = magnitude.reduced(history);
        ComplexSmoothing best = ComplexSmoothing.fit(y, season, ComplexSmoothing.Season.NONE);
        if (season > 1 && y.length > 2 * season) {
            for (ComplexSmoothing.Season kind : ComplexSmoothing.Season.values()) {
                ComplexSmoothing next = ComplexSmoothing.fit(y, season, kind);
                best = next.criterion() < best.criterion() ? next : best;
            }
        }
        double[] mean = best.means(horizon);
        return magnitude.restored(mean, best.standardErrors(horizon));
    }
}
