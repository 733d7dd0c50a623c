package silkline.forecast;

/** A model that says mean and standard error; its intervals are those of a normal error. */
public interface MomentForecaster extends Forecaster {
    /** Mean and standard error of the {@code horizon} periods after {@code history}; arguments as {@link #forecast}. */
    Moments moments(double[] history, int season, int horizon);

    @Override
    default Forecast forecast(double[] history, int season, int horizon, double[] levels) {
        return moments(history, season, horizon).normal(levels);
    }
}
