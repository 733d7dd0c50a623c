package silkline.claim.curation;

import java.math.BigDecimal;
import silkline.claim.Change;
import silkline.claim.Hedge;

/**
 * A figure as words state it.
 *
 * @param value as printed, its scale kept, before {@code unitMult}; of "a third" 33.333333
 * @param high second figure of "between", else equal to {@code value}
 * @param unit {@code PCT}, {@code FACTOR}, {@code YEAR}, a currency, what is counted; empty where the words name none
 * @param rounding whether a digit more or less was printed matters
 * @param start where the words of the figure begin in the text
 * @param end where they end
 */
record Figure(
        BigDecimal value,
        BigDecimal high,
        int unitMult,
        String unit,
        Hedge hedge,
        Change change,
        Rounding rounding,
        int start,
        int end) {
    /** How the figure came to its digits. */
    enum Rounding {
        AS_PRINTED,
        /** "a third": any number of digits is right. */
        FRACTION
    }

    /** Power of ten of the last digit printed. */
    int lastDigit() {
        return unitMult - value.scale();
    }
}
