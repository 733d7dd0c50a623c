package silkline.claim;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import silkline.series.CodeLists;
import silkline.series.NumberLocale;
import silkline.series.Period;

/** Claims and facts from few words, read as the files of datasets are. */
final class Claims {
    private Claims() {}

    /** A claim about exports of ICT services of Kyrgyzstan, with some cells changed, each as {@code column=text}. */
    static Claim claim(String... changes) {
        ClaimParser.Reading<Claim> reading =
                new ClaimParser(CodeLists.of(Map.of()), NumberLocale.EN).claim(cells(changes)::get);
        if (reading instanceof ClaimParser.Reading.Accepted<Claim> accepted) {
            return accepted.value();
        }
        throw new IllegalArgumentException(reading.toString());
    }

    static Map<String, String> cells(String... changes) {
        Map<String, String> cells = new HashMap<>(Map.of(
                "claim_id", "000-2",
                "article_id", "article-000",
                "kind", "level",
                "indicator", "ict_services_exports",
                "ref_area", "KGZ",
                "flow", "X",
                "counterpart_area", "WLD",
                "unit_measure", "USD"));
        cells.putAll(Map.of(
                "value", "130",
                "unit_mult", "6",
                "hedge", "exact",
                "time_period", "2024",
                "scope", "in",
                "stated_as", "130 Millionen US-Dollar"));
        for (String change : changes) {
            int equals = change.indexOf('=');
            cells.put(change.substring(0, equals), change.substring(equals + 1));
        }
        return cells;
    }

    static Map<String, Claim> byId(Claim... claims) {
        Map<String, Claim> byId = new LinkedHashMap<>();
        for (Claim claim : claims) {
            byId.put(claim.id(), claim);
        }
        return byId;
    }

    /**
     * What is believed now about {@code about}: the nine dimensions of {@link Facts.About} with spaces between. Values as
     * {@code period=number}.
     */
    static Facts.Series series(String about, String... values) {
        return series(about, "2025-03-31", Facts.Standing.CURRENT, values);
    }

    static Facts.Series series(String about, String vintage, Facts.Standing standing, String... values) {
        List<String> d = List.of(about.split(" ", -1));
        NavigableMap<Period, Double> byPeriod = new TreeMap<>();
        for (String value : values) {
            int equals = value.indexOf('=');
            byPeriod.put(
                    Period.parse(value.substring(0, equals)).orElseThrow(),
                    Double.valueOf(value.substring(equals + 1)));
        }
        return new Facts.Series(
                new Facts.About(
                        d.get(0), d.get(1), d.get(2), d.get(3), d.get(4), d.get(5), d.get(6), d.get(7), d.get(8)),
                String.join(".", d),
                vintage,
                standing,
                byPeriod);
    }

    static Facts facts(Facts.Series... series) {
        return new Facts(List.of(series));
    }

    static List<Check> check(Claim claim, Facts.Series... series) {
        return new ClaimChecker(facts(series), byId(claim)).check(claim);
    }
}
