package silkline.source.mapping;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * How one cell is made.
 *
 * @param text what stands in it, with columns in braces
 * @param map what each text means; {@code *} stands for all others; empty where the text is taken as it is
 * @param codes the system of codes that the text is of, see {@link silkline.series.CodeLists}; else empty
 * @param indicators whose indicators these are, where the text is an office's own indicator; else empty
 */
record CellRule(Template text, Map<String, String> map, String codes, String indicators) implements Serializable {
    /** The text that stands for all texts that a map does not name. */
    static final String ANY = "*";

    CellRule {
        map = new TreeMap<>(map); // a copy that can be sent to tasks
    }

    /** Whether the text is taken as it is. */
    boolean isPlain() {
        return map.isEmpty() && codes.isEmpty() && indicators.isEmpty();
    }

    static CellRule of(String text) {
        return new CellRule(Template.parse(text), Map.of(), "", "");
    }
}
