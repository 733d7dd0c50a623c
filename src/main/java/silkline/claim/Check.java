package silkline.claim;

import java.util.Locale;

/**
 * One series, in one vintage and one reading, held against a claim.
 *
 * @param words the reading in words: side, period, base period
 * @param period of the official figure; of the nearest one where the period itself is missing; may be empty
 * @param official in the claim's base unit; NaN where there is none
 * @param gapRatio official / stated - 1; NaN where undefined
 * @param reason why it is not checkable, else empty
 */
public record Check(
        String claimId,
        String words,
        Reading reading,
        Facts.Series series,
        Known known,
        String period,
        Interval claimed,
        double official,
        double gapRatio,
        Verdict verdict,
        String reason) {
    /** When the figure was the one to believe. */
    public enum Known {
        NOW,
        /** When the article appeared. */
        AT_PUBLICATION,
        /** In some other vintage. */
        OTHERWISE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Unit of {@link #official}: that of the claim, unless the figure is of something else. */
    public String unit(Claim claim) {
        String unit = series.about().unitMeasure();
        return reason.equals(Sheet.CONCEPT_MISMATCH) && !unit.equals("PCT") ? unit : claim.baseUnit();
    }

    /** Whether it speaks, as of now, for or against the claim. */
    public boolean decides() {
        return series.isCurrent() && (verdict == Verdict.SUPPORTED || verdict == Verdict.CONTRADICTED);
    }

    /** Whether it decides and is more than a statement of somebody. */
    boolean decidesAsStatistic() {
        return decides() && series.about().isStatistic();
    }

    public boolean holds() {
        return verdict == Verdict.SUPPORTED;
    }
}
