package silkline.series;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The codes that dimensions may take, by the name of their list, and what other offices write for them. A list that is
 * not there refuses nothing; a system that is not there translates nothing.
 *
 * <p>A system is a list and whose code it is: {@code area/iso2}, {@code area/m49}, {@code area/comtrade},
 * {@code area/imf}, {@code area/name}, {@code area/any}, {@code unit}, {@code obs_status}. A spelling matches as written,
 * else without regard to case and leading zeros, and for systems of areas also without regard to blanks, punctuation
 * and accents.
 */
public final class CodeLists implements Serializable {
    private static final long serialVersionUID = 1L;

    public static final String AREA = "area";
    public static final String INDICATOR = "indicator";
    public static final String UNIT = "unit";

    /** The classifications that products may come from; the codes of one are the list {@link #PRODUCT} and its name. */
    public static final String CLASSIFICATION = "classification";

    public static final String PRODUCT = "product/";

    /** Whose indicators may be taken over as they are, written {@code SCHEME:CODE}. */
    public static final String INDICATOR_SCHEME = "indicator_scheme";

    private static final int HINTS = 3;

    private final Map<String, Set<String>> lists = new HashMap<>();
    private final Map<String, Spellings> systems = new HashMap<>();
    private final Map<String, Map<String, String>> indicators = new HashMap<>();

    private CodeLists(Map<String, ? extends Set<String>> lists) {
        // A list under several names stays one, since it travels to every task.
        IdentityHashMap<Set<String>, Set<String>> copies = new IdentityHashMap<>();
        lists.forEach((name, codes) ->
                this.lists.put(name, copies.computeIfAbsent(codes, original -> new HashSet<>(original))));
    }

    public static CodeLists of(Map<String, ? extends Set<String>> lists) {
        return new CodeLists(lists);
    }

    /**
     * Lists that also translate.
     *
     * @param translations by system, from what an office writes to the code of the list
     * @param indicators by {@code source/code}, the cells that an office's own indicator stands for
     */
    public static CodeLists of(
            Map<String, ? extends Set<String>> lists,
            Map<String, ? extends Map<String, String>> translations,
            Map<String, ? extends Map<String, String>> indicators) {
        CodeLists codes = new CodeLists(lists);
        translations.forEach((system, known) -> codes.systems.put(system, new Spellings(system, known)));
        indicators.forEach((key, cells) -> codes.indicators.put(key, new LinkedHashMap<>(cells)));
        return codes;
    }

    public boolean knows(String list, String code) {
        Set<String> codes = lists.get(list);
        return codes == null || codes.contains(code);
    }

    public boolean hasList(String list) {
        return lists.containsKey(list);
    }

    public boolean hasSystem(String system) {
        return systems.containsKey(system);
    }

    /** The code of the list that {@code code} of {@code system} stands for; empty where none is known. */
    public Optional<String> translate(String system, String code) {
        Spellings known = systems.get(system);
        return known == null ? Optional.empty() : known.translate(code);
    }

    /**
     * What an office's own indicator is, by column of an observation ({@code indicator}, {@code flow},
     * {@code unit_measure} ...); columns that it leaves open are not there. Empty where it is none of ours.
     */
    public Optional<Map<String, String>> indicator(String source, String code) {
        return Optional.ofNullable(indicators.get(source + "/" + code)).map(Map::copyOf);
    }

    /**
     * At most {@code count} known codes of a list, or spellings of a system, that are near to {@code code} in letters,
     * the nearest first; a spelling is followed by its code in brackets.
     */
    public List<String> nearest(String listOrSystem, String code, int count) {
        return hints(listOrSystem, code, count).stream()
                .map(hint -> hint.text() + hint.meaning())
                .toList();
    }

    /** The sentence that refuses {@code code} in {@code column} and names the nearest known ones. */
    public String unknown(String column, String listOrSystem, String code) {
        List<Hint> hints = hints(listOrSystem, code, HINTS);
        String refusal = "%s '%s' is not known".formatted(column, code);
        return hints.isEmpty()
                ? refusal
                : hints.stream()
                        .map(hint -> "'" + hint.text() + "'" + hint.meaning())
                        .collect(Collectors.joining(
                                ", ",
                                refusal + (hints.size() == 1 ? "; the nearest known is " : "; the nearest known are "),
                                ""));
    }

    private record Hint(String text, String code, int distance) {
        private static final Comparator<Hint> ORDER =
                Comparator.comparingInt(Hint::distance).thenComparing(Hint::text);

        String meaning() {
            return text.equals(code) ? "" : " (" + code + ")";
        }
    }

    /** The nearest, and others that are as near but for one letter in five; each code once. */
    private List<Hint> hints(String listOrSystem, String code, int count) {
        List<Hint> found = new ArrayList<>();
        if (lists.containsKey(listOrSystem)) {
            lists.get(listOrSystem)
                    .forEach(known -> found.add(new Hint(known, known, EditDistance.between(known, code))));
        } else if (systems.containsKey(listOrSystem)) {
            Spellings known = systems.get(listOrSystem);
            String folded = known.fold(code);
            known.written()
                    .forEach((text, meant) ->
                            found.add(new Hint(text, meant, EditDistance.between(known.fold(text), folded))));
        }
        found.sort(Hint.ORDER);
        int reach = found.isEmpty() ? 0 : found.get(0).distance() + code.length() / 5;
        Map<String, Hint> nearest = new LinkedHashMap<>();
        for (Hint hint : found) {
            if (nearest.size() == count || hint.distance() > reach) {
                break;
            }
            nearest.putIfAbsent(hint.code(), hint);
        }
        return List.copyOf(nearest.values());
    }
}
