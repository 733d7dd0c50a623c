package silkline.claim;

import java.util.Optional;
import silkline.series.Frequency;
import silkline.series.Period;

/** A part of a year completed as the year before went on, by the statistics of that year. */
final class Completion {
    private Completion() {}

    /** Empty where no source has both the same part and the whole of the year before. */
    static Optional<Implied> of(Claim claim, ClaimBook book, Facts facts) {
        if (claim.periods().size() != 1 || claim.periods().get(0).months() >= 12) {
            return Optional.empty();
        }
        Period before = claim.periods().get(0).yearEarlier();
        Period year = Period.of(Frequency.ANNUAL, before.year(), 1);
        for (Facts.Series part : facts.series()) {
            if (part.isCurrent()
                    && claim.side(part.about()).isPresent()
                    && part.at(before).orElse(0) > 0) {
                Optional<Double> whole = facts.series().stream()
                        .filter(s -> s.isCurrent() && s.about().isSameButFrequency(part.about()))
                        .flatMap(s -> s.at(year).stream().boxed())
                        .findFirst();
                if (whole.isPresent()) {
                    double factor = whole.get() / part.at(before).getAsDouble();
                    return Optional.of(Term.of(claim, book)
                            .times(
                                    factor,
                                    "%s/%s of %s"
                                            .formatted(
                                                    year, before, part.about().datasetId()))
                            .named("implied_completed_year"));
                }
            }
        }
        return Optional.empty();
    }
}
