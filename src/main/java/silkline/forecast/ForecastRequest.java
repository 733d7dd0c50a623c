package silkline.forecast;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import silkline.series.Frequency;

/**
 * What forecasts are asked for.
 *
 * @param models names, or {@link Selection#AUTO}; the first is the one that counts, the others are for comparison
 * @param horizons periods ahead by frequency; ranges of months have none
 * @param levels coverage of the intervals as ratios, ascending; {@link #ALWAYS} are among them
 * @param reconciliation what is brought to add up
 */
public record ForecastRequest(
        List<String> models, Map<Frequency, Integer> horizons, List<Double> levels, Reconciliation reconciliation)
        implements Serializable {
    /** Which forecasts are changed so that they add up. */
    public enum Reconciliation {
        /** None: each series is forecast on its own. */
        NONE,
        /** Those by partner and of the world, where the values did add up. */
        PARTNER,
        /** Those of amounts by month, quarter and year: each series is forecast at all three. */
        TIME
    }

    /** Levels that every forecast has. */
    public static final List<Double> ALWAYS = List.of(0.5, 0.8, 0.95);

    public static final String DEFAULT_HORIZONS = "A=6,S=4,Q=8,M=18";
    private static final int LONGEST = 120;

    /** What a run does unless told otherwise. */
    public static final ForecastRequest DEFAULT = parse(Selection.AUTO, DEFAULT_HORIZONS, "", Reconciliation.NONE);

    public ForecastRequest {
        models = List.copyOf(models);
        horizons = Map.copyOf(horizons);
        levels = List.copyOf(levels);
    }

    /**
     * Reads lists parted by commas: names of models, {@code A=6,M=18} (frequencies left out keep their default), levels in
     * percent.
     *
     * @throws IllegalArgumentException with the option, the problem and the remedy
     */
    public static ForecastRequest parse(String models, String horizons, String levels, Reconciliation reconciliation) {
        List<String> names = words(models).distinct().toList();
        if (names.isEmpty()) {
            throw new IllegalArgumentException("--model: no name; write %s or others.".formatted(Selection.AUTO));
        }
        names.stream().filter(name -> !name.equals(Selection.AUTO)).forEach(ForecastRequest::requireModel);
        Map<Frequency, Integer> ahead = new EnumMap<>(Frequency.class);
        words(DEFAULT_HORIZONS).forEach(word -> addHorizon(ahead, word));
        words(horizons).forEach(word -> addHorizon(ahead, word));
        TreeSet<Double> coverages = new TreeSet<>(ALWAYS);
        words(levels).map(ForecastRequest::level).forEach(coverages::add);
        return new ForecastRequest(names, ahead, List.copyOf(coverages), reconciliation);
    }

    private static Stream<String> words(String list) {
        return Arrays.stream(list.split(",", -1)).map(String::strip).filter(word -> !word.isEmpty());
    }

    private static void requireModel(String name) {
        try {
            Forecasters.named(name);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("--model: %s, auto.".formatted(unknown.getMessage()), unknown);
        }
    }

    private static void addHorizon(Map<Frequency, Integer> horizons, String word) {
        String[] sides = word.split("=", -1);
        Frequency frequency = Frequency.parse(sides[0]).orElse(Frequency.RANGE);
        int steps = sides.length == 2 && sides[1].matches("\\d{1,4}") ? Integer.parseInt(sides[1]) : 0;
        if (!frequency.isConsecutive() || steps < 1 || steps > LONGEST) {
            throw new IllegalArgumentException(
                    "--horizon: '%s' is no frequency with a number of periods from 1 to %d. Write it as %s."
                            .formatted(word, LONGEST, DEFAULT_HORIZONS));
        }
        horizons.put(frequency, steps);
    }

    private static double level(String word) {
        double percent = word.matches("\\d{1,2}(\\.\\d{1,3})?") ? Double.parseDouble(word) : 0;
        if (!(percent > 0)) {
            throw new IllegalArgumentException(
                    "--level: '%s' is no percentage between 0 and 100. Write it as 90 or 90,99.".formatted(word));
        }
        return percent / 100;
    }

    /** The coverages in the order of {@link #levels}. */
    public double[] coverages() {
        return levels.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The models, under {@code floor}. */
    public List<Selection> selections(Floor floor) {
        return models.stream().map(name -> Selection.named(name, floor)).toList();
    }

    /** The models as they were asked for. */
    public String modelText() {
        return String.join(",", models);
    }

    /** The horizons as they may be asked for. */
    public String horizonText() {
        return new EnumMap<>(horizons)
                .entrySet().stream()
                        .map(entry -> entry.getKey().code() + "=" + entry.getValue())
                        .collect(Collectors.joining(","));
    }

    /** The levels as they may be asked for. */
    public String levelText() {
        return levels.stream()
                .map(level -> BigDecimal.valueOf(level)
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString())
                .collect(Collectors.joining(","));
    }
}
