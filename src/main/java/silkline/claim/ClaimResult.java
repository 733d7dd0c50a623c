package silkline.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that is found about one claim.
 *
 * @param bounds what the claim allows, in base units
 * @param atPublication the verdict by what was known when the article appeared
 * @param reason why it is not checkable, else empty
 * @param condition what would have to be meant or believed for it to be true; empty unless the verdict depends on that
 * @param robustness share of neighbouring settings with the same verdict; NaN where the verdict is neither yes nor no
 */
public record ClaimResult(
        Claim claim,
        Bounds bounds,
        Verdict verdict,
        Verdict atPublication,
        String reason,
        String condition,
        double robustness,
        List<Check> checks,
        List<Target> targets,
        List<Implied> implied,
        Optional<Comparison> comparison) {

    /** An implied figure against the claim that it continues: twice the first half against last year's "over". */
    public record Comparison(Implied figure, Claim other, Interval allowed) {
        /** Whether the figure can lie within what the other claim allows. */
        public boolean agrees() {
            return allowed.overlaps(figure.interval());
        }
    }

    public ClaimResult {
        checks = List.copyOf(checks);
        targets = List.copyOf(targets);
        implied = List.copyOf(implied);
    }

    /** Checks {@code claim} against {@code facts}. */
    public static ClaimResult of(Claim claim, Facts facts, ClaimBook book) {
        ClaimChecker checker = new ClaimChecker(facts, book);
        List<Check> checks = checker.check(claim);
        List<Implied> implied = Implied.from(claim, book, facts);
        Verdict verdict = Verdict.of(claim, checks);
        List<Check> tested = checks.stream().filter(Check::decidesAsStatistic).toList();
        return new ClaimResult(
                claim,
                book.bounds(claim),
                verdict,
                atPublication(claim, facts, book).orElse(verdict),
                verdict == Verdict.NOT_CHECKABLE ? reason(claim, checks) : "",
                verdict == Verdict.DEPENDS ? Condition.of(tested) : "",
                robustness(verdict, tested, checker.neighbours(claim)),
                checks,
                targets(claim, facts, book),
                implied,
                comparison(claim, implied, book));
    }

    /** The first current statistic that decides; one that supports the claim before others. */
    public Optional<Check> telling() {
        List<Check> deciding = checks.stream().filter(Check::decidesAsStatistic).toList();
        return deciding.stream().filter(Check::holds).findFirst().or(() -> deciding.stream()
                .findFirst());
    }

    /** How many current checks decide something. */
    public long deciding() {
        return checks.stream().filter(Check::decides).count();
    }

    /** How many of them the claim passes. */
    public long holding() {
        return checks.stream().filter(c -> c.decides() && c.holds()).count();
    }

    private static Optional<Verdict> atPublication(Claim claim, Facts facts, ClaimBook book) {
        return book.published(claim)
                .map(day -> Verdict.of(claim, new ClaimChecker(facts.asOf(day), book).check(claim)));
    }

    /** Over the readings, sources, sides and valuations that were tested, and starts a year earlier or later. */
    private static double robustness(Verdict verdict, List<Check> tested, List<Check> neighbours) {
        if (verdict != Verdict.SUPPORTED && verdict != Verdict.CONTRADICTED) {
            return Double.NaN;
        }
        List<Check> all = Stream.concat(tested.stream(), neighbours.stream().filter(Check::decides))
                .toList();
        long same = all.stream().filter(check -> check.verdict() == verdict).count();
        return (double) same / all.size();
    }

    private static String reason(Claim claim, List<Check> checks) {
        if (!claim.inScope()) {
            return "OUT_OF_SCOPE";
        }
        if (checks.isEmpty()) {
            return "NO_SERIES";
        }
        if (claim.hasOpenBase() && checks.stream().anyMatch(Check::decides)) {
            return "BASE_UNKNOWN";
        }
        List<Check> tested = checks.stream().filter(Check::decidesAsStatistic).toList();
        if (!tested.isEmpty() && Verdict.hasUntestedTotal(claim, tested)) {
            return "READING_UNTESTED";
        }
        boolean onlyStatements = checks.stream().anyMatch(Check::decides);
        return onlyStatements ? "ONLY_STATEMENTS" : reasonOfCurrent(checks);
    }

    private static String reasonOfCurrent(List<Check> checks) {
        return checks.stream()
                .filter(check -> check.series().isCurrent() && !check.reason().isEmpty())
                .findFirst()
                .map(Check::reason)
                .orElse("NO_SERIES");
    }

    private static List<Target> targets(Claim claim, Facts facts, ClaimBook book) {
        List<Target> targets = new ArrayList<>();
        for (Facts.Series series : facts.series()) {
            if (claim.side(series.about())
                    .filter(side -> side == Claim.Side.REPORTED)
                    .isPresent()) {
                Optional<Outlook> forecast = series.isCurrent()
                        ? Optional.ofNullable(facts.outlooks().get(series.id()))
                        : Optional.empty();
                Target.of(claim, series, forecast, book).ifPresent(targets::add);
            }
        }
        // A vintage that says the same as the current one says nothing.
        return targets.stream()
                .filter(t -> t.series().isCurrent()
                        || targets.stream().noneMatch(c -> c.series().isCurrent() && c.saysTheSameAs(t)))
                .toList();
    }

    private static Optional<Comparison> comparison(Claim claim, List<Implied> implied, ClaimBook book) {
        return implied.stream()
                .filter(i -> i.name().equals(Implied.YEAR))
                .findFirst()
                .flatMap(figure -> book.related(claim)
                        .map(other ->
                                new Comparison(figure, other, book.bounds(other).allowed())));
    }
}
