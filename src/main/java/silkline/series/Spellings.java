package silkline.series;

import java.io.Serializable;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        this.isText = system.startsWith("area/");
        this.written = new HashMap<>(written);
        Set<String> ambiguous = new HashSet<>();
        written.forEach((text, code) -> {
            String other = folded.putIfAbsent(fold(text), code);
            if (other != null && !other.equals(code)) {
                ambiguous.add(fold(text));
            }
        });
        // Where case or accents decide between two codes, only the spelling as written counts.
        folded.keySet().removeAll(ambiguous);
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

    /** What of a spelling counts: all but case and leading zeros; of the spelling of an area its letters and digits. */
    String fold(String text) {
        String plain = text.strip();
        if (isText) {
            plain = Normalizer.normalize(plain.toLowerCase(Locale.ROOT).replace('ı', 'i'), Normalizer.Form.NFKD);
            plain = NEITHER_LETTER_NOR_DIGIT
                    .matcher(plain.replace("&", " and "))
                    .replaceAll("");
        }
        String upper = plain.toUpperCase(Locale.ROOT);
        return upper.startsWith("0") ? ZEROS_BEFORE_DIGITS.matcher(upper).replaceFirst("") : upper;
    }
}
