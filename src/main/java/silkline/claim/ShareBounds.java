package silkline.claim;

import static silkline.series.SeriesId.WORLD;

import java.util.ArrayList;
import java.util.List;
import silkline.series.Period;
import silkline.share.Share;

/**
 * What can be said of a part whose own figure is missing: it is no more than the whole that it is a part of. A stated
 * share of some larger total may be impossible by that alone.
 */
final class ShareBounds {
    private final Facts facts;
    private final ClaimBook book;

    ShareBounds(Facts facts, ClaimBook book) {
        this.facts = facts;
        this.book = book;
    }

    /** A check for each larger total, where no series has the part; contradicted or not checkable, never supported. */
    List<Check> check(Claim claim) {
        List<Check> checks = new ArrayList<>();
        boolean isKnown = facts.series().stream().anyMatch(s -> claim.side(s.about())
                .filter(side -> side == Claim.Side.REPORTED)
                .isPresent());
        for (String total : claim.totals()) {
            if (!isKnown && !claim.indicators().contains(total)) {
                claim.periods().forEach(period -> check(claim, total, period, checks));
            }
        }
        return checks;
    }

    private void check(Claim claim, String total, Period period, List<Check> checks) {
        for (Facts.Series whole : facts.series()) {
            for (Facts.Series larger : facts.series()) {
                if (isWhole(claim, whole, claim.indicators()) && isWhole(claim, larger, List.of(total))) {
                    double most = Share.of(
                            whole.at(period).orElse(Double.NaN),
                            larger.at(period).orElse(Double.NaN));
                    if (!Double.isNaN(most)) {
                        checks.add(bound(claim, whole, larger, period, most));
                    }
                }
            }
        }
    }

    private static boolean isWhole(Claim claim, Facts.Series series, List<String> indicators) {
        Facts.About about = series.about();
        return series.isCurrent()
                && about.isStatistic()
                && indicators.contains(about.indicator())
                && about.refArea().equals(claim.refArea())
                && about.flow().equals(claim.flow())
                && about.counterpartArea().equals(WORLD)
                && about.unitMeasure().equals("USD");
    }

    private Check bound(Claim claim, Facts.Series whole, Facts.Series larger, Period period, double most) {
        Interval allowed = book.bounds(claim).allowed();
        boolean isPossible = allowed.overlaps(Interval.closed(0, Math.max(0, most)));
        Reading reading = Reading.of(whole.about(), Claim.Side.REPORTED)
                .with(Reading.PERIOD, period.toString())
                .with(Reading.TOTAL, larger.about().indicator());
        return new Check(
                claim.id(),
                "as reported by %s, of %s at most: all partners together".formatted(claim.refArea(), larger.id()),
                reading,
                whole,
                Check.Known.NOW,
                period.toString(),
                allowed,
                most,
                Double.NaN,
                isPossible ? Verdict.NOT_CHECKABLE : Verdict.CONTRADICTED,
                isPossible ? Sheet.PERIOD_MISSING : "");
    }
}
