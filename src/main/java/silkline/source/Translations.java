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
            String system = alias.get("system");
            all.add(
                    alias.get("list") + (system.isEmpty() ? "" : "/" + system),
                    alias.get("code"),
                    alias.get("canonical"));
        }
        all.areas();
        return all.systems;
    }

    /** Where a file does not say which code it uses: ISO's three letters go before its two, and these before names. */
    private void areas() {
        for (String system : List.of("area/name", "area/iso2", CodeLists.AREA)) {
            Map.copyOf(systems.getOrDefault(system, Map.of())).forEach((text, code) -> add("area/any", text, code));
        }
        systems.put("area/iso3", systems.getOrDefault(CodeLists.AREA, Map.of()));
    }

    private void add(String system, String text, String code) {
        if (!text.isEmpty()) {
            systems.computeIfAbsent(system, key -> new HashMap<>()).put(text, code);
        }
    }
}
