package silkline.forecast;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * @param along along what forecasts are changed so that they add up; along nothing, each series is forecast on its own
 */
public record ForecastRequest(
        List<String> models, Map<Frequency, Integer> horizons, List<Double> levels, Set<Reconciliation> along)
        implements Serializable {
    /** Along what forecasts are changed so that they add up, where the values did. */
    public enum Reconciliation {
        /** The world and its partners. */
        PARTNER,
        /** A product and those below it. */
        PRODUCT,
        /** A group of partners and its members; groups that no one publishes are the sum of their members. */
        GROUP,
        /** Amounts by month, quarter and year: each series is forecast at all three. */
        TIME
    }

    /** Stands for no reconciliation. */
    public static final String NONE = "NONE";

    /** Levels that every forecast has. */
    public static final List<Double> ALWAYS = List.of(0.5, 0.8, 0.95);

    public static final String DEFAULT_HORIZONS = "A=6,S=4,Q=8,M=18";
    private static final int LONGEST = 120;

    /** What a run does unless told otherwise. */
    public static final ForecastRequest DEFAULT = parse(Selection.AUTO, DEFAULT_HORIZONS, "", NONE);

    public ForecastRequest {
        models = List.copyOf(models);
        horizons = Map.copyOf(horizons);
        levels = List.copyOf(levels);
        along = Set.copyOf(along);
    }

    /**
     * Reads lists parted by commas: names of models, {@code A=6,M=18} (frequencies left out keep their default), levels in
     * percent, {@code PARTNER,TIME} or {@link #NONE}.
     *
     * @throws IllegalArgumentException with the option, the problem and the remedy
     */
    public static ForecastRequest parse(String models, String horizons, String levels, String along) {
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
        return new ForecastRequest(names, ahead, List.copyOf(coverages), reconciliations(along));
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

    private static Set<Reconciliation> reconciliations(String list) {
        List<String> words = words(list).toList();
        if (words.isEmpty() || words.equals(List.of(NONE))) {
            return Set.of();
        }
        return words.stream().map(ForecastRequest::reconciliation).collect(Collectors.toSet());
    }

    private static Reconciliation reconciliation(String word) {
        return Arrays.stream(Reconciliation.values())
                .filter(value -> value.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "--reconcile: '%s' is none of %s. Write one or more of them, such as PARTNER,TIME, or %s."
                                .formatted(word, names(List.of(Reconciliation.values())), NONE)));
    }

    private static String names(List<Reconciliation> values) {
        return values.stream().map(Reconciliation::name).collect(Collectors.joining(","));
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

    /** What {@link #along} may be asked for as. */
    public String alongText() {
        return along.isEmpty() ? NONE : names(along.stream().sorted().toList());
    }
}
