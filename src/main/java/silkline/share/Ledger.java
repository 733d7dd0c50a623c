package silkline.share;

import java.util.Arrays;
import java.util.List;

/**
 * Trade of one reporter in one flow with every partner, period by period: totals, shares and ranks. Members are given in the
 * order of their codes, so that sums come out the same to the last bit however the data arrive. NaN is missing.
 */
public final class Ledger {
    /**
     * Partners may stand in for a missing total only in periods that have at least this part of the partners of the
     * fullest period: an excerpt of the largest partners is no total.
     */
    private static final double FULL_ENOUGH = 0.5;

    /** Statements name single partners, never all. */
    public enum Coverage {
        ALL_PARTNERS,
        SOME_PARTNERS
    }

    private final Coverage coverage;
    private final List<Trade> partners;
    private final double[] published;
    private final double[] sums;
    private final boolean[] isFull;

    /** {@code world} has the published totals; {@code rest}, what the source lumps together, counts in sums alone. */
    public Ledger(int periods, Coverage coverage, List<Trade> partners, List<Trade> rest, List<Trade> world) {
        this.coverage = coverage;
        this.partners = partners;
        this.published = new double[periods];
        this.sums = new double[periods];
        Arrays.fill(published, Double.NaN);
        int[] counts = new int[periods];
        for (Trade total : world) {
            for (int at = 0; at < periods; at++) {
                published[at] = total.value(at);
            }
        }
        for (List<Trade> parts : List.of(partners, rest)) {
            for (Trade part : parts) {
                for (int at = 0; at < periods; at++) {
                    if (part.isKnown(at)) {
                        sums[at] += part.known(at);
                        counts[at]++;
                    }
                }
            }
        }
        this.isFull = isFull(counts);
    }

    private boolean[] isFull(int[] counts) {
        int most = Arrays.stream(counts).max().orElse(0);
        boolean[] full = new boolean[counts.length];
        for (int at = 0; at < counts.length; at++) {
            full[at] = coverage == Coverage.ALL_PARTNERS && counts[at] > 0 && counts[at] >= FULL_ENOUGH * most;
        }
        return full;
    }

    public boolean hasPublishedTotal(int at) {
        return !Double.isNaN(published[at]);
    }

    /** The published total, else the sum of enough parts; NaN where there is neither. */
    public double total(int at) {
        if (hasPublishedTotal(at)) {
            return published[at];
        }
        return isFull[at] ? sums[at] : Double.NaN;
    }

    /** What the source publishes as the total. */
    public double published(int at) {
        return published[at];
    }

    /** Of each partner in the period: 1 is the largest, equal ones share the better rank, 0 where it has no value. */
    public int[] ranks(int at) {
        double[] values = new double[partners.size()];
        int count = 0;
        for (Trade partner : partners) {
            double value = partner.value(at);
            if (!Double.isNaN(value)) {
                values[count++] = value;
            }
        }
        Arrays.sort(values, 0, count);
        int[] ranks = new int[partners.size()];
        for (int i = 0; i < ranks.length; i++) {
            double value = partners.get(i).value(at);
            ranks[i] = Double.isNaN(value) ? 0 : count - lastOf(values, count, value);
        }
        return ranks;
    }

    /** The last position of {@code value} among sorted {@code values}. */
    private static int lastOf(double[] values, int count, double value) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** What is known of the partners that have a positive value, in their order. */
    public double[] parts(int at) {
        double[] parts = new double[partners.size()];
        int count = 0;
        for (Trade partner : partners) {
            if (partner.known(at) > 0) {
                parts[count++] = partner.known(at);
            }
        }
        return Arrays.copyOf(parts, count);
    }

    /** Whether {@link #parts} are enough to tell how concentrated trade is; {@code most} is their largest number. */
    public boolean isFull(int parts, int most) {
        return coverage == Coverage.ALL_PARTNERS && parts >= FULL_ENOUGH * most;
    }

    /** The partner with the largest known value, of equal ones the last; empty where none has a positive one. */
    public String top(int at) {
        String top = "";
        double largest = 0;
        for (Trade partner : partners) {
            if (partner.known(at) > 0 && partner.known(at) >= largest) {
                largest = partner.known(at);
                top = partner.member();
            }
        }
        return top;
    }
}
