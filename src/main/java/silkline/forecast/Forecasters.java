package silkline.forecast;

import java.util.List;
import java.util.stream.Collectors;
import silkline.forecast.arima.Arima;
import silkline.forecast.ces.Ces;
import silkline.forecast.ensemble.Ensemble;
import silkline.forecast.ets.Ets;
import silkline.forecast.theta.OptimisedTheta;
import silkline.forecast.trees.Trees;

/** The list of all forecasting models. */
public final class Forecasters {
    private static final MomentForecaster DYNAMIC_THETA = new OptimisedTheta(OptimisedTheta.Line.DYNAMIC);
    private static final MomentForecaster ETS_AVERAGE = new Ets(Ets.Choice.AVERAGE);

    private static final List<Forecaster> ALL = List.of(
            new Naive(),
            new SeasonalNaive(),
            new Drift(),
            new Theta(),
            new OptimisedTheta(OptimisedTheta.Line.FIXED),
            DYNAMIC_THETA,
            new InLogs(DYNAMIC_THETA),
            new Ets(Ets.Choice.BEST),
            ETS_AVERAGE,
            new InLogs(ETS_AVERAGE),
            new Ces(),
            new InLogs(new Ces()),
            new Arima(),
            new InLogs(new Arima()),
            new Trees(),
            new Ensemble());

    private Forecasters() {}

    /** Every model, simplest first. */
    public static List<Forecaster> all() {
        return ALL;
    }

    /** The model called {@code name}; refuses an unknown name with the list of known ones. */
    public static Forecaster named(String name) {
        return ALL.stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("unknown model '%s'; known: %s".formatted(name, knownNames())));
    }

    private static String knownNames() {
        return ALL.stream().map(Forecaster::name).collect(Collectors.joining(", "));
    }
}
