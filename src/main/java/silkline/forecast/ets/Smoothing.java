package silkline.forecast.ets;

import java.util.Arrays;
import silkline.forecast.search.Objective;

/**
 * The likelihood of one {@link Form} on one series and its exact gradient (one pass forwards, one backwards). Minus
 * twice the log-likelihood up to a constant is {@code n log(sum of squared errors)}, plus {@code 2 sum log|mu|} where
 * errors are relative to the one-step mean {@code mu}. Hyndman et al. 2008, chapters 2 and 5.
 *
 * <p>With {@code q = l + phi b}, season {@code s} and {@code e = y - mu}: additive or no season {@code mu = q + s, l' =
 * q + alpha e, b' = phi b + beta e, s' = s + gamma e}; multiplicative season {@code mu = q s, l' = q + alpha e / s, b' =
 * phi b + beta e / s, s' = s + gamma e / q}. Serves one thread.
 */
final class Smoothing implements Objective {
    /**
     * The search minimises minus twice the log-likelihood plus this times {@code beta / alpha}: a slope that follows
     * every error does badly out of sample. Chosen on the odd-numbered series of the M3 competition.
     */
    private static final double TREND_PENALTY = 6;

    private final double[] y;
    private final int period;
    private final Form form;
    private final Parameters at;
    private final double least;
    private final double[] base;
    private final double[] slope;
    private final double[] seasonal;
    private final double[] error;
    private final double[] mean;
    private final double[] bySeason;
    private final double[] byWeights = new double[4];
    private double squares;
    private double lastLevel;
    private double lastSlope;

    /** @param y the series, of size about one */
    Smoothing(double[] y, int period, Form form, Parameters parameters) {
        this.y = y;
        this.period = period;
        this.form = form;
        at = parameters;
        least = y.length * 1e-22;
        base = new double[y.length];
        slope = new double[y.length];
        seasonal = new double[y.length];
        error = new double[y.length];
        mean = new double[y.length];
        bySeason = new double[period];
    }

    @Override
    public double value(double[] x) {
        return likelihood(x) + TREND_PENALTY * at.beta / at.alpha;
    }

    @Override
    public void gradient(double[] x, double value, double[] gradient) {
        backwards(gradient);
        if (form.hasTrend()) {
            double share = at.beta / at.alpha;
            gradient[1] += TREND_PENALTY * share * (1 - share);
        }
    }

    /** Minus twice the log-likelihood up to a constant, leaving the final states behind. */
    double likelihood(double[] x) {
        at.decode(x);
        return likelihood();
    }

    /** The same at the weights and starting states that the parameters hold; their seasonal states move on. */
    double likelihood() {
        if (form.hasFactors()) {
            forwardsByFactors();
        } else {
            forwards();
        }
        return form.multiplicativeError() ? relative() : absolute();
    }

    private double absolute() {
        double sum = 0;
        for (int t = 0; t < y.length; t++) {
            sum += error[t] * error[t];
        }
        squares = Math.max(sum, least);
        return Double.isNaN(mean[y.length - 1]) ? Double.POSITIVE_INFINITY : y.length * Math.log(squares);
    }

    private double relative() {
        double sum = 0;
        double logs = 0;
        double product = 1;
        for (int t = 0; t < y.length; t++) {
            if (!(mean[t] > 1e-8)) {
                return Double.POSITIVE_INFINITY;
            }
            double ratio = error[t] / mean[t];
            sum += ratio * ratio;
            product *= mean[t];
            if (product < 1e-100 || product > 1e100) {
                logs += Math.log(product);
                product = 1;
            }
        }
        squares = Math.max(sum, least);
        return y.length * Math.log(squares) + 2 * (logs + Math.log(product));
    }

