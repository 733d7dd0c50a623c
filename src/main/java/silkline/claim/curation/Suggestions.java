package silkline.claim.curation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import silkline.claim.Article;
import silkline.series.Period;

/**
 * Proposes claims for the figures of a text, for a curator to confirm. The figure, its hedge and its time are read; what
 * it is about is a guess by single words, and left empty where there is none.
 */
public final class Suggestions {
    /** Where a sentence ends, but for "24. November", "3,4 Mrd. USD" and the like. */
    private static final Pattern SENTENCE_END =
            Pattern.compile("(?<=[^\\d\\s.][.!?;])(?<!Mrd\\.|Mio\\.|Bio\\.|млн\\.|млрд\\.|ca\\.)\\s+|\\R+");

    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final int MOST_WORDS = 9;

    private final Language language;
    private final PhraseReader phrases;
    private final PeriodReader periods;
    private final Article article;
    private final Function<String, Optional<String>> areas;

    private Suggestions(Language language, Article article, Function<String, Optional<String>> areas) {
        this.language = language;
        this.phrases = new PhraseReader(language);
        this.periods = new PeriodReader(language, article.published());
        this.article = article;
        this.areas = areas;
    }

    /** The codes of languages that texts can be read in. */
    public static List<String> languages() {
        return Language.KNOWN;
    }

    /**
     * Rows of a file of claims, cell by column, in the order of the text.
     *
     * @param article gives the language, one of {@link #languages}, and the date that "last year" counts from
     * @param areas the code of a country by one of its names
     */
    public static List<Map<String, String>> of(String text, Article article, Function<String, Optional<String>> areas) {
        Language language = Language.of(article.language())
                .orElseThrow(() -> new IllegalArgumentException("language " + article.language()));
        return new Suggestions(language, article, areas).rows(text);
    }

    private List<Map<String, String>> rows(String text) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String sentence : SENTENCE_END.split(text, -1)) {
            for (Figure figure : phrases.read(sentence)) {
                if (isFigure(figure, sentence)) {
                    rows.add(row(sentence, figure, rows.size() + 1));
                }
            }
        }
        return rows;
    }

    /** Years and bare numbers are no claims; nor is the number of years that another figure is about. */
    private boolean isFigure(Figure figure, String sentence) {
        return !figure.unit().isEmpty()
                && !figure.unit().equals("YEAR")
                && !(figure.unit().equals("YEARS") && !periods.read(sentence).isEmpty());
    }

    private Map<String, String> row(String sentence, Figure figure, int number) {
        String plain = language.normalised(sentence);
        List<When> when = periods.read(sentence);
        String kind = kind(figure, plain);
        List<String> found = areas(sentence);
        Map<String, String> row = new LinkedHashMap<>();
        ClaimParser.CLAIM_COLUMNS.forEach(column -> row.put(column, ""));
        ClaimParser.OPTIONAL_CLAIM_COLUMNS.forEach(column -> row.put(column, ""));
        row.put("claim_id", "%s-%d".formatted(article.id().replaceFirst("^article-", ""), number));
        row.put("article_id", article.id());
        row.put("kind", kind);
        row.put("indicator", firstOf("indicator.", plain));
        row.put("ref_area", found.isEmpty() ? "" : found.get(0));
        row.put("flow", firstOf("flow.", plain));
        row.put("counterpart_area", found.size() < 2 ? "" : found.get(1));
        row.put("unit_measure", figure.unit());
        row.put("value", value(figure).toPlainString());
        row.put(
                "value_high",
                figure.high().compareTo(figure.value()) == 0
                        ? ""
                        : figure.high().toPlainString());
        row.put("unit_mult", Integer.toString(figure.unitMult()));
        row.put("hedge", figure.hedge().code());
        When meant = when.isEmpty() ? periods.unsaid().get(0) : when.get(0);
        row.put("time_period", texts(meant.periods()));
        row.put("base_period", texts(periods.bases(sentence)));
        row.put("window_years", meant.windowYears() == 0 ? "" : Integer.toString(meant.windowYears()));
        row.put("scope", "in");
        row.put("stated_as", statedAs(sentence, figure));
        row.put(
                "period_as",
                when.isEmpty()
                        ? ""
                        : shortest(
                                sentence,
                                w -> periods.read(w).equals(when)
                                        && periods.bases(w).equals(periods.bases(sentence))));
        row.put("note", when.isEmpty() ? "to confirm; no time stated: the last full year" : "to confirm");
        return row;
    }

    /** A third as 33.3 %. */
    private static BigDecimal value(Figure figure) {
        return figure.rounding() == Figure.Rounding.FRACTION
                ? figure.value().setScale(1, RoundingMode.HALF_UP)
                : figure.value();
    }

    private String kind(Figure figure, String sentence) {
        return switch (figure.unit()) {
            case "RANK" -> "rank";
            case "FACTOR" -> "ratio";
            case "PCT" -> language.finds("rise", sentence) ? "growth" : "share";
            case "COUNT", "HEAD", "KM", "DAYS", "YEARS" -> "count";
            default -> language.finds("ahead", sentence) ? "target" : "level";
        };
    }

    private String firstOf(String prefix, String sentence) {
        return language.keys(prefix).stream()
                .filter(key -> language.finds(key, sentence))
                .findFirst()
                .map(key -> key.substring(prefix.length()))
                .orElse("");
    }

    /** In the order of the sentence; names of up to three words, the German genitive too. */
    private List<String> areas(String sentence) {
        List<String> words = WORD.matcher(sentence)
                .results()
                .map(word -> word.group().replaceAll("['’].*|[^\\p{L}-]", ""))
                .toList();
        List<String> found = new ArrayList<>();
        for (int from = 0; from < words.size(); from++) {
            for (int length = Math.min(3, words.size() - from); length > 0; length--) {
                String name = String.join(" ", words.subList(from, from + length));
                boolean isName = name.length() > 3 && Character.isUpperCase(name.charAt(0));
                Optional<String> area = isName
                        ? areas.apply(name).or(() -> areas.apply(name.replaceFirst("s$", "")))
                        : Optional.empty();
                area.filter(code -> !found.contains(code)).ifPresent(found::add);
            }
        }
        return found;
    }

    /** The fewest words around the figure that state it, hedge and all. */
    private String statedAs(String sentence, Figure figure) {
        return shortest(sentence, words -> phrases.read(words).stream().anyMatch(f -> isSame(f, figure)));
    }

    private static boolean isSame(Figure one, Figure other) {
        return one.value().compareTo(other.value()) == 0
                && one.high().compareTo(other.high()) == 0
                && one.unitMult() == other.unitMult()
                && one.unit().equals(other.unit())
                && one.hedge() == other.hedge()
                && one.change() == other.change();
    }

    /** The fewest words that follow each other and pass; the sentence where there are none. */
    private static String shortest(String sentence, Predicate<String> passes) {
        List<int[]> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(sentence);
        while (matcher.find()) {
            words.add(new int[] {matcher.start(), matcher.end()});
        }
        for (int length = 1; length <= MOST_WORDS; length++) {
            for (int from = 0; from + length <= words.size(); from++) {
                String part = sentence.substring(words.get(from)[0], words.get(from + length - 1)[1]);
                if (passes.test(part)) {
                    return part.replaceAll("[,;:.]$", "");
                }
            }
        }
        return sentence.strip();
    }

    private static String texts(List<Period> periods) {
        return periods.stream().map(Period::toString).collect(Collectors.joining(" "));
    }
}
