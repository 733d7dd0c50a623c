package silkline.report;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A language without words: of every text only the arguments are left. What can still be read was not translated. */
public final class PseudoLanguage {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)[^}]*}");

    private PseudoLanguage() {}

    public static Language language() {
        Map<String, String> wordless = new TreeMap<>();
        Language.messages("en").forEach((key, text) -> wordless.put(key, "¤" + String.join("¦", places(text))));
        return new Language("qps", Locale.ROOT, wordless);
    }

    /** {@code {0}} and so on, each once. */
    static Set<String> places(String text) {
        Set<String> places = new LinkedHashSet<>();
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            places.add("{" + place.group(1) + "}");
        }
        return places;
    }
}
