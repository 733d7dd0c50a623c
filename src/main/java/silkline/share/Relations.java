package silkline.share;

/** Trade with a partner, or within a group, against what the sizes alone would give. */
public final class Relations {
    private Relations() {}

    /**
     * Trade intensity, {@code (x_ij / X_i) / (x_wj / X_w)}: the share of a partner in a country's exports against its
     * share in the world's; 1 is the world's (Brown 1949; WITS). NaN where a total is not positive.
     */
    public static double intensity(double withPartner, double total, double worldWithPartner, double worldTotal) {
        return Advantage.balassa(withPartner, total, worldWithPartner, worldTotal);
    }

    /**
     * Symmetric trade introversion of a group, {@code (HI - HE) / (HI + HE)} with {@code HI = (inside / total) /
     * (across / outsiders)} and {@code HE = (1 - inside / total) / (1 - across / outsiders)}; {@code across} is the group's
     * trade with the others, {@code total - inside}. -1 no trade inside, 0 neutral, 1 only inside (Iapadre 2006). NaN
     * where the group or the others do not trade, or the others trade with none but the group.
     *
     * @param inside trade among the members, both flows
     * @param total the members' trade with all
     * @param outsiders the others' trade with all
     */
    public static double introversion(double inside, double total, double outsiders) {
        double share = Share.of(inside, total);
        double across = Share.of(total - inside, outsiders);
        double internal = share / across;
        double external = (1 - share) / (1 - across);
        if (across == 0) {
            return share > 0 ? 1 : Double.NaN;
        }
        return across > 0 && across < 1 ? (internal - external) / (internal + external) : Double.NaN;
    }

    /**
     * Export market penetration: relations that a country has, over those it could have with what it sells. For each
     * product that it exports, its markets and all that import it (World Bank, WITS). NaN where it exports nothing.
     */
    public static double penetration(long[] markets, long[] importers) {
        long reached = 0;
        long possible = 0;
        for (int i = 0; i < markets.length; i++) {
            if (markets[i] > 0) {
                reached += markets[i];
                possible += importers[i];
            }
        }
        return possible > 0 ? (double) reached / possible : Double.NaN;
    }
}
