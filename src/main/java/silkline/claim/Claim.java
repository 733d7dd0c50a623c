package silkline.claim;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import silkline.series.Period;
import silkline.series.SeriesId;

/**
 * One figure that an article states, typed.
 *
 * @param indicators what it may be about; more than one where the article leaves it open
 * @param counterpartArea {@code _Z} where there is none
 * @param product empty: any
 * @param unitMeasure unit of {@code stated}: a currency, {@code PCT}, {@code FACTOR}, {@code COUNT} ...
 * @param stated the figure as printed, before {@code unitMult}
 * @param high second figure of "between", else equal to {@code stated}
 * @param periods the periods it may mean; empty where the article does not say
 * @param basePeriods for ratios: the periods compared with; empty where the article does not say
 * @param windowYears for ratios, "in five years": years back from the period; 0 where not stated
 * @param relatesTo another claim of the same article that this one is a part, a multiple or a continuation of; or empty
 * @param bases the accounting bases of series that may test it; empty: any
 * @param totals for shares: indicators of which it may be a part; empty: its own
 * @param change whether the words say that something changed by the figure or to it
 * @param inScope whether it is about trade or the economy at all
 * @param statedAs the few words that carry the number
 * @param periodAs those that carry the time; empty where {@code statedAs} does, or the article says none
 * @param isProved whether both were read again and say what the other cells say; false where nobody can read the language
 */
public record Claim(
        String id,
        String articleId,
        Kind kind,
        List<String> indicators,
        String refArea,
        String flow,
        String counterpartArea,
        String product,
        String unitMeasure,
        BigDecimal stated,
        BigDecimal high,
        int unitMult,
        Hedge hedge,
        List<Period> periods,
        List<Period> basePeriods,
        int windowYears,
        String relatesTo,
        List<String> bases,
        List<String> totals,
        Change change,
        boolean inScope,
        String statedAs,
        String periodAs,
        boolean isProved,
        String note) {
    /** Units whose figures are percent as printed and ratios inside. */
    private static final String PERCENT = "PCT";

    /** Units of which there are only whole numbers. */
    private static final Set<String> COUNTED = Set.of("COUNT", "HEAD", "RANK", "DAYS", "YEARS", "YEAR");

    public Claim {
        indicators = List.copyOf(indicators);
        periods = List.copyOf(periods);
        basePeriods = List.copyOf(basePeriods);
        bases = List.copyOf(bases);
        totals = List.copyOf(totals);
    }

    /** The values that the claim allows, in base units: dollars, ratios (0.14), factors; of what is counted, whole numbers. */
    public Bounds bounds(Widths widths) {
        Bounds bounds = hedge.bounds(stated, high, widths).times(baseFactor());
        return COUNTED.contains(unitMeasure) ? bounds.map(Interval::whole) : bounds;
    }

    /** The stated figure in base units. */
    public double value() {
        return stated.doubleValue() * baseFactor();
    }

    /** The second figure of "between" in base units; the same as {@link #value} for the others. */
    public double highValue() {
        return high.doubleValue() * baseFactor();
    }

    /** Unit of {@link #bounds}: {@code RATIO} for percent, else the unit stated. */
    public String baseUnit() {
        return unitMeasure.equals(PERCENT) ? "RATIO" : unitMeasure;
    }

    private double baseFactor() {
        return unitMeasure.equals(PERCENT) ? 0.01 : Math.pow(10, unitMult);
    }

    /** Whether it is about one partner, and not about the world. */
    boolean isWithPartner() {
        return !counterpartArea.equals(SeriesId.NOT_APPLICABLE) && !counterpartArea.equals("WLD");
    }

    /** Whether it is stated as a multiple of something. */
    public boolean isFactor() {
        return unitMeasure.equals("FACTOR");
    }

    /** Whether both are targets for the same quantity. */
    boolean isTargetFor(Claim other) {
        return kind == Kind.TARGET
                && other.kind == Kind.TARGET
                && indicators.equals(other.indicators)
                && refArea.equals(other.refArea)
                && flow.equals(other.flow)
                && counterpartArea.equals(other.counterpartArea)
                && product.equals(other.product)
                && unitMeasure.equals(other.unitMeasure);
    }

    /** As read again: what the words say that no cell holds. */
    public Claim proved(Change read) {
        return new Claim(
                id,
                articleId,
                kind,
                indicators,
                refArea,
                flow,
                counterpartArea,
                product,
                unitMeasure,
                stated,
                high,
                unitMult,
                hedge,
                periods,
                basePeriods,
                windowYears,
                relatesTo,
                bases,
                totals,
                read,
                inScope,
                statedAs,
                periodAs,
                true,
                note);
    }

    /** Whether it is a ratio that does not say against when: then no single base can contradict it. */
    public boolean hasOpenBase() {
        return kind == Kind.RATIO && basePeriods.isEmpty() && windowYears == 0;
    }

    /** Whether figures on an accounting basis can test it; what somebody said counts for what it is. */
    boolean accepts(String basis) {
        return bases.isEmpty() || bases.contains(basis) || basis.equals(Facts.STATEMENT);
    }

    /** Whether a series is about what the claim is about, seen from either side of the border. */
    public Optional<Side> side(Facts.About series) {
        if (!indicators.contains(series.indicator()) || !(product.isEmpty() || product.equals(series.product()))) {
            return Optional.empty();
        }
        return seenFrom(series);
    }

    /** Whose side a series of the same areas and flow is on, whatever it measures. */
    private Optional<Side> seenFrom(Facts.About series) {
        if (refArea.equals(series.refArea())
                && counterpartArea.equals(series.counterpartArea())
                && flow.equals(series.flow())) {
            return Optional.of(Side.REPORTED);
        }
        boolean bilateral = !counterpartArea.equals(SeriesId.NOT_APPLICABLE);
        return bilateral
                        && refArea.equals(series.counterpartArea())
                        && counterpartArea.equals(series.refArea())
                        && mirrored(flow).equals(series.flow())
                ? Optional.of(Side.MIRRORED)
                : Optional.empty();
    }

    private static String mirrored(String flow) {
        return switch (flow) {
            case "X" -> "M";
            case "M" -> "X";
            default -> flow;
        };
    }

    /** Whose figures speak about the claim. */
    public enum Side {
        /** Those of the country that the claim is about. */
        REPORTED,
        /** Those of its partner. */
        MIRRORED
    }
}
