package silkline.claim;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * The values that a statement allows, in base units. An infinite end is always open. Results of arithmetic contain
 * every result for values of the operands: where a double cannot hold an end, the end moves outwards by one step.
 *
 * @param lowOpen whether {@code low} itself is left out
 * @param highOpen whether {@code high} itself is left out
 */
public record Interval(double low, double high, boolean lowOpen, boolean highOpen) {
    /** Every number. */
    public static final Interval ALL = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true, true);

    /** Steps of a double by which a library function may be wrong, and more. */
    private static final int STEPS = 4;

    public Interval {
        if (!(low <= high) || (low == high && (lowOpen || highOpen))) {
            throw new IllegalArgumentException("from %s to %s".formatted(low, high));
        }
        lowOpen = lowOpen || Double.isInfinite(low);
        highOpen = highOpen || Double.isInfinite(high);
    }

    /** Both ends included. */
    public static Interval closed(double low, double high) {
        return new Interval(low, high, false, false);
    }

    /** From {@code low}, included, up to {@code high}, not included. */
    public static Interval halfOpen(double low, double high) {
        return new Interval(low, high, false, true);
    }

    /** One value. */
    public static Interval of(double value) {
        return closed(value, value);
    }

    /** More than {@code low}. */
    public static Interval above(double low) {
        return new Interval(low, Double.POSITIVE_INFINITY, true, true);
    }

    public boolean contains(double value) {
        boolean above = lowOpen ? value > low : value >= low;
        boolean below = highOpen ? value < high : value <= high;
        return above && below;
    }

    /** Whether some value lies in both. */
    public boolean overlaps(Interval other) {
        return intersect(other).isPresent();
    }

    /** The values that lie in both; empty where there are none. */
    public Optional<Interval> intersect(Interval other) {
        double from = Math.max(low, other.low);
        double to = Math.min(high, other.high);
        boolean fromOpen = (from == low && lowOpen) || (from == other.low && other.lowOpen);
        boolean toOpen = (to == high && highOpen) || (to == other.high && other.highOpen);
        return from < to || (from == to && !fromOpen && !toOpen)
                ? Optional.of(new Interval(from, to, fromOpen, toOpen))
                : Optional.empty();
    }

    /** This interval times a positive factor, end by end as a single value would be. */
    public Interval times(double factor) {
        if (!(factor > 0)) {
            throw new IllegalArgumentException("factor " + factor);
        }
        return new Interval(low * factor, high * factor, lowOpen, highOpen);
    }

    public Interval plus(Interval other) {
        return new Interval(
                Rounding.sumDown(low, other.low),
                Rounding.sumUp(high, other.high),
                lowOpen || other.lowOpen,
                highOpen || other.highOpen);
    }

    public Interval minus(Interval other) {
        return plus(other.negated());
    }

    public Interval negated() {
        return new Interval(-high, -low, /* lowOpen= */ highOpen, /* highOpen= */ lowOpen);
    }

    public Interval times(Interval other) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        boolean leastOpen = true;
        boolean mostOpen = true;
        for (int corner = 0; corner < 4; corner++) {
            double one = corner < 2 ? low : high;
            double two = corner % 2 == 0 ? other.low : other.high;
            boolean oneOpen = corner < 2 ? lowOpen : highOpen;
            boolean twoOpen = corner % 2 == 0 ? other.lowOpen : other.highOpen;
            // Zero times anything is zero, whether or not the other end is reached.
            boolean isZero = (one == 0 && !oneOpen) || (two == 0 && !twoOpen);
            boolean isOpen = !isZero && (oneOpen || twoOpen);
            double down = Rounding.productDown(one, two);
            double up = Rounding.productUp(one, two);
            leastOpen = down < least ? isOpen : down == least ? leastOpen && isOpen : leastOpen;
            mostOpen = up > most ? isOpen : up == most ? mostOpen && isOpen : mostOpen;
            least = Math.min(least, down);
            most = Math.max(most, up);
        }
        return new Interval(least, most, leastOpen, mostOpen);
    }

    /** Every number where {@code other} has zero inside or is zero. */
    public Interval dividedBy(Interval other) {
        return times(other.reciprocal());
    }

    private Interval reciprocal() {
        if ((low < 0 && high > 0) || (low == 0 && high == 0)) {
            return ALL;
        }
        double from = high == 0 ? Double.NEGATIVE_INFINITY : Rounding.quotientDown(1, high);
        double to = low == 0 ? Double.POSITIVE_INFINITY : Rounding.quotientUp(1, low);
        return new Interval(from, to, highOpen, lowOpen);
    }

    /** The values of a function that never falls, such as a root; it may be wrong in the last digits. */
    public Interval through(DoubleUnaryOperator rising) {
        return new Interval(
                moved(rising.applyAsDouble(low), Double.NEGATIVE_INFINITY),
                moved(rising.applyAsDouble(high), Double.POSITIVE_INFINITY),
                lowOpen,
                highOpen);
    }

    private static double moved(double value, double towards) {
        double moved = value;
        for (int i = 0; i < STEPS; i++) {
            moved = Math.nextAfter(moved, towards);
        }
        return Double.isInfinite(value) ? value : moved;
    }

    /** The whole numbers among the values, for what is counted; itself where there are none. */
    public Interval whole() {
        double from = lowOpen ? Math.floor(low) + 1 : Math.ceil(low);
        double to = highOpen ? Math.ceil(high) - 1 : Math.floor(high);
        return from <= to ? new Interval(from, to, false, false) : this;
    }
}
