package silkline.share;

/** What concentration and rank can be where only some of the shares are known. */
public record Bounds(double low, double high) {
    private static final Bounds NONE = new Bounds(Double.NaN, Double.NaN);

    /**
     * Of the Herfindahl-Hirschman index, from the largest share and the number of parts: least where the others are
     * equal, most where as many as fit are as large as the largest. NaN where no {@code parts} have such a largest share.
     */
    public static Bounds herfindahl(double topShare, long parts) {
        boolean exists = parts == 1 ? topShare == 1 : topShare < 1 && topShare * parts >= 1;
        if (!exists) {
            return NONE;
        }
        if (parts == 1) {
            return new Bounds(1, 1);
        }
        double rest = 1 - topShare;
        double full = Math.floor(1 / topShare);
        double remainder = 1 - full * topShare;
        return new Bounds(
                topShare * topShare + rest * rest / (parts - 1), full * topShare * topShare + remainder * remainder);
    }

    /**
     * Of the Herfindahl-Hirschman index, from the shares that are known and what they leave of 1: least where the rest
     * is spread over {@code others} equal parts, most where it is one part. NaN where the known ones exceed 1.
     */
    public static Bounds herfindahl(double[] known, long others) {
        double squares = 0;
        double rest = 1;
        for (double share : known) {
            squares += share * share;
            rest -= share;
        }
        boolean isOver = !(rest >= -1e-12) || (others < 1 && rest > 1e-12);
        double left = Math.max(rest, 0);
        return isOver ? NONE : new Bounds(squares + left * left / Math.max(others, 1), squares + left * left);
    }

    /** Of {@code 1 / hhi}, the number of equal parts. */
    public static Bounds effectiveNumber(Bounds herfindahl) {
        return new Bounds(1 / herfindahl.high, 1 / herfindahl.low);
    }

    /**
     * Of the rank of a part with {@code share} among {@code parts}, nothing else being known: 1 is the largest, equal parts
     * share the better rank. First where all can be as large; at worst behind as many larger ones as fit into the rest.
     * NaN where there are no such parts.
     */
    public static Bounds rank(double share, long parts) {
        boolean exists = parts == 1 ? share == 1 : share > 0 && share < 1 && parts > 1;
        if (!exists) {
            return NONE;
        }
        double rest = 1 - share;
        double larger = Math.max(0, Math.ceil(rest / share - 1e-9) - 1);
        boolean mustFollow = share * parts < 1 - 1e-12; // the others have more than it on average
        return new Bounds(mustFollow ? 2 : 1, 1 + Math.max(mustFollow ? 1 : 0, Math.min(larger, parts - 1.0)));
    }
}
