package silkline.report;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import silkline.UserError;

/**
 * The fixed texts and the numbers of one language. A text is a message of {@link MessageFormat} in {@code
 * language/<code>.properties}, one key for each sentence; an apostrophe is an apostrophe.
 */
public final class Language {
    /** The languages that a report can be in. */
    public static final List<String> CODES = List.of("en", "de", "tr");

    public static final Language ENGLISH = of("en");

    private final String code;
    private final Locale locale;
    private final Map<String, String> messages;
    private final Phrases phrases;

    /** For tests: a language of their own making. */
    Language(String code, Locale locale, Map<String, String> messages) {
        this.code = code;
        this.locale = locale;
        this.messages = Map.copyOf(messages);
        this.phrases = new Phrases(this, messages("en"));
    }

    /** The language of a code such as {@code de}; an error of usage where there is none. */
    public static Language of(String code) {
        if (!CODES.contains(code)) {
            throw UserError.usage(
                    "--language '%s': no such language. There are %s.".formatted(code, String.join(", ", CODES)));
        }
        return new Language(code, code.equals("en") ? Locale.ROOT : new Locale(code), messages(code));
    }

    static Map<String, String> messages(String code) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(PageResource.text("/silkline/report/language/" + code + ".properties")));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Map<String, String> messages = new TreeMap<>();
        properties.forEach((key, text) -> messages.put(key.toString(), text.toString()));
        return messages;
    }

    public String code() {
        return code;
    }

    public boolean isEnglish() {
        return code.equals("en");
    }

    /** The text of a key with its arguments; a key that is not there is a fault of the program. */
    public String text(String key, Object... arguments) {
        String pattern = messages.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("No text for " + key);
        }
        return new MessageFormat(pattern.replace("'", "''"), locale).format(arguments);
    }

    /** The text of a key without arguments, where there is one. */
    public String textOr(String key, String otherwise) {
        return messages.getOrDefault(key, otherwise);
    }

    /** {@code 855,3 Mio. USD}, {@code %18,5}: as {@link Numbers#text} in English. */
    public String number(double value, String unit) {
        if (Double.isNaN(value)) {
            return Numbers.NONE;
        }
        Scale scale = Scale.of(unit, value);
        String number = number(value, scale);
        return switch (scale.label()) {
            case "" -> number;
            case "%" -> percent(number);
            case "times" -> text("number.times", number);
            default -> text("number.with_unit", number, label(scale));
        };
    }

    /** The sign stands before all, as in {@code −%28,5}. */
    private String percent(String number) {
        boolean isNegative = number.startsWith(Numbers.MINUS);
        String percent = text("number.percent", isNegative ? number.substring(1) : number);
        return isNegative ? Numbers.MINUS + percent : percent;
    }

    /** On a scale, without its label. */
    public String number(double value, Scale scale) {
        return Numbers.fixed(value, scale.shift(), scale.decimals(), locale);
    }

    /** As it stands in a sentence, with its unit. */
    public String figure(Figure figure) {
        return isEnglish() ? figure.text() : number(figure.value(), figure.unit());
    }

    /** The label of a scale: {@code Mio. USD}; codes of units stay. */
    public String label(Scale scale) {
        return Stream.of(scale.label().split(" "))
                .map(word -> textOr("unit." + word, word))
                .collect(Collectors.joining(" "));
    }

    /** What a claim says about itself in English, a reading, a condition or a formula, in this language. */
    public String phrase(String english) {
        return isEnglish() ? english : phrases.said(english);
    }

    char decimalPoint() {
        return DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
    }

    /** {@code a or b}. */
    public String either(List<String> choices) {
        return String.join(" " + text("word.or") + " ", choices);
    }
}
