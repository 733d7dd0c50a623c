package silkline.forecast;

import java.util.List;
import java.util.stream.Collectors;

/** The list of all forecasting models. */
public final class Forecasters {
    private static final List<Forecaster> ALL = List.of(new Naive(), new SeasonalNaive(), new Drift(), new Theta());

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
