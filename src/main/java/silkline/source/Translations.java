package silkline.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import silkline.series.CodeLists;

/** What other offices write for our codes: columns of {@code areas.csv} and the rows of {@code aliases.csv}. */
final class Translations {
    private static final List<String> AREA_CODES = List.of("iso2", "m49", "comtrade", "imf");
    private static final List<String> AREA_NAMES = List.of("name_en", "name_de", "name_tr", "name_ru");

    /** A system, and those that it goes on with, the later first; in this order, since they build on each other. */
    private record Chain(String system, List<String> parents) {}

    private static final List<Chain> CHAINS = List.of(
            new Chain("area/iso3", List.of(CodeLists.AREA)),
            new Chain("area/any", List.of("area/name", "area/iso2", CodeLists.AREA)),
            new Chain("area/worldbank", List.of("area/name", "area/iso2", CodeLists.AREA)),
            new Chain("area/wits", List.of(CodeLists.AREA)),
            new Chain("area/comtrade", List.of(CodeLists.AREA)),
            new Chain("area/baci", List.of("area/comtrade")),
            new Chain("area/imf", List.of("area/name", CodeLists.AREA)),
            new Chain("area/siat", List.of("area/name", "area/m49")),
            new Chain("area/bns", List.of("area/name")));

    private final Map<String, Map<String, String>> systems = new HashMap<>();

    private Translations() {}

    /** By system, spelling to code. A list's own codes translate to themselves under its name. */
    static Map<String, Map<String, String>> of(Map<String, List<CSVRecord>> files, Map<String, Set<String>> lists) {
        Translations all = new Translations();
        lists.forEach((list, codes) -> codes.forEach(code -> all.add(list, code, code)));
        for (CSVRecord area : files.get("areas.csv")) {
            AREA_NAMES.forEach(column -> all.add("area/name", area.get(column), area.get("code")));
            AREA_CODES.stream()
                    .filter(area::isMapped)
                    .forEach(column -> all.add("area/" + column, area.get(column), area.get("code")));
        }
        for (CSVRecord alias : files.get("aliases.csv")) {
            String owner = alias.get("system");
            String system = owner.isEmpty() ? alias.get("list") : alias.get("list") + "/" + owner;
            all.add(system, alias.get("code"), alias.get("canonical"));
        }
        CHAINS.forEach(all::goOn);
        return all.systems;
    }

    /** What a system says itself goes before what it takes from others. */
    private void goOn(Chain chain) {
        Map<String, String> own = systems.getOrDefault(chain.system(), Map.of());
        Map<String, String> all = new HashMap<>();
        chain.parents().forEach(parent -> all.putAll(systems.getOrDefault(parent, Map.of())));
        all.putAll(own);
        systems.put(chain.system(), all);
    }

    private void add(String system, String text, String code) {
        if (!text.isEmpty()) {
            systems.computeIfAbsent(system, key -> new HashMap<>()).put(text, code);
        }
    }
}
