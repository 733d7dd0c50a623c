package silkline.forecast;

import java.util.Arrays;

/** Whether forecasts may go where an amount cannot: below zero. */
public enum Floor {
    /** Forecasts are left as the model makes them. */
    NONE {
        @Override
        Forecast applied(double[] history, Forecast forecast) {
            return forecast;
        }
    },
    /** Points and bounds below zero become zero where no observation of the history is below zero. */
    ZERO {
        @Override
        Forecast applied(double[] history, Forecast forecast) {
            return Arrays.stream(history).allMatch(value -> value >= 0) ? forecast.atLeast(0) : forecast;
        }
    };

    /** The forecast above this floor; the same object where nothing had to be raised. */
    abstract Forecast applied(double[] history, Forecast forecast);

    /** The model with this floor under its forecasts, so that a backtest judges what will be published. */
    public Forecaster under(Forecaster model) {
        return new Floored(model, this);
    }

    private record Floored(Forecaster model, Floor floor) implements Forecaster {
        @Override
        public String name() {
            return model.name();
        }

        @Override
        public int minimumLength(int season) {
            return model.minimumLength(season);
        }

        @Override
        public Forecast forecast(double[] history, int season, int horizon, double[] levels) {
            return floor.applied(history, model.forecast(history, season, horizon, levels));
        }
    }
}
