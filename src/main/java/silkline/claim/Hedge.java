package silkline.claim;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How firmly a figure is stated, and so which values it allows. */
public enum Hedge {
    /** "130 million": what rounds to it as printed, but never more than {@link #TOLERANCE} away. */
    EXACT,
    /** "about": within {@link #TOLERANCE}. */
    ABOUT,
    /** "over": more than it. */
    OVER,
    /** "at least": it or more. */
    AT_LEAST,
    /** "almost": from {@link #ALMOST_SHORTFALL} below it up to just below it. */
    ALMOST,
    /** "up to": it or less. */
    UP_TO,
    /** "between": from the first figure to the second. */
    BETWEEN;

    /** As a ratio of the stated figure. */
    public static final double TOLERANCE = 0.05;

    /** As a ratio of the stated figure. */
    public static final double ALMOST_SHORTFALL = 0.10;

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
    public Interval interval(BigDecimal stated, BigDecimal high) {
        double value = stated.doubleValue();
        double size = Math.abs(value);
        double halfDigit = Math.pow(10, -stated.scale()) / 2;
        return switch (this) {
            case EXACT -> around(value, Math.min(halfDigit, TOLERANCE * size));
            case ABOUT -> Interval.closed(value - TOLERANCE * size, value + TOLERANCE * size);
            case OVER -> new Interval(value, Double.POSITIVE_INFINITY, true, true);
            case AT_LEAST -> new Interval(value, Double.POSITIVE_INFINITY, false, true);
            case ALMOST -> new Interval(value - ALMOST_SHORTFALL * size, value, false, true);
            case UP_TO -> new Interval(Double.NEGATIVE_INFINITY, value, true, false);
            case BETWEEN -> Interval.closed(value, high.doubleValue());
        };
    }

    private static Interval around(double value, double margin) {
        return margin == 0 ? Interval.closed(value, value) : Interval.halfOpen(value - margin, value + margin);
    }
}
