package silkline.forecast;

import java.io.Serializable;

/** A univariate forecasting method. Stateless: equal histories give equal forecasts. */
public interface Forecaster extends Serializable {
    /** The name stored with every forecast, e.g. {@code seasonal-naive}. */
    String name();

    /** The fewest observations that can be forecast; callers ask before they call {@link #forecast}. */
    int minimumLength(int season);

    /**
     * Forecasts the {@code horizon} periods after {@code history}, in the unit of {@code history}.
     *
     * @param history observations of consecutive periods, oldest first; never modified
     * @param season periods per year: 1 annual, 2 half-years, 4 quarters, 12 months
     * @param levels coverage of each interval as a ratio in (0, 1), e.g. 0.95; may be empty
     * @throws IllegalArgumentException where the history has a missing or infinite value or fewer observations than
     *     {@link #minimumLength}, or where another argument is out of range
     */
    Forecast forecast(double[] history, int season, int horizon, double[] levels);
}
