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
}
