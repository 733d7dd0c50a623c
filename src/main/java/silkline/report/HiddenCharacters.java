package silkline.report;

import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Characters that a reader cannot see and that change how the text around them looks: bidirectional embeddings,
 * overrides and isolates, and control characters. Ordinary right-to-left letters and marks are left alone.
 */
public final class HiddenCharacters {
    private static final Pattern BIDIRECTIONAL = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern ALL =
            Pattern.compile("[\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F\\u202A-\\u202E\\u2066-\\u2069]");

    private HiddenCharacters() {}

    /** Each as its name: {@code [U+202E]}. */
    public static String named(String text) {
        return replaced(ALL, text, c -> "[U+%04X]".formatted(c));
    }

    /** The same JSON, with each as an escape. */
    public static String escapedForJson(String json) {
        return replaced(BIDIRECTIONAL, json, c -> "\\\\u%04x".formatted(c));
    }

    private static String replaced(Pattern pattern, String text, Function<Integer, String> name) {
        return pattern.matcher(text)
                .replaceAll(match -> name.apply((int) match.group().charAt(0)));
    }
}
