package silkline.claim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What would have to be meant, or believed, for a claim to be true: the choices that tell true readings from false ones. */
final class Condition {
    /** Most telling first: what is meant before who says it. */
    private static final List<String> NAMES = List.of(
            Reading.CHANGE,
            Reading.TOTAL,
            Reading.BASE,
            Reading.PERIOD,
            Reading.PRICES,
            Reading.BASIS,
            Reading.INDICATOR,
            Reading.SIDE,
            Reading.SOURCE,
            Reading.STARTING_FROM,
            Reading.VALUATION);

    private static final Map<String, String> PHRASES = Map.ofEntries(
            Map.entry(Reading.CHANGE, "if it means \"%s\""),
            Map.entry(Reading.TOTAL, "as a share of %s"),
            Map.entry(Reading.BASE, "against %s"),
            Map.entry(Reading.PERIOD, "for %s"),
            Map.entry(Reading.PRICES, "at prices %s"),
            Map.entry(Reading.BASIS, "on the basis %s"),
            Map.entry(Reading.INDICATOR, "for %s"),
            Map.entry(Reading.SIDE, "as the %s sees it"),
            Map.entry(Reading.SOURCE, "by %s"),
            Map.entry(Reading.STARTING_FROM, "from the value that claim %s states"),
            Map.entry(Reading.VALUATION, "valued %s"));

    private Condition() {}

    /**
     * The fewest choices that tell the two apart, such as "against 2010 or 2016"; empty where nothing holds, nothing
     * fails, or two checks with the same choices disagree.
     */
    static String of(Collection<Check> tested) {
        List<Reading> holding = readings(tested, true);
        List<Reading> failing = readings(tested, false);
        if (holding.isEmpty() || failing.isEmpty()) {
            return "";
        }
        List<String> varying = NAMES.stream()
                .filter(name -> tested.stream()
                                .map(check -> check.reading().choice(name))
                                .distinct()
                                .count()
                        > 1)
                .toList();
        for (int size = 1; size <= Math.min(3, varying.size()); size++) {
            for (List<String> names : subsets(varying, size)) {
                Function<Reading, List<String>> key =
                        reading -> names.stream().map(reading::choice).toList();
                Set<List<String>> yes = holding.stream().map(key).collect(Collectors.toCollection(LinkedHashSet::new));
                if (failing.stream().map(key).noneMatch(yes::contains)) {
                    return words(names, yes);
                }
            }
        }
        return "";
    }

    private static List<Reading> readings(Collection<Check> tested, boolean holds) {
        return tested.stream()
                .filter(check -> check.holds() == holds)
                .map(Check::reading)
                .toList();
    }

    private static List<List<String>> subsets(List<String> names, int size) {
        if (size == 0) {
            return List.of(List.of());
        }
        List<List<String>> all = new ArrayList<>();
        for (int first = 0; first < names.size(); first++) {
            for (List<String> rest : subsets(names.subList(first + 1, names.size()), size - 1)) {
                List<String> one = new ArrayList<>(List.of(names.get(first)));
                one.addAll(rest);
                all.add(one);
            }
        }
        return all;
    }

    private static String words(List<String> names, Set<List<String>> choices) {
        if (names.size() == 1) {
            Set<String> single = new TreeSet<>();
            choices.forEach(choice -> single.add(choice.get(0)));
            return words(names.get(0), String.join(" or ", single));
        }
        return choices.stream()
                .map(choice -> {
                    List<String> parts = new ArrayList<>();
                    for (int i = 0; i < names.size(); i++) {
                        if (!choice.get(i).isEmpty()) {
                            parts.add(words(names.get(i), choice.get(i)));
                        }
                    }
                    return String.join(" and ", parts);
                })
                .sorted()
                .collect(Collectors.joining("; or "));
    }

    private static String words(String name, String choice) {
        if (choice.isEmpty()) {
            return name.equals(Reading.STARTING_FROM) ? "by the series alone" : "any " + name;
        }
        return PHRASES.get(name).formatted(name.equals(Reading.PRICES) ? prices(choice) : choice);
    }

    private static String prices(String choice) {
        return choice.replace("_Z", "not stated").replace("V", "of the year").replace("L", "of one year");
    }
}
