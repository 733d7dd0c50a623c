package silkline.claim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import silkline.claim.curation.ClaimParser;
import silkline.series.CodeLists;
import silkline.series.NumberLocale;
import silkline.series.Period;
import silkline.series.PublicationDate;

/** Claims and facts from few words, read as the files of datasets are. */
public final class Claims {
    /** The conventions that the shipped file holds. */
    public static final Widths WIDTHS = new Widths("1", 0.05, 0.05, 0.10, 0.25);

    /** In a language without a vocabulary, so that the words of a claim do not matter. */
    public static final Map<String, Article> ARTICLES = Map.of(
            "article-000", article("article-000", "xx", "2025-11"),
            "article-9", article("article-9", "xx", "2023-01"));

    private Claims() {}

    public static Article article(String id, String language, String published) {
        return new Article(
                id,
                "An article",
                "none",
                language,
                PublicationDate.parse(published).orElseThrow(),
                "",
                "",
                "ab12");
    }

    /** A claim about exports of ICT services of Kyrgyzstan, with some cells changed, each as {@code column=text}. */
    public static Claim claim(String... changes) {
        ClaimParser.Reading<Claim> reading =
                new ClaimParser(CodeLists.of(Map.of()), NumberLocale.EN, ARTICLES).claim(cells(changes)::get);
        if (reading instanceof ClaimParser.Reading.Accepted<Claim> accepted) {
            return accepted.value();
        }
        throw new IllegalArgumentException(reading.toString());
    }

    public static Map<String, String> cells(String... changes) {
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

    static ClaimBook book(Claim... claims) {
        return ClaimBook.of(List.of(claims), List.copyOf(ARTICLES.values()), WIDTHS, Map.of());
    }

    /**
     * What is believed now about {@code about}: the dimensions of {@link Facts.About} without
     * valuation and prices, with spaces between. Values as
     * {@code period=number}.
     */
    public static Facts.Series series(String about, String... values) {
        return series(about, "2025-03-31", Facts.Standing.CURRENT, values);
    }

    public static Facts.Series series(String about, String vintage, Facts.Standing standing, String... values) {
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
                        d.get(0), d.get(1), d.get(2), d.get(3), d.get(4), d.get(5), d.get(6), "_Z", "V", d.get(7),
                        d.get(8)),
                String.join(".", d),
                vintage,
                standing,
                PublicationDate.parse(vintage).orElseThrow().latest(),
                byPeriod,
                Map.of());
    }

    static Facts facts(Facts.Series... series) {
        return new Facts(List.of(series));
    }

    static List<Check> check(Claim claim, Facts.Series... series) {
        return new ClaimChecker(facts(series), book(claim)).check(claim);
    }
}
