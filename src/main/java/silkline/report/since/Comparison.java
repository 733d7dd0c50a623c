package silkline.report.since;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What differs between a report and the one before it in the same folder.
 *
 * @param verdicts claims that are judged otherwise, by id
 * @param figures figures with another value and new ones; those of the claims first, then by kind, the largest change first
 * @param gone how many figures of the earlier report have neither the same key nor one of a later period now
 */
public record Comparison(
        PrintedReport before, PrintedReport now, List<VerdictChange> verdicts, List<FigureChange> figures, int gone) {
    /** What is compared, in this order. The others count rows, or say themselves what changed. */
    private static final List<String> KINDS = List.of(
            "claim",
            "growth",
            "growth_window",
            "growth_detail",
            "share",
            "concentration",
            "balance",
            "group_trade",
            "mirror",
            "gravity",
            "forecast",
            "accuracy",
            "observation");

    /** Values nearer than this, as a ratio, are the same: as for revisions. */
    private static final double ROUNDING = 1e-6;

    private static final Pattern PERIOD = Pattern.compile("/\\d{4}(?:-(?:[SQ]\\d|\\d{2}))?(?:/P\\d+M)?(?=/)");

    /** A claim that is judged otherwise; codes of verdicts. */
    public record VerdictChange(String claim, String before, String now) {}

    /**
     * A figure that is another one now.
     *
     * @param keyBefore its key then, which may be of an earlier period; empty: it is new
     */
    public record FigureChange(String key, String keyBefore) {
        public boolean isNew() {
            return keyBefore.isEmpty();
        }

        /** {@code claim}, {@code growth} ... */
        public String kind() {
            return kindOf(key);
        }
    }

    public Comparison {
        verdicts = List.copyOf(verdicts);
        figures = List.copyOf(figures);
    }

    public static Comparison of(PrintedReport before, PrintedReport now) {
        Set<String> then = compared(before);
        Set<String> here = compared(now);
        List<FigureChange> changes = new ArrayList<>();
        for (String key : here) {
            if (then.contains(key) && !isSame(before.value(key), now.value(key))) {
                changes.add(new FigureChange(key, key));
            }
        }
        Map<String, String> followed = followed(then, here);
        for (String key : here) {
            if (!then.contains(key)) {
                changes.add(new FigureChange(key, followed.getOrDefault(key, "")));
            }
        }
        long gone = then.stream()
                .filter(key -> !here.contains(key) && !followed.containsValue(key))
                .count();
        Comparator<FigureChange> byWeight = Comparator.comparing((FigureChange change) -> KINDS.indexOf(change.kind()))
                .thenComparing(FigureChange::isNew)
                .thenComparing(
                        change -> size(before.value(change.keyBefore()), now.value(change.key())),
                        Comparator.reverseOrder())
                .thenComparing(FigureChange::key);
        return new Comparison(
                before,
                now,
                verdicts(before, now),
                changes.stream().sorted(byWeight).toList(),
                (int) gone);
    }

    public boolean isEmpty() {
        return verdicts.isEmpty() && figures.isEmpty() && gone == 0;
    }

    /** How many figures have another value, for the same period or a later one. */
    public int changed() {
        return (int) figures.stream().filter(change -> !change.isNew()).count();
    }

    /** How many figures the earlier report had not, for no period. */
    public int added() {
        return (int) figures.stream().filter(FigureChange::isNew).count();
    }

    private static Set<String> compared(PrintedReport report) {
        Set<String> keys = new TreeSet<>();
        report.values().keySet().stream()
                .filter(key -> KINDS.contains(kindOf(key)))
                .forEach(keys::add);
        return keys;
    }

    private static List<VerdictChange> verdicts(PrintedReport before, PrintedReport now) {
        List<VerdictChange> changes = new ArrayList<>();
        new TreeMap<>(now.verdicts()).forEach((claim, verdict) -> {
            String then = before.verdicts().getOrDefault(claim, verdict);
            if (!then.equals(verdict)) {
                changes.add(new VerdictChange(claim, then, verdict));
            }
        });
        return changes;
    }

    /** New keys, each with the vanished one that differs from it in periods alone; none where several do. */
    private static Map<String, String> followed(Set<String> then, Set<String> here) {
        Map<String, List<String>> vanished = new HashMap<>();
        Map<String, List<String>> come = new HashMap<>();
        then.stream().filter(key -> !here.contains(key)).forEach(key -> add(vanished, key));
        here.stream().filter(key -> !then.contains(key)).forEach(key -> add(come, key));
        Map<String, String> followed = new HashMap<>();
        come.forEach((measure, keys) -> {
            List<String> old = vanished.getOrDefault(measure, List.of());
            if (keys.size() == 1 && old.size() == 1) {
                followed.put(keys.get(0), old.get(0));
            }
        });
        return followed;
    }

    private static void add(Map<String, List<String>> byMeasure, String key) {
        byMeasure
                .computeIfAbsent(PERIOD.matcher(key).replaceAll("/*"), measure -> new ArrayList<>())
                .add(key);
    }

    /** The periods in a key. */
    public static Set<String> periods(String key) {
        Set<String> periods = new HashSet<>();
        PERIOD.matcher(key)
                .results()
                .forEach(period -> periods.add(period.group().substring(1)));
        return periods;
    }

    private static String kindOf(String key) {
        return key.substring(0, Math.max(0, key.indexOf('/')));
    }

    private static boolean isSame(double one, double other) {
        return Double.compare(one, other) == 0
                || Math.abs(one - other) <= ROUNDING * Math.max(Math.abs(one), Math.abs(other));
    }

    /** Of the change, as a ratio to the larger of the two; 1 where one is missing. */
    private static double size(double before, double now) {
        double larger = Math.max(Math.abs(before), Math.abs(now));
        double size = Math.abs(now - before) / larger;
        return Double.isNaN(size) ? 1 : size;
    }
}
