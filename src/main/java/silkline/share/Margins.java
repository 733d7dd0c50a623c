package silkline.share;

/**
 * A change of trade by whether the relation is new, lost or kept; the three add up to the change.
 *
 * @param entered trade of relations that had none before
 * @param left minus the trade of relations that have none any more
 * @param kept change of those that have trade at both times, the intensive margin
 */
public record Margins(double entered, double left, double kept) {
    /** From values at two times, position by position; zero and NaN are both no trade. */
    public static Margins of(double[] before, double[] after) {
        double entered = 0;
        double left = 0;
        double kept = 0;
        for (int i = 0; i < before.length; i++) {
            boolean was = before[i] > 0;
            boolean is = after[i] > 0;
            if (was && is) {
                kept += after[i] - before[i];
            } else if (is) {
                entered += after[i];
            } else if (was) {
                left -= before[i];
            }
        }
        return new Margins(entered, left, kept);
    }

    /** The extensive margin, net. */
    public double extensive() {
        return entered + left;
    }

    public double change() {
        return entered + left + kept;
    }
}
