package silkline.series;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a file writes numbers; declared per dataset, never guessed. */
public enum NumberLocale {
    EN("en", '.', ','),
    DE("de", ',', '.'),
    TR("tr", ',', '.');

    private final String code;
    private final char decimalPoint;
    private final char groupMark;
    private final Pattern shape;

    NumberLocale(String code, char decimalPoint, char groupMark) {
        this.code = code;
        this.decimalPoint = decimalPoint;
        this.groupMark = groupMark;
        String group = Pattern.quote(String.valueOf(groupMark));
        String point = Pattern.quote(String.valueOf(decimalPoint));
        this.shape =
                Pattern.compile("[+-]?(\\d{1,3}(" + group + "\\d{3})+|\\d+)(" + point + "\\d+)?([eE][+-]?\\d{1,3})?");
    }

    public static Optional<NumberLocale> parse(String code) {
        return Arrays.stream(values()).filter(l -> l.code.equals(code)).findFirst();
    }

    /** The number as printed, its scale kept; empty where the text is not a number of this locale. */
    public Optional<BigDecimal> number(String text) {
        if (isPlain(text)) {
            return Optional.of(new BigDecimal(text)); // most numbers are; a pattern would cost more than the number
        }
        if (!shape.matcher(text).matches()) {
            return Optional.empty();
        }
        String plain = text.replace(String.valueOf(groupMark), "").replace(decimalPoint, '.');
        return Optional.of(new BigDecimal(plain));
    }

    /** Digits, or digits with a decimal point that is none of another locale's marks, between digits. */
    private boolean isPlain(String text) {
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isInside = i > 0 && i < text.length() - 1;
            if (c == '.' && decimalPoint == '.' && isInside) {
                points++;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return points <= 1 && !text.isEmpty();
    }
}
