package silkline.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says in another language what the claims say about themselves in English: readings, conditions, formulas. Each such
 * phrase is a message whose key begins with {@code phrase.}; its English text is the pattern that knows it again.
 */
final class Phrases {
    private static final String PREFIX = "phrase.";
    private static final List<String> JOINTS = List.of("; or ", " and ", ", ");
    private static final Pattern OR = Pattern.compile(" or ");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern AMOUNT = Pattern.compile("(?:\\b(about|over|at least|almost|up to|between) )?"
            + "(?<![\\w./-])(\\d+(?:\\.\\d+)?)(?: and (\\d+(?:\\.\\d+)?))?(?![\\w/^-]|\\.\\d)"
            + "(?: (%|thousand|million|billion|trillion))?(?: ([A-Z]{3})\\b)?");

    private final Language language;
    private final List<Known> known;

    Phrases(Language language, Map<String, String> english) {
        this.language = language;
        this.known = english.entrySet().stream()
                .filter(message -> message.getKey().startsWith(PREFIX))
                .map(message -> Known.of(message.getKey(), message.getValue()))
                .sorted(Comparator.comparingInt((Known phrase) -> phrase.literals)
                        .reversed()
                        .thenComparing(Known::key))
                .toList();
    }

    /** {@code phrase} in the language; what is no phrase, such as a name, stays. */
    String said(String phrase) {
        return whole(phrase).orElseGet(() -> amounts(phrase));
    }

    private Optional<String> whole(String phrase) {
        for (Known one : known) {
            Matcher match = one.pattern.matcher(phrase);
            if (match.matches()) {
                Object[] arguments = new Object[one.arguments];
                for (int i = 0; i < one.arguments; i++) {
                    arguments[i] = argument(match.group("a" + i), one.isQuoted);
                }
                return Optional.of(language.text(one.key, arguments));
            }
        }
        for (String joint : JOINTS) {
            for (int at = phrase.indexOf(joint); at >= 0; at = phrase.indexOf(joint, at + 1)) {
                Optional<String> before = whole(phrase.substring(0, at));
                Optional<String> after = whole(phrase.substring(at + joint.length()));
                if (before.isPresent() && after.isPresent()) {
                    return Optional.of(before.get() + joint(joint) + after.get());
                }
            }
        }
        return Optional.empty();
    }

    private String joint(String english) {
        return switch (english) {
            case "; or " -> "; " + language.text("word.or") + " ";
            case " and " -> " " + language.text("word.and") + " ";
            default -> english;
        };
    }

    /** What an article says in quotation marks is left as it is; what may be meant by it is not. */
    private String argument(String text, boolean isQuoted) {
        return language.either(OR.splitAsStream(text)
                .map(choice -> whole(choice).orElseGet(() -> isQuoted ? choice : amounts(choice)))
                .toList());
    }

    /** A formula, or other text with stated amounts: what stands in quotation marks is left as it is. */
    String amounts(String text) {
        List<String> parts = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(text);
        int from = 0;
        while (quoted.find()) {
            parts.add(outsideQuotes(text.substring(from, quoted.start())));
            parts.add(quoted.group());
            from = quoted.end();
        }
        parts.add(outsideQuotes(text.substring(from)));
        return String.join("", parts);
    }

    private String outsideQuotes(String text) {
        String said = AMOUNT.matcher(text).replaceAll(amount -> Matcher.quoteReplacement(amount(amount)));
        return said.replace(" of ", " " + language.text("word.of") + " ")
                .replace(" less ", " " + language.text("word.less") + " ")
                .replace(" x ", " × ");
    }

    private String amount(MatchResult amount) {
        String unit = Stream.of(amount.group(4), amount.group(5))
                .filter(word -> word != null && !word.equals("%"))
                .map(word -> language.textOr("unit." + word, word))
                .collect(Collectors.joining(" "));
        String number = number(amount.group(2), amount.group(4), unit);
        if (amount.group(1) == null) {
            return number;
        }
        String hedge = "hedge." + amount.group(1).replace(' ', '_');
        return amount.group(3) == null
                ? language.text(hedge, number)
                : language.text(
                        "range.between", decimals(amount.group(2)), number(amount.group(3), amount.group(4), unit));
    }

    private String number(String digits, String magnitude, String unit) {
        String number = "%".equals(magnitude) ? language.text("number.percent", decimals(digits)) : decimals(digits);
        return unit.isEmpty() ? number : number + " " + unit;
    }

    private String decimals(String digits) {
        return language.isEnglish() ? digits : digits.replace('.', language.decimalPoint());
    }

    /** A phrase, and how it is known again. */
    private record Known(String key, Pattern pattern, int arguments, int literals, boolean isQuoted) {
        private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

        static Known of(String key, String english) {
            boolean isSentence = english.endsWith(".");
            StringBuilder pattern = new StringBuilder();
            Matcher place = PLACE.matcher(english);
            int from = 0;
            int arguments = 0;
            int literals = 0;
            while (place.find()) {
                String literal = english.substring(from, place.start());
                boolean isFree = isSentence || literal.endsWith("\"");
                pattern.append(Pattern.quote(literal))
                        .append("(?<a")
                        .append(place.group(1))
                        .append(isFree ? ">.+)" : ">(?:(?! and |; or |, ).)+)");
                literals += literal.length();
                arguments++;
                from = place.end();
            }
            pattern.append(Pattern.quote(english.substring(from)));
            return new Known(
                    key,
                    Pattern.compile(pattern.toString()),
                    arguments,
                    literals + english.length() - from,
                    english.contains("\"{0}\""));
        }
    }
}
