package silkline.share;

/** How much a total lies with few of its parts. */
public final class Concentration {
    private Concentration() {}

    /**
     * Herfindahl-Hirschman index, the sum of squared shares: 1/n where n parts are equal, 1 where one has all. NaN where
     * the parts are empty, one is negative or NaN, or they add up to zero.
     */
    public static double herfindahl(double[] parts) {
        double total = 0;
        double squares = 0;
        for (double part : parts) {
            if (!(part >= 0)) {
                return Double.NaN;
            }
            total += part;
            squares += part * part;
        }
        return total > 0 ? squares / (total * total) : Double.NaN;
    }

    /** {@code (hhi - 1/n) / (1 - 1/n)}: 0 where all parts are equal; NaN for fewer than two parts. */
    public static double normalised(double hhi, long parts) {
        return parts > 1 ? (hhi - 1.0 / parts) / (1 - 1.0 / parts) : Double.NaN;
    }

    /** {@code 1 / hhi}: so many equal parts give the same index. */
    public static double effectiveNumber(double hhi) {
        return hhi > 0 ? 1 / hhi : Double.NaN;
    }

    /**
     * UNCTAD's form, {@code (sqrt(hhi) - sqrt(1/n)) / (1 - sqrt(1/n))}: 0 where all parts are equal, 1 where one has all;
     * NaN for fewer than two parts (UNCTAD Handbook of Statistics).
     */
    public static double unctad(double hhi, long parts) {
        double equal = Math.sqrt(1.0 / parts);
        return parts > 1 ? (Math.sqrt(hhi) - equal) / (1 - equal) : Double.NaN;
    }

    /** Shannon's entropy of the shares in nats, {@code -sum(s ln s)}: 0 to ln n; NaN as {@link #herfindahl}. */
    public static double entropy(double[] parts) {
        double total = total(parts);
        double sum = 0;
        for (double part : parts) {
            if (part > 0) {
                sum -= part / total * Math.log(part / total);
            }
        }
        return total > 0 ? sum : Double.NaN;
    }

    /** Theil's T of the parts, {@code ln n - entropy}: 0 where all are equal, ln n where one has all (Theil 1967). */
    public static double theil(double[] parts) {
        return Math.log(parts.length) - entropy(parts);
    }

    private static double total(double[] parts) {
        double total = 0;
        for (double part : parts) {
            total += part >= 0 ? part : Double.NaN;
        }
        return total;
    }
}
