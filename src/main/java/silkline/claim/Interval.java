package silkline.claim;

/**
 * The values that a statement allows, in base units. An infinite end is always open.
 *
 * @param lowOpen whether {@code low} itself is left out
 * @param highOpen whether {@code high} itself is left out
 */
public record Interval(double low, double high, boolean lowOpen, boolean highOpen) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("from %s to %s".formatted(low, high));
        }
    }

    /** Both ends included. */
    public static Interval closed(double low, double high) {
        return new Interval(low, high, false, false);
    }

    /** From {@code low}, included, up to {@code high}, not included. */
    public static Interval halfOpen(double low, double high) {
        return new Interval(low, high, false, true);
    }

    public boolean contains(double value) {
        boolean above = lowOpen ? value > low : value >= low;
        boolean below = highOpen ? value < high : value <= high;
        return above && below;
    }

    /** Whether some value lies in both. */
    public boolean overlaps(Interval other) {
        boolean reachesUp = (lowOpen || other.highOpen) ? low < other.high : low <= other.high;
        boolean reachesDown = (highOpen || other.lowOpen) ? other.low < high : other.low <= high;
        return reachesUp && reachesDown;
    }

    /** This interval times a positive factor. */
    public Interval times(double factor) {
        if (!(factor > 0)) {
            throw new IllegalArgumentException("factor " + factor);
        }
        return new Interval(low * factor, high * factor, lowOpen, highOpen);
    }
}
