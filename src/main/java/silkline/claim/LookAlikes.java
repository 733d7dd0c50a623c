package silkline.claim;

import static silkline.series.SeriesId.WORLD;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import silkline.series.Frequency;
import silkline.series.Period;
import silkline.series.SeriesId;

/** Statistics of what is easily taken for the subject of a claim: turnover for exports, trade for contracts. */
final class LookAlikes {
    private LookAlikes() {}

    /** Shown as context, never judged. */
    static List<Check> check(Claim claim, Facts facts, ClaimBook book) {
        List<Check> checks = new ArrayList<>();
        for (Facts.Series series : facts.series()) {
            if (series.isCurrent()
                    && isComparable(claim, series.about())
                    && book.looksAlike(claim, series.about().indicator())
                    && isOfSameAreas(claim, series.about())) {
                claim.periods().stream()
                        .flatMap(period -> nearest(series, period).stream())
                        .distinct()
                        .forEach(period -> checks.add(context(claim, series, period)));
            }
        }
        return checks;
    }

    /** An amount beside an amount, in whatever currency, or a rate beside a rate. */
    private static boolean isComparable(Claim claim, Facts.About about) {
        boolean isRate = about.unitMeasure().equals("PCT");
        return claim.kind() == Kind.LEVEL ? !isRate : claim.kind() == Kind.GROWTH && isRate;
    }

    /** Exports alone are not shown for what has no direction. */
    private static boolean isOfSameAreas(Claim claim, Facts.About about) {
        boolean isOfAll = about.counterpartArea().equals(SeriesId.NOT_APPLICABLE)
                && claim.counterpartArea().equals(WORLD);
        boolean isSamePartner = isOfAll || about.counterpartArea().equals(claim.counterpartArea());
        boolean isSameFlow = about.flow().equals(claim.flow())
                || about.flow().equals(SeriesId.NOT_APPLICABLE)
                || (claim.flow().equals(SeriesId.NOT_APPLICABLE) && about.flow().equals("T"));
        return about.refArea().equals(claim.refArea()) && isSamePartner && isSameFlow;
    }

    /** The period itself, or its year. */
    private static Optional<Period> nearest(Facts.Series series, Period period) {
        if (series.at(period).isPresent()) {
            return Optional.of(period);
        }
        Period year = Period.of(Frequency.ANNUAL, period.year(), 1);
        return series.at(year).isPresent() ? Optional.of(year) : Optional.empty();
    }

    private static Check context(Claim claim, Facts.Series series, Period period) {
        return new Check(
                claim.id(),
                "another concept: " + series.about().indicator(),
                Reading.of(series.about(), Claim.Side.REPORTED).with(Reading.PERIOD, period.toString()),
                series,
                Check.Known.NOW,
                period.toString(),
                Interval.ALL,
                series.at(period).orElseThrow(),
                Double.NaN,
                Verdict.NOT_CHECKABLE,
                Sheet.CONCEPT_MISMATCH);
    }
}
