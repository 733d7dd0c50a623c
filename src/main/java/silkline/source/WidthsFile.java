package silkline.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import silkline.UserError;
import silkline.claim.Widths;

/** Reads how far the words around a stated figure stretch. */
final class WidthsFile {
    private WidthsFile() {}

    static Widths of(List<CSVRecord> rows) {
        Map<String, String> ratios = new HashMap<>();
        rows.forEach(row -> ratios.put(row.get("name"), row.get("ratio")));
        try {
            return new Widths(
                    rows.isEmpty() ? "" : rows.get(0).get("version"),
                    width(ratios, "exact_most"),
                    width(ratios, "about"),
                    width(ratios, "almost"),
                    width(ratios, "reach"));
        } catch (IllegalArgumentException wrong) {
            throw UserError.contract(
                    "reference/widths.csv",
                    wrong.getMessage(),
                    "Give exact_most, about, almost and reach each a ratio between 0 and 1.");
        }
    }

    private static double width(Map<String, String> ratios, String name) {
        try {
            return Double.parseDouble(ratios.getOrDefault(name, "missing"));
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException("'%s' has no ratio".formatted(name), noNumber);
        }
    }
}
