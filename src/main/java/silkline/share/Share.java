package silkline.share;

/** Parts of a total, as ratios. */
public final class Share {
    private Share() {}

    /** {@code part / total}; NaN unless the total is positive and the part not negative. */
    public static double of(double part, double total) {
        return total > 0 && part >= 0 ? part / total : Double.NaN;
    }

    /** Change of a share in percentage points. */
    public static double changePoints(double from, double to) {
        return (to - from) * 100;
    }
}
