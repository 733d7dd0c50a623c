package silkline.report;

import com.fasterxml.jackson.core.io.schubfach.DoubleToDecimal;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * One printed number.
 *
 * @param key stable name, such as {@code claim/003-13/required_growth}; equal keys mean equal figures
 * @param value in the base unit (dollars, ratios); NaN where there is none, infinite for the open end of a range
 * @param unit code of the base unit: USD, RATIO, PCT, PP, FACTOR, COUNT ... see {@link Scale#of}
 * @param text how it stands in a sentence, with its unit
 */
public record Figure(String key, double value, String unit, String text) {
    public Figure {
        Ids.requireText("key", key);
        Ids.requireText("unit", unit);
        Objects.requireNonNull(text, "text");
    }

    /** A figure printed as {@link Numbers#text} does. */
    public static Figure of(String key, double value, String unit) {
        return new Figure(key, value, unit, Numbers.text(value, unit));
    }

    public boolean isKnown() {
        return Double.isFinite(value);
    }

    /** The value with the fewest digits that read back as the same double: {@code 855300000}; empty where unknown. */
    public String plainValue() {
        if (!isKnown()) {
            return "";
        }
        String shortest = DoubleToDecimal.toString(value); // the JDK's own is not yet the shortest in Java 17
        return new BigDecimal(shortest).stripTrailingZeros().toPlainString();
    }
}
