package silkline.forecast.ces;

import java.util.Arrays;
import silkline.forecast.Seasonality;
import silkline.forecast.search.NelderMead;

/**
 * One kind of complex exponential smoothing fitted to one series: {@code l' = l - (1 - a1) c + (a0 - a1) e, c' = l + (1 -
 * a0) c + (a0 + a1) e}, the same at the lag of a year for a seasonal pair. Starting states by running over the series
 * forwards, backwards and forwards again. Serves one thread.
 */
final class ComplexSmoothing {
    private static final double LOWEST = 0.01;
    private static final double HIGHEST_REAL = 1.8;
    private static final double HIGHEST_IMAGINARY = 1.9;
    private static final int EVALUATIONS = 400;
    private static final double TOLERANCE = 1e-3;
    private static final double SIMPLEX = 0.1;
    /** Level over potential at the start. */
    private static final double START_RATIO = 1.1;

    /** Where the season is. */
    enum Season {
        /** Nowhere. */
        NONE(2),
        /** The pair itself is that of the same place a year before. */
        SIMPLE(2),
        /** A plain pair and a seasonal state with a weight of its own. */
        PARTIAL(3),
        /** A plain pair and a seasonal pair. */
        FULL(4);

        private final int weights;

        Season(int weights) {
            this.weights = weights;
        }

        private int states(int period) {
            return switch (this) {
                case NONE -> 2;
                case SIMPLE -> 2 * period;
                case PARTIAL -> 2 + period;
                case FULL -> 2 + 2 * period;
            };
        }
    }

    private final double[] y;
    private final int period;
    private final Season kind;
    private final double[] weights;
    private final double[] level;
    private final double[] potential;
    private final double[] season;
    private final double[] seasonPotential;
    private final double[] startLevel;
    private final double[] startSeason;
    private double squares;
    private double criterion = Double.POSITIVE_INFINITY;

    private ComplexSmoothing(double[] y, int season, Season kind) {
        this.y = y;
        this.kind = kind;
        period = kind == Season.NONE ? 1 : season;
        weights = new double[kind.weights];
        int lags = kind == Season.SIMPLE ? period : 1;
        level = new double[lags];
        potential = new double[lags];
        this.season = new double[period];
        seasonPotential = new double[period];
        startLevel = kind == Season.SIMPLE ? Arrays.copyOf(y, period) : new double[] {firstMean()};
        startSeason = weights.length > 2 ? Seasonality.differences(y, period) : new double[period];
    }

    /** The kind with its best weights. */
    static ComplexSmoothing fit(double[] y, int season, Season kind) {
        ComplexSmoothing fitted = new ComplexSmoothing(y, season, kind);
        double[] x = {1.3, 1, kind == Season.PARTIAL ? 0.1 : 1.3, 1};
        double[] low = {LOWEST, LOWEST, LOWEST, LOWEST};
        double[] high = {HIGHEST_REAL, HIGHEST_IMAGINARY, kind == Season.PARTIAL ? 1 : HIGHEST_REAL, HIGHEST_IMAGINARY};
        NelderMead search = new NelderMead(kind.weights, EVALUATIONS, TOLERANCE);
        double value = search.minimise(fitted::likelihood, x, low, high, SIMPLEX);
        System.arraycopy(x, 0, fitted.weights, 0, kind.weights);
        int k = kind.states(fitted.period) + kind.weights + 1;
        double spare = y.length - k - 1;
        if (spare > 0) {
            fitted.criterion = value + 2 * k + 2.0 * k * (k + 1) / spare;
        }
        return fitted;
    }

    /** AICc up to a constant of the series; infinite where there are too few observations to tell. */
    double criterion() {
        return criterion;
    }

    private double firstMean() {
        int first = Math.min(y.length, Math.max(10, period));
        double sum = 0;
        for (int t = 0; t < first; t++) {
            sum += y[t];
        }
        return sum / first;
    }

    private double likelihood(double[] x) {
        for (int i = 0; i < level.length; i++) {
            level[i] = startLevel[i];
            potential[i] = startLevel[i] / START_RATIO;
        }
        for (int i = 0; i < period; i++) {
            season[i] = startSeason[i];
            seasonPotential[i] = startSeason[i] / START_RATIO;
        }
        run(x, 0, y.length, 1);
        run(x, y.length - 1, -1, -1);
        squares = run(x, 0, y.length, 1);
        return y.length * Math.log(Math.max(squares, Double.MIN_NORMAL));
    }

    private double run(double[] x, int from, int to, int step) {
        double sum = 0;
        for (int t = from; t != to; t += step) {
            double e = y[t] - ahead(t);
            sum += e * e;
            move(x, t, e);
        }
        return sum;
    }

    private double ahead(int t) {
        return level[t % level.length] + season[t % period];
    }

    private void move(double[] x, int t, double e) {
        int slot = t % level.length;
        double l = level[slot];
        double c = potential[slot];
        level[slot] = l - (1 - x[1]) * c + (x[0] - x[1]) * e;
        potential[slot] = l + (1 - x[0]) * c + (x[0] + x[1]) * e;
        int place = t % period;
        if (kind == Season.PARTIAL) {
            season[place] += x[2] * e;
        } else if (kind == Season.FULL) {
            double s = season[place];
            double p = seasonPotential[place];
            season[place] = s - (1 - x[3]) * p + (x[2] - x[3]) * e;
            seasonPotential[place] = s + (1 - x[2]) * p + (x[2] + x[3]) * e;
        }
    }

    double[] means(int horizon) {
        likelihood(weights);
        return continued(horizon);
    }

    /** From the responses to one error, which the same recursion gives when every state is zero before it. */
    double[] standardErrors(int horizon) {
        likelihood(weights);
        double sigma = Math.sqrt(squares / Math.max(1, y.length - kind.weights - 2));
        Arrays.fill(level, 0);
        Arrays.fill(potential, 0);
        Arrays.fill(season, 0);
        Arrays.fill(seasonPotential, 0);
        move(weights, y.length - 1, 1);
        double[] responses = continued(horizon);
        double[] errors = new double[horizon];
        double sum = 1;
        for (int h = 0; h < horizon; h++) {
            errors[h] = sigma * Math.sqrt(sum);
            sum += responses[h] * responses[h];
        }
        return errors;
    }

    private double[] continued(int horizon) {
        double[] forecast = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            forecast[h] = ahead(y.length + h);
            move(weights, y.length + h, 0);
        }
        return forecast;
    }
}
