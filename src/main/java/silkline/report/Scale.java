package silkline.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;

/**
 * How the numbers of one column or axis are shown: moved by powers of ten, with fixed decimals, under one label.
 *
 * @param label what stands at the column or axis: {@code million USD}, {@code %}; may be empty
 * @param shift powers of ten between the base unit and what is shown: -6 for millions, 2 for percent of ratios
 * @param decimals digits after the point
 */
public record Scale(String label, int shift, int decimals) {
    private static final MathContext FOUR_DIGITS = new MathContext(4);

    public Scale {
        Objects.requireNonNull(label, "label");
    }

    /** The scale on which {@code largest}, in {@code unit}, reads best. Unknown units keep their code as label. */
    public static Scale of(String unit, double largest) {
        return switch (unit) {
            case "RATIO" -> percent(2, largest);
            case "PCT" -> percent(0, largest);
            case "PP" -> new Scale("pp", 0, 1);
            case "FACTOR" -> new Scale("times", 0, wholeOr(2, largest));
            case "IX" -> new Scale("index", 0, 1);
            case "YEARS" -> new Scale("years", 0, 1);
            case "COUNT" -> new Scale("", 0, 0);
            case "HEAD" -> new Scale("head", 0, 0);
            default -> amount(unit, largest);
        };
    }

    /** {@code value}, in the base unit, as it is shown on this scale, without the label. */
    public String text(double value) {
        return Numbers.fixed(value, shift, decimals);
    }

    private static Scale percent(int shift, double value) {
        if (!Double.isFinite(value)) {
            return new Scale("%", shift, 1);
        }
        BigDecimal percent = BigDecimal.valueOf(Math.abs(value)).movePointRight(shift);
        int leading = percent.precision() - percent.scale() - 1; // exponent of the first digit
        int decimals = leading >= 3 ? 0 : leading >= -1 ? 1 : 1 - leading;
        return new Scale("%", shift, Math.min(decimals, 6));
    }

    private static int wholeOr(int decimals, double value) {
        boolean isPlain = !Double.isFinite(value) || Math.abs(value) >= 1000;
        return isPlain || BigDecimal.valueOf(value).stripTrailingZeros().scale() <= 0 ? 0 : decimals;
    }

    /** Millions and more get a word; the word is chosen after rounding, so that 999,960,000 is one billion. */
    private static Scale amount(String unit, double largest) {
        if (!Double.isFinite(largest)) {
            return new Scale(unit, 0, 0);
        }
        BigDecimal rounded = BigDecimal.valueOf(Math.abs(largest)).round(FOUR_DIGITS);
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent < 6) {
            return new Scale(unit, 0, wholeOr(exponent >= 2 ? 1 : 2, largest));
        }
        int thousands = Math.min(exponent / 3, 4);
        String word = thousands == 2 ? "million" : thousands == 3 ? "billion" : "trillion";
        return new Scale(word + " " + unit, -3 * thousands, exponent - 3 * thousands >= 2 ? 1 : 2);
    }
}
