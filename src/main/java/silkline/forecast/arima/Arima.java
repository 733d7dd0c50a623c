package silkline.forecast.arima;

import java.util.Arrays;
import silkline.forecast.History;
import silkline.forecast.Magnitude;
import silkline.forecast.MomentForecaster;
import silkline.forecast.Moments;

/**
 * Seasonal ARIMA whose differences are chosen by tests and whose orders by a stepwise search for the smallest AICc of the
 * exact likelihood. Hyndman and Khandakar 2008.
 */
public record Arima() implements MomentForecaster {
    private static final int SHORTEST = 4;

    @Override
    public String name() {
        return "arima";
    }

    /** Five: two differences leave three. */
    @Override
    public int minimumLength(int season) {
        return 5;
    }

    @Override
    public Moments moments(double[] history, int season, int horizon) {
        History.require(this, history, season, horizon);
        if (History.isConstant(history)) {
            return Moments.constant(history[0], horizon);
        }
        Magnitude magnitude = Magnitude.of(history);
        Differenced differenced = Differenced.of(magnitude.reduced(history), season);
        double[] mean = new double[horizon];
        double[] responses = new double[horizon];
        double variance = continued(differenced, mean, responses);
        differenced.undo(mean, responses);
        double[] standardError = new double[horizon];
        double sum = 0;
        for (int h = 0; h < horizon; h++) {
            sum += responses[h] * responses[h];
            standardError[h] = Math.sqrt(variance * sum);
        }
        return magnitude.restored(mean, standardError);
    }

    /** Fills the forecast of the differenced series and its responses to an error; returns the variance of one. */
    private static double continued(Differenced differenced, double[] forecast, double[] responses) {
        double[] w = differenced.values();
        if (w.length < SHORTEST || StationarityTests.repeats(w, 1)) {
            double mean = differenced.mayHaveMean() ? Arrays.stream(w).average().orElseThrow() : 0;
            Arrays.fill(forecast, mean);
            responses[0] = 1;
            return Arrays.stream(w)
                            .map(value -> (value - mean) * (value - mean))
                            .sum()
                    / w.length;
        }
        Order limit = OrderSearch.limit(w.length, differenced.period(), differenced.mayHaveMean());
        ArmaFit fit = new ArmaFit(w, differenced.period(), limit, forecast.length);
        return fit.predict(OrderSearch.best(fit, limit), forecast, responses);
    }
}
