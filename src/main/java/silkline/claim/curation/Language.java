package silkline.claim.curation;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import silkline.series.NumberLocale;

/** How a language puts figures into words; from {@code /silkline/claim/<code>.properties}. */
final class Language {
    /** ISO 639-1 codes of the languages that can be read. */
    static final List<String> KNOWN = List.of("de", "en", "ru", "tr");

    private static final Map<String, Language> LOADED = new ConcurrentHashMap<>();

    private final Locale locale;
    private final NumberLocale numbers;
    private final Map<String, String> words;
    private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();

    private Language(String code, Map<String, String> words) {
        this.locale = Locale.forLanguageTag(code);
        this.words = words;
        this.numbers = words.get("decimal").equals(",") ? NumberLocale.DE : NumberLocale.EN;
    }

    /** Empty for a language without a vocabulary. */
    static Optional<Language> of(String code) {
        return KNOWN.contains(code) ? Optional.of(LOADED.computeIfAbsent(code, Language::load)) : Optional.empty();
    }

    private static Language load(String code) {
        Properties properties = new Properties();
        try (InputStream bytes = Language.class.getResourceAsStream("/silkline/claim/" + code + ".properties")) {
            properties.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Map<String, String> words = new LinkedHashMap<>();
        properties.stringPropertyNames().stream()
                .sorted()
                .forEach(name -> words.put(name, properties.getProperty(name).strip()));
        return new Language(code, words);
    }

    /** In lower case, with plain spaces and straight apostrophes, character by character. */
    String normalised(String text) {
        String plain = text.replaceAll("[\\u00a0\\u202f\\u2009\\s]", " ").replace('’', '\'');
        String lower = plain.toLowerCase(locale);
        return lower.length() == text.length() ? lower : plain;
    }

    /** The words under {@code key} as one alternative; what never matches where there are none. */
    String any(String key) {
        String found = words.getOrDefault(key, "");
        return found.isEmpty() ? "(?!)" : "(?:" + found + ")";
    }

    /** The keys that begin with {@code prefix}, the longest words first. */
    List<String> keys(String prefix) {
        return words.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .sorted(Comparator.comparing((String key) -> words.get(key).length())
                        .reversed()
                        .thenComparing(key -> key))
                .toList();
    }

    /** All words under keys with {@code prefix}. */
    String anyOf(String prefix) {
        return keys(prefix).stream().map(this::any).collect(Collectors.joining("|", "(?:", ")"));
    }

    /** Whole words only. */
    Pattern pattern(String regex) {
        return patterns.computeIfAbsent(
                regex,
                text -> Pattern.compile(
                        "(?<![\\p{L}\\d])(?:" + text + ")(?![\\p{L}])", Pattern.UNICODE_CHARACTER_CLASS));
    }

    boolean finds(String key, String text) {
        return pattern(any(key)).matcher(text).find();
    }

    /** What the key of the first word that is the whole of {@code text} says after {@code prefix}: "6" of "magnitude.6". */
    Optional<String> meaning(String prefix, String text) {
        return keys(prefix).stream()
                .filter(key -> Pattern.compile(any(key), Pattern.UNICODE_CHARACTER_CLASS)
                        .matcher(text)
                        .matches())
                .map(key -> key.substring(prefix.length()))
                .findFirst();
    }

    /** Digits of this language, grouped in threes or not at all. */
    String digits() {
        String point = Pattern.quote(words.get("decimal"));
        String group = words.get("group").isEmpty() ? " " : "[ " + words.get("group") + "]";
        return "(?<![\\p{L}\\d.,])(?:\\d{1,3}(?:%s\\d{3})+|\\d+)(?:%s\\d+)?(?![.,]?\\d)".formatted(group, point);
    }

    /** A number in digits or one word. */
    Optional<BigDecimal> number(String text) {
        return numbers.number(text.replace(" ", ""))
                .or(() -> meaning("number.", text).map(BigDecimal::new));
    }

    /** Every whole number that {@code key}, with {n} for it, finds in {@code text}. */
    List<Integer> counts(String key, String text) {
        String regex = any(key).replace("{n}", "(" + digits() + "|" + anyOf("number.") + ")");
        List<Integer> counts = new ArrayList<>();
        Matcher matcher = pattern(regex).matcher(text);
        while (matcher.find()) {
            number(firstGroup(matcher))
                    .filter(n -> n.stripTrailingZeros().scale() <= 0)
                    .ifPresent(n -> counts.add(n.intValue()));
        }
        return counts;
    }

    private static String firstGroup(Matcher matcher) {
        int group = 1;
        while (matcher.group(group) == null) {
            group++;
        }
        return matcher.group(group);
    }
}
