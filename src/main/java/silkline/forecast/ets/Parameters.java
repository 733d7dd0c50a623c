package silkline.forecast.ets;

import java.util.Arrays;

/**
 * Weights and starting states of a {@link Form} as free numbers, and back. Weights are in units of their logit: {@code 0
 * < beta < alpha < 1}, {@code 0 < gamma < 1 - alpha}, {@code 0.8 < phi < 0.98}. Starting states are in units of the noise
 * of the series; the last seasonal state follows from the others, which sum to 0 or to the period.
 */
final class Parameters {
    private static final double LOW = 1e-4;
    private static final double WIDTH = 0.9999 - LOW;
    private static final double DAMPED_LOW = 0.8;
    private static final double DAMPED_WIDTH = 0.18;
    /** A season below this makes a ratio of almost nothing; such parameters are refused. */
    static final double SMALLEST_SEASON = 0.005;

    private final Form form;
    private final int period;
    private final double noise;
    private final double seasonalUnit;

    final double[] season;
    double alpha;
    double beta;
    double gamma;
    double phi = 1;
    double level;
    double slope;

    Parameters(Form form, int period, Start start) {
        this.form = form;
        this.period = period;
        noise = start.noise;
        seasonalUnit = form.hasFactors() ? noise / Math.max(Math.abs(start.mean), 1e-3) : noise;
        season = new double[period];
    }

    /** The free numbers to start from. */
    double[] free(Start start, double a, double b, double c, double damping) {
        double[] x = new double[form.parameters(period)];
        int i = 0;
        x[i++] = logit((a - LOW) / WIDTH);
        if (form.hasTrend()) {
            x[i++] = logit(b / a);
        }
        if (form.isSeasonal()) {
            x[i++] = logit(c / (1 - a));
        }
        if (form.isDamped()) {
            x[i++] = logit((damping - DAMPED_LOW) / DAMPED_WIDTH);
        }
        x[i++] = (form.hasTrend() ? start.level : start.mean) / noise;
        if (form.hasTrend()) {
            x[i++] = start.growth / noise;
        }
        for (int place = 0; form.isSeasonal() && place < period - 1; place++) {
            x[i++] = (start.seasonal[place] - (form.hasFactors() ? 1 : 0)) / seasonalUnit;
        }
        return x;
    }

    /** Sets the weights and starting states that {@code x} stands for. */
    void decode(double[] x) {
        int i = 0;
        alpha = LOW + WIDTH * logistic(x[i++]);
        beta = form.hasTrend() ? alpha * logistic(x[i++]) : 0;
        gamma = form.isSeasonal() ? (1 - alpha) * logistic(x[i++]) : 0;
        phi = form.isDamped() ? DAMPED_LOW + DAMPED_WIDTH * logistic(x[i++]) : 1;
        level = x[i++] * noise;
        slope = form.hasTrend() ? x[i++] * noise : 0;
        if (!form.isSeasonal()) {
            Arrays.fill(season, 0);
            return;
        }
        double centre = form.hasFactors() ? 1 : 0;
        double sum = 0;
        for (int place = 0; place < period - 1; place++) {
            double deviation = x[i++] * seasonalUnit;
            season[place] = centre + deviation;
            sum += deviation;
        }
        season[period - 1] = centre - sum;
    }

    /** Turns derivatives by weights and states into derivatives by the free numbers. */
    void chain(double[] byWeights, double byLevel, double bySlope, double[] bySeason, double[] gradient) {
        int i = 0;
        double share = (alpha - LOW) / WIDTH;
        double byAlpha = byWeights[0] + byWeights[1] * beta / alpha - byWeights[2] * gamma / (1 - alpha);
        gradient[i++] = byAlpha * WIDTH * share * (1 - share);
        if (form.hasTrend()) {
            gradient[i++] = byWeights[1] * beta * (1 - beta / alpha);
        }
        if (form.isSeasonal()) {
            gradient[i++] = byWeights[2] * gamma * (1 - gamma / (1 - alpha));
        }
        if (form.isDamped()) {
            double damped = (phi - DAMPED_LOW) / DAMPED_WIDTH;
            gradient[i++] = byWeights[3] * DAMPED_WIDTH * damped * (1 - damped);
        }
        gradient[i++] = byLevel * noise;
        if (form.hasTrend()) {
            gradient[i++] = bySlope * noise;
        }
        for (int place = 0; form.isSeasonal() && place < period - 1; place++) {
            gradient[i++] = (bySeason[place] - bySeason[period - 1]) * seasonalUnit;
        }
    }

    private static double logit(double share) {
        double inside = Math.min(Math.max(share, 1e-4), 1 - 1e-4);
        return Math.log(inside / (1 - inside));
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
