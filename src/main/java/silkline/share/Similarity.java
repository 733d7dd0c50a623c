package silkline.share;

/** How alike two structures are, whatever their sizes. */
public final class Similarity {
    private Similarity() {}

    /**
     * The overlap of the shares, {@code sum(min(a_i/A, b_i/B))}: 0 where nothing is in common, 1 for equal structures
     * (Finger and Kreinin 1979). NaN where a total is not positive or a part is negative.
     */
    public static double fingerKreinin(double[] a, double[] b) {
        double totalOfA = total(a);
        double totalOfB = total(b);
        double overlap = 0;
        for (int i = 0; i < a.length; i++) {
            overlap += Math.min(a[i] / totalOfA, b[i] / totalOfB);
        }
        return totalOfA > 0 && totalOfB > 0 ? overlap : Double.NaN;
    }

    /**
     * How well what one exports fits what another imports, {@code 1 - sum(|m_i/M - x_i/X|) / 2} (Michaely 1996): as a
     * number the {@linkplain #fingerKreinin overlap} of the two. WITS prints it times 100.
     */
    public static double complementarity(double[] exports, double[] imports) {
        return fingerKreinin(exports, imports);
    }

    private static double total(double[] parts) {
        double total = 0;
        for (double part : parts) {
            total += part >= 0 ? part : Double.NaN;
        }
        return total;
    }
}
