package silkline.quality;

/**
 * A published total and its parts.
 *
 * @param sum of the parts
 * @param step sum of the last printed places of the total and of each part, half of which rounding can hide
 */
public record SumCheck(double total, double sum, double step, Parts parts) {
    /** How far the parts reach. */
    public enum Parts {
        /** All of them are there: the sum is the total. */
        COMPLETE,
        /** Some may be left out, and none is negative: the sum is no more than the total. */
        SOME
    }

    /** By how much the parts miss the total beyond rounding and {@code limit}, a ratio to it; not above 0 where they meet. */
    double excess(double limit) {
        double miss = parts == Parts.COMPLETE ? Math.abs(sum - total) : sum - total;
        return miss - step / 2 - limit * Math.abs(total);
    }
}
