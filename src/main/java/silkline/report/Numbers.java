package silkline.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as the reports print them: English, whatever the locale of the machine. */
public final class Numbers {
    /** What stands where there is no number. */
    public static final String NONE = "–";

    static final String MINUS = "−";

    private Numbers() {}

    /** {@code 855.3 million USD}, {@code 18.5 %}, {@code 1.2 pp}, {@code 45 times}; units as in {@link Scale#of}. */
    public static String text(double value, String unit) {
        Scale scale = Scale.of(unit, value);
        return Double.isNaN(value) ? NONE : (scale.text(value) + " " + scale.label()).strip();
    }

    /** {@code value} times ten to the {@code shift}, with thousands separated, rounded half up as people do. */
    public static String fixed(double value, int shift, int decimals) {
        return fixed(value, shift, decimals, Locale.ROOT);
    }

    /** As people of {@code locale} write it. */
    static String fixed(double value, int shift, int decimals, Locale locale) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? NONE : value > 0 ? "∞" : MINUS + "∞";
        }
        BigDecimal shown = BigDecimal.valueOf(value).movePointRight(shift).setScale(decimals, RoundingMode.HALF_UP);
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        symbols.setMinusSign(MINUS.charAt(0));
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(decimals);
        return format.format(shown);
    }
}
