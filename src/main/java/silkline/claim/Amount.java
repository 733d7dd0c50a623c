package silkline.claim;

import java.util.Optional;

/**
 * What a claim allows, as it is held against series; a multiple of another claim as the amount that it comes to.
 *
 * @param bounds in base units
 * @param value the stated figure in base units
 * @param unit unit of the series that may test it
 */
record Amount(Bounds bounds, double value, String unit) {
    /** Empty for a target that is a multiple of a claim that is not there. */
    static Optional<Amount> of(Claim claim, ClaimBook book) {
        if (claim.kind() != Kind.TARGET || !claim.isFactor()) {
            return Optional.of(new Amount(book.bounds(claim), claim.value(), claim.unitMeasure()));
        }
        return book.related(claim)
                .map(other -> new Amount(
                        book.bounds(claim).times(book.bounds(other)),
                        claim.value() * other.value(),
                        other.unitMeasure()));
    }

    /** Whether values of a series in {@code seriesUnit} can be held against it; changes and parts have no unit. */
    boolean fits(Kind kind, String seriesUnit) {
        return switch (kind) {
            case GROWTH, RATIO, SHARE -> true;
            case LEVEL, COUNT, CUMULATIVE, RANK, TARGET -> unit.equals(seriesUnit);
        };
    }
}
