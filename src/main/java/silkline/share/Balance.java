package silkline.share;

/** Exports against imports. */
public final class Balance {
    private Balance() {}

    /** {@code (x - m) / (x + m)}: -1 only imports, 1 only exports; NaN where both are zero or one is negative. */
    public static double normalised(double exports, double imports) {
        boolean isDefined = exports >= 0 && imports >= 0 && exports + imports > 0;
        return isDefined ? (exports - imports) / (exports + imports) : Double.NaN;
    }

    /** Intra-industry trade, {@code 1 - |x - m| / (x + m)}: 0 one way, 1 balanced (Grubel and Lloyd 1975). */
    public static double grubelLloyd(double exports, double imports) {
        return 1 - Math.abs(normalised(exports, imports));
    }

    /** The same over several products, weighted by their trade: {@code 1 - sum|x - m| / sum(x + m)}. */
    public static double grubelLloyd(double[] exports, double[] imports) {
        double net = 0;
        double gross = 0;
        for (int i = 0; i < exports.length; i++) {
            gross += exports[i] >= 0 && imports[i] >= 0 ? exports[i] + imports[i] : Double.NaN;
            net += Math.abs(exports[i] - imports[i]);
        }
        return gross > 0 ? 1 - net / gross : Double.NaN;
    }

    /** Trade openness, {@code (x + m) / gdp}, a ratio; NaN unless the product is positive. */
    public static double openness(double exports, double imports, double gdp) {
        return Share.of(exports + imports, gdp);
    }
}
