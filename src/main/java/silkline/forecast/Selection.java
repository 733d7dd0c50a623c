package silkline.forecast;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;

/**
 * Forecasts a series by the model with the smallest mean absolute scaled error (mean absolute error where every scale
 * is zero) over the folds of its {@link Backtest}. The folds are the same for all: a model that needs more observations
 * than the earliest of them has is not chosen. A tie goes to the model that needs the fewest observations, then to the
 * first by name, so the order of the list does not matter.
 *
 * <p>Where that is not possible: fewer than 2 observations give no forecast; fewer than 4 give {@link Naive}; more, but
 * too few for a fold, give {@link Drift} for annual series, else {@link SeasonalNaive} from one year and one
 * observation on, else {@link Naive}. A model asked for by name needs no fold, only its minimum length. The {@link
 * Reason} is kept.
 */
public final class Selection implements Serializable {
    /** Asks for the best of all models. */
    public static final String AUTO = "auto";

    private static final int LEAST_FOR_ANY = 2;
    private static final int LEAST_FOR_TREND = 4;

    private final String requested;
    private final List<Forecaster> models;
    private final Floor floor;

    private Selection(String requested, List<Forecaster> models, Floor floor) {
        this.requested = requested;
        this.models = List.copyOf(models);
        this.floor = floor;
    }

    /** The best of all models for {@link #AUTO}, otherwise the model called {@code requested}. */
    public static Selection named(String requested, Floor floor) {
        return requested.equals(AUTO)
                ? among(Forecasters.all(), floor)
                : new Selection(requested, List.of(Forecasters.named(requested)), floor);
    }

    /** The best of {@code models}. */
    public static Selection among(List<Forecaster> models, Floor floor) {
        if (models.isEmpty()) {
            throw new IllegalArgumentException("no models to choose from");
        }
        return new Selection(AUTO, models, floor);
    }

    /** Forecasts the periods after the last observation of {@code series}, where NaN marks a missing value. */
    public SelectedForecast forecast(double[] series, int season, int horizon, double[] levels) {
        History history = History.of(series);
        double[] values = history.values();
        if (values.length < LEAST_FOR_ANY) {
            return SelectedForecast.none(requested, shortage(history, Reason.TOO_SHORT), history);
        }
        List<Backtest> backtests = models.stream()
                .map(model -> Backtest.of(floor.under(model), values, season, horizon))
                .filter(test -> !test.rows().isEmpty())
                .toList();
        Reason reason = reason(history, season, backtests);
        Forecaster model = reason == Reason.NONE ? best(backtests, season) : fallback(values.length, season);
        Forecast raw = model.forecast(values, season, horizon, levels);
        Forecast floored = floor.applied(values, raw);
        return SelectedForecast.of(requested, model.name(), reason, history, backtests, raw, floored);
    }

    private Reason reason(History history, int season, List<Backtest> backtests) {
        if (models.stream().noneMatch(model -> model.minimumLength(season) <= history.length())) {
            return shortage(history, Reason.TOO_SHORT);
        }
        if (!requested.equals(AUTO) || !backtests.isEmpty()) {
            return Reason.NONE;
        }
        return shortage(history, history.length() < LEAST_FOR_TREND ? Reason.TOO_SHORT : Reason.NO_BACKTEST);
    }

    private static Reason shortage(History history, Reason otherwise) {
        return history.hasGaps() ? Reason.GAPS : otherwise;
    }

    private Forecaster best(List<Backtest> backtests, int season) {
        if (!requested.equals(AUTO)) {
            return models.get(0);
        }
        int rows = backtests.stream().mapToInt(test -> test.rows().size()).max().orElseThrow();
        return backtests.stream()
                .filter(test -> test.rows().size() == rows)
                .min(Comparator.comparingDouble(Selection::loss)
                        .thenComparingInt(test -> modelOf(test).minimumLength(season))
                        .thenComparing(Backtest::model))
                .map(this::modelOf)
                .orElseThrow();
    }

    private static double loss(Backtest test) {
        double scaled = test.accuracy().mase();
        return Double.isNaN(scaled) ? test.accuracy().mae() : scaled;
    }

    private Forecaster modelOf(Backtest test) {
        return models.stream()
                .filter(model -> model.name().equals(test.model()))
                .findFirst()
                .orElseThrow();
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
