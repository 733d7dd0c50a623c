package silkline.claim;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How firmly a figure is stated, and so which values it allows. */
public enum Hedge {
    /** "130 million": what rounds to it as printed, but never more than {@link Widths#exactMost} away. */
    EXACT,
    /** "about": within {@link Widths#about}. */
    ABOUT,
    /** "over": more than it. */
    OVER,
    /** "at least": it or more. */
    AT_LEAST,
    /** "almost": from {@link Widths#almost} below it up to just below it. */
    ALMOST,
    /** "up to": it or less. */
    UP_TO,
    /** "between": from the first figure to the second. */
    BETWEEN;

    public static Optional<Hedge> parse(String code) {
        return Arrays.stream(values()).filter(h -> h.code().equals(code)).findFirst();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The values that {@code stated} allows, in the unit it is printed in.
     *
     * @param stated the figure as printed; its scale says to which digit it was rounded
     * @param high the second figure of {@link #BETWEEN}; not used by the others
     */
    public Bounds bounds(BigDecimal stated, BigDecimal high, Widths widths) {
        double value = stated.doubleValue();
        double size = Math.abs(value);
        double halfDigit = Math.pow(10, -stated.scale()) / 2;
        Interval allowed =
                switch (this) {
                    case EXACT -> around(value, Math.min(halfDigit, widths.exactMost() * size));
                    case ABOUT -> Interval.closed(value - widths.about() * size, value + widths.about() * size);
                    case OVER -> Interval.above(value);
                    case AT_LEAST -> new Interval(value, Double.POSITIVE_INFINITY, false, true);
                    case ALMOST -> almost(value, widths.almost() * size);
                    case UP_TO -> new Interval(Double.NEGATIVE_INFINITY, value, true, false);
                    case BETWEEN -> Interval.closed(value, high.doubleValue());
                };
        Interval hard =
                switch (this) {
                    case EXACT -> around(value, halfDigit);
                    case ABOUT -> Interval.ALL;
                    case ALMOST -> new Interval(Double.NEGATIVE_INFINITY, value, true, value != 0);
                    case OVER, AT_LEAST, UP_TO, BETWEEN -> allowed;
                };
        return new Bounds(allowed, hard, plausible(allowed, value, size, widths));
    }

    private Interval plausible(Interval allowed, double value, double size, Widths widths) {
        Interval near = Interval.closed(value - widths.reach() * size, value + widths.reach() * size);
        return this == BETWEEN ? allowed : allowed.intersect(near).orElse(allowed);
    }

    private static Interval around(double value, double margin) {
        return margin == 0 ? Interval.of(value) : Interval.halfOpen(value - margin, value + margin);
    }

    private static Interval almost(double value, double shortfall) {
        return shortfall == 0 ? Interval.of(value) : Interval.halfOpen(value - shortfall, value);
    }
}
