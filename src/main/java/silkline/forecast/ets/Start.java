package silkline.forecast.ets;

import silkline.forecast.Seasonality;

/**
 * Starting states by classical decomposition and a line through the first years of what is left. Hyndman et al. 2008,
 * section 2.6.1. */
final class Start {
    /** Differences that sum to 0, or factors that average 1, by place in the year. */
    final double[] seasonal;
    /** One period before the first observation, on the line. */
    final double level;

    final double growth;
    /** Of the first years. */
    final double mean;
    /** Root mean square of the changes without season. */
    final double noise;

    private Start(double[] seasonal, double level, double growth, double mean, double noise) {
        this.seasonal = seasonal;
        this.level = level;
        this.growth = growth;
        this.mean = mean;
        this.noise = noise;
    }

    static Start of(double[] y, int period, Form.Season season) {
        double[] seasonal = new double[period];
        double[] adjusted = y;
        if (season != Form.Season.NONE) {
            boolean factors = season == Form.Season.MULTIPLICATIVE;
            seasonal = factors ? Seasonality.factors(y, period) : Seasonality.differences(y, period);
            adjusted = new double[y.length];
            for (int t = 0; t < y.length; t++) {
                double state = seasonal[t % period];
                adjusted[t] = factors ? y[t] / state : y[t] - state;
            }
        }
        return through(adjusted, Math.min(y.length, Math.max(10, 2 * period)), seasonal);
    }

    private static Start through(double[] adjusted, int length, double[] seasonal) {
        double centre = (length - 1) / 2.0;
        double sum = 0;
        double crossed = 0;
        double squares = 0;
        for (int t = 0; t < length; t++) {
            sum += adjusted[t];
            crossed += (t - centre) * adjusted[t];
            squares += (t - centre) * (t - centre);
        }
        double mean = sum / length;
        double growth = crossed / squares;
        double changes = 0;
        for (int t = 1; t < adjusted.length; t++) {
            changes += (adjusted[t] - adjusted[t - 1]) * (adjusted[t] - adjusted[t - 1]);
        }
        double noise = Math.max(1e-9, Math.sqrt(changes / (adjusted.length - 1)));
        return new Start(seasonal, mean - growth * (centre + 1), growth, mean, noise);
    }
}
