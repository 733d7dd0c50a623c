package silkline.forecast.theta;

import silkline.forecast.History;
import silkline.forecast.MomentForecaster;
import silkline.forecast.Moments;
import silkline.forecast.Seasonality;

/**
 * The optimised Theta model: simple exponential smoothing plus a line whose share is fitted, after the removal of {@link
 * Seasonality} with shrunk factors. Fiorucci, Pellegrini, Louzada, Petropoulos and Koehler 2016.
 *
 * <p>One step ahead {@code l_t + w (A_t (1-a)^t + B_t (1 - (1-a)^(t+1)) / a)} with {@code l_t = a y_t + (1-a) l_(t-1)}
 * and {@code w = 1 - 1/theta} within 0 and 1. Least squares of the one-step errors from the fourth observation on.
 * Standard error {@code sigma * sqrt(1 + (h - 1) a^2)}, {@code sigma^2} the sum of squares divided by {@code T - 4}.
 */
public record OptimisedTheta(Line line) implements MomentForecaster {
    /** The line {@code A_t + B_t t}. */
    public enum Line {
        /** The least-squares line through the whole history. */
        FIXED("optimised-theta"),
        /** The least-squares line through the first {@code t} observations, learnt point by point. */
        DYNAMIC("dynamic-theta");

        private final String code;

        Line(String code) {
            this.code = code;
        }
    }

    @Override
    public String name() {
        return line.code;
    }

    /** Six: four fitted numbers (weight, level, share, line) and errors from the fourth observation on. */
    @Override
    public int minimumLength(int season) {
        return 6;
    }

    @Override
    public Moments moments(double[] history, int season, int horizon) {
        History.require(this, history, season, horizon);
        Seasonality seasonality = Seasonality.of(history, season).shrunk(history);
        ThetaFit fit = new ThetaFit(seasonality.removedFrom(history), line == Line.DYNAMIC);
        double sigma = Math.sqrt(fit.squaredError() / (history.length - 4));
        double[] mean = fit.continued(horizon);
        double[] standardError = new double[horizon];
        for (int step = 1; step <= horizon; step++) {
            int t = history.length - 1 + step;
            double growth = 1 + (step - 1) * fit.alpha() * fit.alpha();
            mean[step - 1] = seasonality.restored(mean[step - 1], t);
            standardError[step - 1] = sigma * Math.sqrt(growth) * seasonality.scale(t);
        }
        return new Moments(mean, standardError);
    }
}
