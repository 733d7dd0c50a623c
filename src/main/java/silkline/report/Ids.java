package silkline.report;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the parts of a report demand of their names. */
final class Ids {
    private static final Pattern ANCHOR = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

    private Ids() {}

    /** Refuses what cannot be an anchor of a page. */
    static void requireId(String id) {
        if (!ANCHOR.matcher(id).matches()) {
            throw new IllegalArgumentException("Not an id of letters, digits, dots, dashes and underscores: " + id);
        }
    }

    static void requireText(String part, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("Empty " + part);
        }
    }

    static void requireDistinct(String part, Stream<String> names) {
        Set<String> seen = new HashSet<>();
        names.filter(name -> !seen.add(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("Two of one name, " + part + ": " + name);
        });
    }
}
