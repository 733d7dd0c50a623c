package silkline.claim;

import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import silkline.growth.Growth;
import silkline.series.Frequency;
import silkline.series.Period;

/**
 * How far a target is away, from the last value of one annual series.
 *
 * @param target in base units
 * @param requiredCagr growth a year that reaches it in time, as a ratio; NaN where no time is stated
 * @param lastGrowth growth of the last year; NaN where undefined
 * @param actualCagr growth a year over the last {@link #LOOK_BACK} years; NaN where undefined
 * @param probability that the forecast gives to reaching it in time; NaN where there is no forecast or no time
 * @param firstFeasible the first year that the 95 percent interval of the forecast reaches it; empty: none
 * @param firstExpected the first year that the point forecast reaches it; empty: none
 * @param movedFrom an earlier target for the same, in words; empty: none
 */
public record Target(
        String claimId,
        Facts.Series series,
        double target,
        String targetPeriod,
        Period lastPeriod,
        double lastValue,
        double previousValue,
        double requiredCagr,
        double lastGrowth,
        double actualCagr,
        double probability,
        String firstFeasible,
        String firstExpected,
        String movedFrom) {
    /** Years over which {@link #actualCagr} looks back. */
    public static final int LOOK_BACK = 5;

    /** Empty where the claim is no target, or the series has another unit or no annual value before the target's period. */
    public static Optional<Target> of(Claim claim, Facts.Series series, Optional<Outlook> forecast, ClaimBook book) {
        if (claim.kind() != Kind.TARGET || !claim.inScope()) {
            return Optional.empty();
        }
        Optional<Period> deadline = claim.periods().stream().findFirst();
        NavigableMap<Period, Double> values =
                deadline.map(d -> series.values().headMap(d, false)).orElse(series.values());
        Map.Entry<Period, Double> last = values.lastEntry();
        if (last == null || last.getKey().frequency() != Frequency.ANNUAL) {
            return Optional.empty();
        }
        Optional<Amount> amount = Amount.of(claim, book)
                .filter(a -> a.fits(Kind.TARGET, series.about().unitMeasure()));
        if (amount.isEmpty()) {
            return Optional.empty();
        }
        double target = amount.get().value();
        Period at = last.getKey();
        double lastValue = series.at(at).orElseThrow();
        double previous = series.at(at.plus(-1)).orElse(Double.NaN);
        return Optional.of(new Target(
                claim.id(),
                series,
                target,
                deadline.map(Period::toString).orElse(""),
                at,
                lastValue,
                previous,
                deadline.map(d -> Growth.compoundAnnualRate(lastValue, target, years(at, d)))
                        .orElse(Double.NaN),
                Growth.relativeChange(previous, lastValue),
                Growth.compoundAnnualRate(series.at(at.plus(-LOOK_BACK)).orElse(Double.NaN), lastValue, LOOK_BACK),
                forecast.flatMap(f -> deadline.map(d -> f.probability(target, d)))
                        .orElse(Double.NaN),
                forecast.flatMap(f -> f.firstFeasible(target))
                        .map(Period::toString)
                        .orElse(""),
                forecast.flatMap(f -> f.firstExpected(target))
                        .map(Period::toString)
                        .orElse(""),
                book.earlierTarget(claim).map(Target::words).orElse("")));
    }

    /** {@code 1 billion USD by 2025 (claim 005-1)}. */
    private static String words(Claim earlier) {
        String when =
                earlier.periods().isEmpty() ? "" : " by " + earlier.periods().get(0);
        return "%s%s (claim %s)".formatted(Implied.words(earlier), when, earlier.id());
    }

    /** Whether another vintage of the same series leads to the same figures. */
    boolean saysTheSameAs(Target other) {
        return series.id().equals(other.series.id())
                && lastPeriod.equals(other.lastPeriod)
                && Double.compare(lastValue, other.lastValue) == 0
                && Double.compare(previousValue, other.previousValue) == 0;
    }

    private static double years(Period from, Period to) {
        return ChronoUnit.MONTHS.between(from.end().plusDays(1), to.end().plusDays(1)) / 12.0;
    }
}
