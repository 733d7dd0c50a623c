package silkline.forecast;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A forecast with the record of how its model was chosen. */
public final class SelectedForecast {
    /** {@link #used} where there is no forecast. */
    public static final String NO_MODEL = "none";

    private final String requested;
    private final String used;
    private final Reason reason;
    private final History history;
    private final List<Backtest> backtests;
    private final Forecast forecast;
    private final boolean floored;

    private SelectedForecast(
            String requested,
            String used,
            Reason reason,
            History history,
            List<Backtest> backtests,
            Forecast forecast,
            boolean floored) {
        this.requested = requested;
        this.used = used;
        this.reason = reason;
        this.history = history;
        this.backtests = List.copyOf(backtests);
        this.forecast = forecast;
        this.floored = floored;
    }

    /** No forecast, for {@code reason}. */
    static SelectedForecast none(String requested, Reason reason, History history) {
        return new SelectedForecast(requested, NO_MODEL, reason, history, List.of(), null, false);
    }

    /** {@code forecast} by the model {@code used}; {@code raw} is what that model said before the floor. */
    static SelectedForecast of(
            String requested,
            String used,
            Reason reason,
            History history,
            List<Backtest> backtests,
            Forecast raw,
            Forecast forecast) {
        return new SelectedForecast(requested, used, reason, history, backtests, forecast, !forecast.equals(raw));
    }

    /** The model asked for, or {@link Selection#AUTO}. */
    public String requested() {
        return requested;
    }

    /** The model that made the forecast, or {@link #NO_MODEL}. */
    public String used() {
        return used;
    }

    /** Why the model used is not the one asked for; {@link Reason#NONE} where it is. */
    public Reason reason() {
        return reason;
    }

    /** The observations forecast from; step 1 is the period at {@link History#end}. */
    public History history() {
        return history;
    }

    /** The forecast; empty where the series is too short for any. */
    public Optional<Forecast> forecast() {
        return Optional.ofNullable(forecast);
    }

    /** The backtests of all models compared, in the order of the list; empty where the series is too short. */
    public List<Backtest> backtests() {
        return backtests;
    }

    /** The backtest of the model used; empty where there is none. */
    public Optional<Backtest> backtest() {
        return backtests.stream()
                .filter(test -> Objects.equals(test.model(), used))
                .findFirst();
    }

    /** Whether {@link Floor} changed a point or a bound. */
    public boolean isFloored() {
        return floored;
    }
}
