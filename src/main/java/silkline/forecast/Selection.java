package silkline.forecast;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import silkline.forecast.ensemble.Ensemble;
import silkline.forecast.reconcile.InTime;

/**
 * Forecasts a series by the model asked for, and says how it and simple ones would have done in the past. {@link #AUTO} is
 * the {@link Ensemble}.
 *
 * <p>Where the series is too short for that model: fewer than 2 observations give no forecast; fewer than 4 give {@link
 * Naive}; more give {@link Drift} for annual series, else {@link SeasonalNaive} from one year and one observation on, else
 * {@link Naive}. The {@link Reason} is kept.
 */
public final class Selection implements Serializable {
    /** Asks for the combination of models. */
    public static final String AUTO = "auto";

    private static final int LEAST_FOR_ANY = 2;
    private static final int LEAST_FOR_TREND = 4;
    /** Fewer origins than a backtest has otherwise: the combination costs as much at each as the forecast itself. */
    private static final int ORIGINS = 4;

    private static final List<Forecaster> SIMPLE = List.of(new Naive(), new SeasonalNaive(), new Drift(), new Theta());

    private final String requested;
    private final Forecaster model;
    private final List<Forecaster> compared;
    private final Floor floor;

    private Selection(String requested, Forecaster model, List<Forecaster> compared, Floor floor) {
        this.requested = requested;
        this.model = model;
        this.compared = List.copyOf(compared);
        this.floor = floor;
    }

    /** The combination for {@link #AUTO}, otherwise the model called {@code requested}. */
    public static Selection named(String requested, Floor floor) {
        if (requested.equals(AUTO)) {
            Forecaster ensemble = new Ensemble();
            List<Forecaster> compared =
                    Stream.concat(SIMPLE.stream(), Stream.of(ensemble)).toList();
            return new Selection(AUTO, ensemble, compared, floor);
        }
        Forecaster named = Forecasters.named(requested);
        return new Selection(requested, named, List.of(named), floor);
    }

    /**
     * The same, its forecasts made to agree with those of quarters and years.
     *
     * @param firstPosition place in its year of the first observation used, counted from 0
     */
    public Selection inTime(int firstPosition) {
        Forecaster together = new InTime(model, firstPosition);
        List<Forecaster> others = compared.stream()
                .map(other -> other.equals(model) ? together : other)
                .toList();
        return new Selection(requested, together, others, floor);
    }

    /** Forecasts the periods after the last observation of {@code series}, where NaN marks a missing value. */
    public SelectedForecast forecast(double[] series, int season, int horizon, double[] levels) {
        return forecast(History.of(series, season), season, horizon, levels);
    }

    /** Forecasts the periods after {@code history}. */
    public SelectedForecast forecast(History history, int season, int horizon, double[] levels) {
        double[] values = history.values();
        Reason reason = Reason.NONE;
        if (values.length < model.minimumLength(season)) {
            reason = history.shortened() == Reason.NONE ? Reason.TOO_SHORT : history.shortened();
        }
        if (history.isTooLarge()) {
            return SelectedForecast.none(requested, Reason.TOO_LARGE, history);
        }
        if (values.length < LEAST_FOR_ANY) {
            return SelectedForecast.none(requested, reason, history);
        }
        List<Backtest> backtests = compared.stream()
                .map(tested -> Backtest.of(floor.under(tested), history.observed(), season, horizon, ORIGINS))
                .filter(test -> !test.rows().isEmpty())
                .toList();
        Forecaster used = reason == Reason.NONE ? model : fallback(values.length, season);
        List<InTime.Level> made = used instanceof InTime time
                ? time.levels(values, season, horizon, levels)
                : List.of(new InTime.Level(season, used.forecast(values, season, horizon, levels)));
        List<InTime.Level> floored = made.stream()
                .map(level -> new InTime.Level(level.perYear(), floor.applied(values, level.forecast())))
                .toList();
        return SelectedForecast.of(requested, used.name(), reason, history, backtests, made, floored);
    }

    private static Forecaster fallback(int length, int season) {
        if (length < LEAST_FOR_TREND) {
            return new Naive();
        }
        if (season == 1) {
            return new Drift();
        }
        return length > season ? new SeasonalNaive() : new Naive();
    }
}
