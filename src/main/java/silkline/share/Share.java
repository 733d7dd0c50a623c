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

    /**
     * What of {@link #changePoints} the part's own growth makes, in percentage points: the change of the part on both
     * totals, averaged (the Shapley value of the two causes; Shorrocks 2013). NaN where one of the shares is.
     */
    public static double ownChangePoints(double from, double to, double totalFrom, double totalTo) {
        boolean isShare = from >= 0 && to >= 0 && totalFrom > 0 && totalTo > 0;
        return isShare ? 50 * (to - from) * (1 / totalFrom + 1 / totalTo) : Double.NaN;
    }

    /** What of {@link #changePoints} the total's growth makes, in percentage points; both add up to it. */
    public static double totalChangePoints(double from, double to, double totalFrom, double totalTo) {
        boolean isShare = from >= 0 && to >= 0 && totalFrom > 0 && totalTo > 0;
        return isShare ? 50 * (from + to) * (1 / totalTo - 1 / totalFrom) : Double.NaN;
    }
}
