package silkline.claim.curation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import silkline.claim.Article;
import silkline.claim.Change;
import silkline.claim.Claim;
import silkline.claim.Hedge;
import silkline.claim.Kind;
import silkline.series.CodeLists;
import silkline.series.NumberLocale;
import silkline.series.Period;
import silkline.series.PublicationDate;
import silkline.series.SeriesId;

/** Reads articles and claims, row by row and cell by cell; the words of a claim must say what its cells say. */
public final class ClaimParser {
    public static final List<String> ARTICLE_COLUMNS =
            List.of("article_id", "title", "outlet", "language", "published_at", "date_source", "url", "sha256");

    public static final List<String> CLAIM_COLUMNS = List.of(
            "claim_id",
            "article_id",
            "kind",
            "indicator",
            "ref_area",
            "flow",
            "counterpart_area",
            "product",
            "unit_measure",
            "value",
            "value_high",
            "unit_mult",
            "hedge",
            "time_period",
            "base_period",
            "window_years",
            "relates_to",
            "scope",
            "stated_as",
            "note");

    /** Columns that a file of claims may leave out. */
    public static final List<String> OPTIONAL_CLAIM_COLUMNS = List.of("period_as", "basis", "share_of");

    private static final String BASIS = "basis";
    private static final Pattern UNIT_MULT = Pattern.compile("-?\\d{1,2}");
    private static final Pattern YEARS = Pattern.compile("\\d{1,3}");

    private final CodeLists codes;
    private final NumberLocale locale;
    private final Map<String, Article> articles;

    /** {@code articles} by id: their language and date say how the words of their claims are read. */
    public ClaimParser(CodeLists codes, NumberLocale locale, Map<String, Article> articles) {
        this.codes = codes;
        this.locale = locale;
        this.articles = Map.copyOf(articles);
    }

    /** What a row says, or which rule it breaks. */
    public sealed interface Reading<T> {
        record Accepted<T>(T value) implements Reading<T> {}

        record Rejected<T>(String rule, String message) implements Reading<T> {}
    }

    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String rule;

