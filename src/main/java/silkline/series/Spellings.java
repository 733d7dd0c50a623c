package silkline.series;

import java.io.Serializable;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What one office or language writes for the codes of a list. */
final class Spellings implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern ZEROS_BEFORE_DIGITS = Pattern.compile("0+(?=\\d+$)");

    private final boolean isText;
    private final Map<String, String> written;
    private final Map<String, String> folded = new HashMap<>();

    Spellings(String system, Map<String, String> written) {
        this.isText = system.endsWith("/name") || system.endsWith("/any");
        this.written = new HashMap<>(written);
        written.forEach((text, code) -> folded.put(fold(text), code));
    }

    /** Each spelling with its code. */
    Map<String, String> written() {
        return written;
    }

    Optional<String> translate(String text) {
        // Most cells are written as the list has them, and folding costs more than a look.
        String exact = written.get(text);
        return Optional.ofNullable(exact != null ? exact : folded.get(fold(text)));
    }

    /** What of a spelling counts: of a name its letters and digits, of a code all but case and leading zeros. */
    String fold(String text) {
        if (!isText) {
            String upper = text.strip().toUpperCase(Locale.ROOT);
            return upper.startsWith("0") ? ZEROS_BEFORE_DIGITS.matcher(upper).replaceFirst("") : upper;
        }
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT).replace('ı', 'i'), Normalizer.Form.NFKD);
        return NEITHER_LETTER_NOR_DIGIT.matcher(plain.replace("&", " and ")).replaceAll("");
    }
}
