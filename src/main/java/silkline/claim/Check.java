package silkline.claim;

/**
 * One series, in one vintage and one reading, held against a claim.
 *
 * @param reading how the claim is read: side, period, base period
 * @param period of the official figure; of the nearest one where the period itself is missing; may be empty
 * @param official in the claim's base unit; NaN where there is none
 * @param gapRatio official / stated - 1; NaN where undefined
 * @param reason why it is not checkable, else empty
 */
public record Check(
        String claimId,
        String reading,
        Facts.Series series,
        String period,
        Interval claimed,
        double official,
        double gapRatio,
        Verdict verdict,
        String reason) {
    /** Whether it speaks, as of now, for or against the claim. */
    public boolean decides() {
        return series.isCurrent() && (verdict == Verdict.SUPPORTED || verdict == Verdict.CONTRADICTED);
    }
}
