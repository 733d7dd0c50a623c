package silkline.forecast;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import silkline.forecast.reconcile.InTime;

/** A forecast with the record of how its model was chosen. */
public final class SelectedForecast {
    /** {@link #used} where there is no forecast. */
    public static final String NO_MODEL = "none";

    private final String requested;
    private final String used;
    private final Reason reason;
    private final History history;
    private final List<Backtest> backtests;
    private final List<InTime.Level> levels;
    private final boolean floored;

    private SelectedForecast(
            String requested,
            String used,
            Reason reason,
            History history,
            List<Backtest> backtests,
            List<InTime.Level> levels,
            boolean floored) {
        this.requested = requested;
        this.used = used;
        this.reason = reason;
        this.history = history;
        this.backtests = List.copyOf(backtests);
        this.levels = List.copyOf(levels);
        this.floored = floored;
    }

    /** No forecast, for {@code reason}. */
    static SelectedForecast none(String requested, Reason reason, History history) {
        return new SelectedForecast(requested, NO_MODEL, reason, history, List.of(), List.of(), false);
    }

    /**
     * Forecasts by the model {@code used}, first that of the series, then those of the longer periods that it makes up;
     * {@code raw} is what that model said before the floor.
     */
    static SelectedForecast of(
            String requested,
            String used,
            Reason reason,
            History history,
            List<Backtest> backtests,
            List<InTime.Level> raw,
            List<InTime.Level> levels) {
        return new SelectedForecast(requested, used, reason, history, backtests, levels, !levels.equals(raw));
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
        return levels.stream().map(InTime.Level::forecast).findFirst();
    }

    /** The forecasts of quarters and years that those of {@link #forecast} add up to; none unless they were made to. */
    public List<InTime.Level> sums() {
        return levels.stream().skip(1).toList();
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
