package silkline.claim.curation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import silkline.claim.Change;
import silkline.claim.Hedge;

/** Reads the figures that words state: number, magnitude, unit, hedge, and whether something grew by or to it. */
final class PhraseReader {
    private static final String SUFFIX =
            "(?:'\\p{L}+|\\.(?= )|(?:st|nd|rd|th)(?!\\p{L})|-(?:е|й|м|го|му|ое|ом|ая|я)(?!\\p{L}))?";
    private static final String DASH = "–|—|-";

    private final Language language;
    private final Pattern numbers;

    PhraseReader(Language language) {
        this.language = language;
        String number = language.digits() + "|(?<![\\p{L}\\d])" + language.anyOf("number.") + "(?![\\p{L}])";
        String magnitude = language.anyOf("magnitude.") + "(?!\\p{L})";
        this.numbers = Pattern.compile(
                "(?<first>(?:%s|%s) ?)?(?<n1>%s)%s(?: ?(?<m1>%s))?(?: ?(?<cur>\\$|€))?(?: ?(?<sep>%s|%s) ?(?:\\$|€)?(?<n2>%s)%s(?: ?(?<m2>%s))?)?"
                        .formatted(
                                language.any("percent"),
                                language.anyOf("unit.U") + "|€",
                                number,
                                SUFFIX,
                                magnitude,
                                DASH,
                                language.any("range"),
                                number,
                                SUFFIX,
                                magnitude),
                Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** The figures of {@code text} in their order. */
    List<Figure> read(String text) {
        String plain = language.normalised(text);
        List<Figure> figures = new ArrayList<>();
        Matcher matcher = numbers.matcher(plain);
        int from = 0;
        while (matcher.find(from)) {
            Optional<Figure> figure = figure(plain, matcher);
            figure.ifPresent(figures::add);
            from = Math.max(matcher.start() + 1, figure.map(Figure::end).orElse(matcher.start("n1") + 1));
        }
        words(plain, "factor.", "FACTOR", figures);
        words(plain, "part.", "PCT", figures);
        ordinals(plain, figures);
        figures.sort(Comparator.comparingInt(Figure::start));
        return figures;
    }

    private Optional<Figure> figure(String text, Matcher matcher) {
        boolean isRange = isRange(text, matcher);
        int end = isRange || matcher.group("sep") == null ? matcher.end() : endOfFirst(matcher);
        Unit unit = unit(text, matcher, end);
        boolean isWord = !Character.isDigit(matcher.group("n1").charAt(0));
        boolean hasMagnitude = matcher.group("m1") != null || (isRange && matcher.group("m2") != null);
        if (isWord && !hasMagnitude && (unit.code().isEmpty() || unit.isApart())) {
            return Optional.empty(); // an article, not a number
        }
        BigDecimal value = language.number(matcher.group("n1")).orElse(null);
        BigDecimal high = isRange ? language.number(matcher.group("n2")).orElse(null) : value;
        if (value == null || high == null) {
            return Optional.empty();
        }
        int lastMult = isRange ? mult(matcher.group("m2")) : mult(matcher.group("m1"));
        int mult = matcher.group("m1") == null ? lastMult : mult(matcher.group("m1"));
        String code = unit.code().isEmpty() && !hasMagnitude && isYear(matcher.group("n1")) ? "YEAR" : unit.code();
        String before = text.substring(0, matcher.start());
        Hedge hedge = isRange ? Hedge.BETWEEN : hedge(before, text, end, unit.end());
        return Optional.of(new Figure(
                value,
                high.scaleByPowerOfTen(lastMult - mult),
                mult,
                code,
                hedge,
                change(code, before, text.substring(unit.end())),
                Figure.Rounding.AS_PRINTED,
                matcher.start(),
                unit.end()));
    }

    /** "3 bis 4" is a range; "3 und 4" only after "zwischen"; from one to the other after a verb of change is none. */
    private boolean isRange(String text, Matcher matcher) {
        String separator = matcher.group("sep");
        if (separator == null || language.finds("rise", text)) {
            return false;
        }
        boolean opened = endsWith(text.substring(0, matcher.start()), language.any("between"));
        boolean closesAlone = separator.matches(DASH) || language.any("between").equals("(?!)");
        return opened || closesAlone || separator.equals("bis");
    }

    private static int endOfFirst(Matcher matcher) {
        int end = matcher.group("cur") != null ? matcher.end("cur") : -1;
        int magnitude = matcher.group("m1") != null ? matcher.end("m1") : -1;
        return Math.max(matcher.end("n1"), Math.max(end, magnitude));
    }

    private int mult(String magnitude) {
        return magnitude == null
                ? 0
                : language.meaning("magnitude.", magnitude)
                        .map(Integer::parseInt)
                        .orElse(0);
    }

    private static boolean isYear(String text) {
        return text.matches("(?:19|20)\\d{2}");
    }

    /** A unit in words; {@code isApart} where other words stand between. */
    private record Unit(String code, int end, boolean isApart) {}

    private Unit unit(String text, Matcher matcher, int end) {
        String first =
                matcher.group("first") == null ? "" : matcher.group("first").strip();
        if (!first.isEmpty()) {
            boolean isPercent = language.meaning("percent", first).isPresent();
            return new Unit(isPercent ? "PCT" : currency(first), end, false);
        }
        if (matcher.group("cur") != null) {
            return new Unit(currency(matcher.group("cur")), end, false);
        }
        String rest = text.substring(end);
        int percent = lookingAt(rest, " ?" + language.any("percent"));
        int factor = lookingAt(rest, " ?" + language.any("factor"));
        if (percent > 0 || factor > 0) {
            return percent > 0 ? new Unit("PCT", end + percent, false) : new Unit("FACTOR", end + factor, false);
        }
        for (String words : List.of("", "(?:[\\p{L}-]+ ){1,2}?")) {
            for (String key : language.keys("unit.")) {
                int found = lookingAt(rest, " ?" + words + language.any(key));
                if (found > 0) {
                    return new Unit(key.substring("unit.".length()), end + found, !words.isEmpty());
                }
            }
        }
        return new Unit("", end, false);
    }

    private String currency(String symbol) {
        return language.meaning("unit.", symbol).orElse("EUR");
    }

    private static int lookingAt(String text, String regex) {
        Matcher matcher = Pattern.compile("(?:" + regex + ")(?!\\p{L})", Pattern.UNICODE_CHARACTER_CLASS)
                .matcher(text);
        return matcher.lookingAt() ? matcher.end() : -1;
    }

    private Hedge hedge(String before, String text, int numberEnd, int unitEnd) {
        // The longest wins: "not more than" ends with "more than".
        Hedge found = Hedge.EXACT;
        int from = before.length();
        for (Hedge hedge : Hedge.values()) {
            int start = startOfEnd(before, language.any("before." + hedge.code()));
            if (start >= 0 && start < from && !(hedge == Hedge.UP_TO && isChangeTo(before, text))) {
                found = hedge;
                from = start;
            }
        }
        if (found != Hedge.EXACT) {
            return found;
        }
        for (Hedge hedge : Hedge.values()) {
            String after = " ?(?:'\\p{L}+ )?" + language.any("after." + hedge.code());
            if (lookingAt(text.substring(numberEnd), after) > 0 || lookingAt(text.substring(unitEnd), after) > 0) {
                return hedge;
            }
        }
        return Hedge.EXACT;
    }

    /** "вырос до 4": what it grew to, not a bound. */
    private boolean isChangeTo(String before, String text) {
        return endsWith(before, language.any("to")) && language.finds("rise", text);
    }

    private Change change(String unit, String before, String after) {
        if (!unit.equals("FACTOR")) {
            return Change.NONE;
        }
        boolean by = endsWith(before, language.any("by")) || lookingAt(after, " ?" + language.any("by.after")) > 0;
        return by ? Change.BY : Change.TO;
    }

    private boolean endsWith(String text, String words) {
        return startOfEnd(text, words) >= 0;
    }

    /** Where the text ends with {@code words}, with words after them that say nothing about the figure; else -1. */
    private int startOfEnd(String text, String words) {
        String fillers = "(?: " + language.any("filler") + "){0,3} ?$";
        Matcher matcher = language.pattern(words + fillers).matcher(text);
        return matcher.find() ? matcher.start() : -1;
    }

    /** "verdreifacht", "die Hälfte": figures without a number. */
    private void words(String text, String prefix, String unit, List<Figure> figures) {
        for (String key : language.keys(prefix)) {
            Matcher matcher = language.pattern(language.any(key)).matcher(text);
            while (matcher.find()) {
                int start = matcher.start();
                int end = matcher.end();
                if (figures.stream().noneMatch(f -> f.start() < end && start < f.end())) {
                    BigDecimal value = new BigDecimal(key.substring(prefix.length()));
                    boolean isFraction = value.scale() > 1;
                    figures.add(new Figure(
                            value,
                            value,
                            0,
                            unit,
                            hedge(text.substring(0, start), text, end, end),
                            unit.equals("FACTOR") ? Change.TO : Change.NONE,
                            isFraction ? Figure.Rounding.FRACTION : Figure.Rounding.AS_PRINTED,
                            start,
                            end));
                }
            }
        }
    }

    /** "den ersten Platz". */
    private void ordinals(String text, List<Figure> figures) {
        for (String key : language.keys("ordinal.")) {
            Matcher matcher = language.pattern(language.any(key) + " " + language.any("unit.RANK"))
                    .matcher(text);
            while (matcher.find()) {
                BigDecimal value = new BigDecimal(key.substring("ordinal.".length()));
                figures.add(new Figure(
                        value,
                        value,
                        0,
                        "RANK",
                        Hedge.EXACT,
                        Change.NONE,
                        Figure.Rounding.AS_PRINTED,
                        matcher.start(),
                        matcher.end()));
            }
        }
    }
}