    private void forwards() {
        double[] season = at.season;
        double alpha = at.alpha;
        double beta = at.beta;
        double gamma = at.gamma;
        double phi = at.phi;
        double l = at.level;
        double b = at.slope;
        int place = 0;
        for (int t = 0; t < y.length; t++) {
            double growth = phi * b;
            double q = l + growth;
            double s = season[place];
            double mu = q + s;
            double e = y[t] - mu;
            base[t] = q;
            slope[t] = b;
            seasonal[t] = s;
            error[t] = e;
            mean[t] = mu;
            l = q + alpha * e;
            b = growth + beta * e;
            season[place] = s + gamma * e;
            place = place + 1 == period ? 0 : place + 1;
        }
        lastLevel = l;
        lastSlope = b;
    }

    private void forwardsByFactors() {
        double[] season = at.season;
        double alpha = at.alpha;
        double beta = at.beta;
        double gamma = at.gamma;
        double phi = at.phi;
        double l = at.level;
        double b = at.slope;
        int place = 0;
        for (int t = 0; t < y.length; t++) {
            double growth = phi * b;
            double q = l + growth;
            double s = season[place];
            double e = y[t] - q * s;
            base[t] = q;
            slope[t] = b;
            seasonal[t] = s;
            error[t] = e;
            mean[t] = s > Parameters.SMALLEST_SEASON ? q * s : Double.NaN;
            double u = e / s;
            l = q + alpha * u;
            b = growth + beta * u;
            season[place] = s + gamma * e / q;
            place = place + 1 == period ? 0 : place + 1;
        }
        lastLevel = l;
        lastSlope = b;
    }

    /** The derivatives by everything that {@link #likelihood} used, from the last observation to the first. */
    private void backwards(double[] gradient) {
        double alpha = at.alpha;
        double beta = at.beta;
        double gamma = at.gamma;
        double phi = at.phi;
        double byAlpha = 0;
        double byBeta = 0;
        double byGamma = 0;
        double byPhi = 0;
        double byLevel = 0;
        double bySlope = 0;
        Arrays.fill(bySeason, 0);
        double factor = squares > least ? 2 * y.length / squares : 0;
        int place = (y.length - 1) % period;
        for (int t = y.length - 1; t >= 0; t--) {
            double e = error[t];
            double mu = mean[t];
            double later = bySeason[place];
            double byMean = form.multiplicativeError() ? -factor * (e / mu) * y[t] / (mu * mu) + 2 / mu : -factor * e;
            double byBase;
            if (form.hasFactors()) {
                double q = base[t];
                double s = seasonal[t];
                double unit = e / s;
                double ratio = e / q;
                double byUnit = alpha * byLevel + beta * bySlope;
                double byRatio = gamma * later;
                byAlpha += byLevel * unit;
                byBeta += bySlope * unit;
                byGamma += later * ratio;
                byMean -= byUnit / s + byRatio / q;
                byBase = byLevel - byRatio * ratio / q + byMean * s;
                bySeason[place] = later - byUnit * unit / s + byMean * q;
            } else {
                byAlpha += byLevel * e;
                byBeta += bySlope * e;
                byGamma += later * e;
                byMean -= alpha * byLevel + beta * bySlope + gamma * later;
                byBase = byLevel + byMean;
                bySeason[place] = later + byMean;
            }
            double byGrowth = bySlope + byBase;
            byPhi += byGrowth * slope[t];
            bySlope = phi * byGrowth;
            byLevel = byBase;
            place = place == 0 ? period - 1 : place - 1;
        }
        byWeights[0] = byAlpha;
        byWeights[1] = byBeta;
        byWeights[2] = byGamma;
        byWeights[3] = byPhi;
        at.chain(byWeights, byLevel, bySlope, bySeason, gradient);
    }

    /** Continues from the states that {@link #likelihood} left behind. */
    Outlook outlook() {
        double variance = squares / Math.max(1, y.length - form.parameters(period));
        return new Outlook(form, period, at, lastLevel, lastSlope, y.length, variance);
    }
}
