package silkline.share;

/**
 * Why a country's exports changed: because its markets as a whole grew, because it sells to those that grew faster, or
 * because it won shares in them (Tyszynski 1951; Leamer and Stern 1970). The four parts add up to the change.
 *
 * @param growth had exports to each market grown as all markets together
 * @param structure that its markets are those that grew faster (or slower) than all together
 * @param competitiveness exports beyond constant shares in each market
 * @param unknown change of exports to markets whose imports are not known at both times
 * @param covered share of the exports before that went to markets whose imports are known at both times
 */
public record ConstantMarketShare(
        double growth, double structure, double competitiveness, double unknown, double covered) {
    /**
     * Market by market, position by position.
     *
     * @param before exports to the market; NaN counts as none
     * @param importsBefore what the market imports from all; NaN or zero: not known
     */
    public static ConstantMarketShare of(
            double[] before, double[] after, double[] importsBefore, double[] importsAfter) {
        double allBefore = 0;
        double allAfter = 0;
        for (int i = 0; i < before.length; i++) {
            if (isKnown(importsBefore[i], importsAfter[i])) {
                allBefore += importsBefore[i];
                allAfter += importsAfter[i];
            }
        }
        double overall = allAfter / allBefore - 1;
        double growth = 0;
        double structure = 0;
        double competitiveness = 0;
        double unknown = 0;
        double known = 0;
        double total = 0;
        for (int i = 0; i < before.length; i++) {
            double from = orZero(before[i]);
            double to = orZero(after[i]);
            total += from;
            if (isKnown(importsBefore[i], importsAfter[i])) {
                double market = importsAfter[i] / importsBefore[i] - 1;
                known += from;
                growth += overall * from;
                structure += (market - overall) * from;
                competitiveness += to - from - market * from;
            } else {
                unknown += to - from;
            }
        }
        return new ConstantMarketShare(growth, structure, competitiveness, unknown, total > 0 ? known / total : 0);
    }

    /** The change of exports, as the sum of the parts. */
    public double change() {
        return growth + structure + competitiveness + unknown;
    }

    private static boolean isKnown(double importsBefore, double importsAfter) {
        return importsBefore > 0 && importsAfter >= 0;
    }

    private static double orZero(double value) {
        return value > 0 ? value : 0;
    }
}