        Refusal(String rule, String message) {
            super(message, null, false, false);
            this.rule = rule;
        }
    }

    public Reading<Article> article(UnaryOperator<String> cells) {
        return read(cells, this::toArticle);
    }

    public Reading<Claim> claim(UnaryOperator<String> cells) {
        return read(cells, row -> proved(toClaim(row)));
    }

    /** Words of a language that nobody here can read prove nothing and refuse nothing. */
    private Claim proved(Claim claim) {
        Article article = articles.get(claim.articleId());
        if (article == null) {
            throw new Refusal("UNKNOWN_ARTICLE", "article_id '%s' is no article".formatted(claim.articleId()));
        }
        Optional<Language> language = Language.of(article.language());
        if (language.isEmpty()) {
            return claim;
        }
        Proof proof = new Proof(language.get(), article.published());
        proof.figureMismatch(claim).ifPresent(message -> {
            throw new Refusal("STATED_AS", message);
        });
        proof.periodMismatch(claim).ifPresent(message -> {
            throw new Refusal("PERIOD_AS", message);
        });
        return claim.proved(proof.figure(claim).orElseThrow().change());
    }

    private static <T> Reading<T> read(UnaryOperator<String> cells, Function<UnaryOperator<String>, T> reader) {
        try {
            return new Reading.Accepted<>(reader.apply(column -> {
                String cell = cells.apply(column);
                return cell == null ? "" : cell.strip();
            }));
        } catch (Refusal refusal) {
            return new Reading.Rejected<>(refusal.rule, refusal.getMessage());
        }
    }

    private Article toArticle(UnaryOperator<String> cells) {
        String published = cells.apply("published_at");
        return new Article(
                required(cells, "article_id"),
                required(cells, "title"),
                required(cells, "outlet"),
                required(cells, "language"),
                PublicationDate.parse(published)
                        .orElseThrow(() -> new Refusal(
                                "PUBLISHED_AT",
                                "published_at '%s' is none of 2026-04-08, 2026-04, 2026, ../2026-04-08"
                                        .formatted(published))),
                cells.apply("date_source"),
                cells.apply("url"),
                required(cells, "sha256"));
    }

    private Claim toClaim(UnaryOperator<String> cells) {
        boolean inScope = scope(required(cells, "scope"));
        int unitMult = whole(cells, "unit_mult", UNIT_MULT);
        BigDecimal stated = number(cells, "value", unitMult);
        Hedge hedge = coded(cells, "hedge", Hedge::parse);
        Kind kind = coded(cells, "kind", Kind::parse);
        String unit = known(CodeLists.UNIT, "unit_measure", required(cells, "unit_measure"));
        return new Claim(
                required(cells, "claim_id"),
                required(cells, "article_id"),
                kind,
                indicators(required(cells, "indicator")),
                known(CodeLists.AREA, "ref_area", orNotApplicable(cells, "ref_area")),
                orNotApplicable(cells, "flow"),
                known(CodeLists.AREA, "counterpart_area", orNotApplicable(cells, "counterpart_area")),
                cells.apply("product"),
                unit,
                stated,
                hedge == Hedge.BETWEEN ? high(cells, stated, unitMult) : stated,
                unitMult,
                hedge,
                periods(cells, "time_period"),
                periods(cells, "base_period"),
                whole(cells, "window_years", YEARS),
                cells.apply("relates_to"),
                codes(cells, BASIS, BASIS),
                codes(cells, "share_of", CodeLists.INDICATOR),
                Change.NONE,
                inScope,
                required(cells, "stated_as"),
                cells.apply("period_as"),
                false,
                cells.apply("note"));
    }

    private List<String> codes(UnaryOperator<String> cells, String column, String list) {
        List<String> found = new ArrayList<>(List.of(cells.apply(column).split(" +", -1)));
        found.removeIf(String::isEmpty);
        found.forEach(code -> known(list, column, code));
        return found;
    }

    private List<String> indicators(String text) {
        List<String> indicators = Arrays.asList(text.split(" +", -1));
        indicators.forEach(code -> known(CodeLists.INDICATOR, "indicator", code));
        return indicators;
    }

    private static boolean scope(String text) {
        return switch (text) {
            case "in" -> true;
            case "out" -> false;
            default -> throw new Refusal("SCOPE", "scope '%s' is neither in nor out".formatted(text));
        };
    }

    private static List<Period> periods(UnaryOperator<String> cells, String column) {
        List<Period> periods = new ArrayList<>();
        for (String text : cells.apply(column).split(" +", -1)) {
            if (!text.isEmpty()) {
                periods.add(Period.parse(text)
                        .orElseThrow(() -> new Refusal(
                                "TIME_PERIOD",
                                "%s '%s' is none of 2024, 2024-S1, 2024-Q1, 2024-01, 2024-01/P5M"
                                        .formatted(column, text))));
            }
        }
        return periods;
    }

    /** Refused too where the figure is beyond what a double holds. */
    private BigDecimal number(UnaryOperator<String> cells, String column, int unitMult) {
        String text = required(cells, column);
        BigDecimal number = locale.number(text)
                .orElseThrow(() -> new Refusal("NOT_A_NUMBER", "%s '%s' is not a number".formatted(column, text)));
        if (Double.isInfinite(number.scaleByPowerOfTen(unitMult).doubleValue())) {
            throw new Refusal("OUT_OF_RANGE", "%s '%s' times 10^%d is too large".formatted(column, text, unitMult));
        }
        return number;
    }

    /** The second figure of "between". */
    private BigDecimal high(UnaryOperator<String> cells, BigDecimal low, int unitMult) {
        BigDecimal high = number(cells, "value_high", unitMult);
        if (high.compareTo(low) < 0) {
            throw new Refusal(
                    "OUT_OF_RANGE",
                    "value_high '%s' is less than value '%s'"
                            .formatted(cells.apply("value_high"), cells.apply("value")));
        }
        return high;
    }

    private static int whole(UnaryOperator<String> cells, String column, Pattern shape) {
        String text = cells.apply(column);
        if (!text.isEmpty() && !shape.matcher(text).matches()) {
            throw new Refusal("NOT_A_NUMBER", "%s '%s' is not a small whole number".formatted(column, text));
        }
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private static <T> T coded(UnaryOperator<String> cells, String column, Function<String, Optional<T>> parse) {
        String text = required(cells, column);
        return parse.apply(text)
                .orElseThrow(() -> new Refusal("UNKNOWN_CODE", "%s '%s' is not known".formatted(column, text)));
    }

    private String known(String list, String column, String code) {
        if (!code.equals(SeriesId.NOT_APPLICABLE) && !codes.knows(list, code)) {
            throw new Refusal("UNKNOWN_CODE", codes.unknown(column, list, code));
        }
        return code;
    }

    private static String orNotApplicable(UnaryOperator<String> cells, String column) {
        String text = cells.apply(column);
        return text.isEmpty() ? SeriesId.NOT_APPLICABLE : text;
    }

    private static String required(UnaryOperator<String> cells, String column) {
        String text = cells.apply(column);
        if (text.isEmpty()) {
            throw new Refusal("EMPTY_CELL", column + " is empty");
        }
        return text;
    }
}
