package silkline.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is found about one claim.
 *
 * @param reason why it is not checkable, else empty
 */
public record ClaimResult(
        Claim claim,
        Verdict verdict,
        String reason,
        List<Check> checks,
        List<Target> targets,
        List<Implied> implied,
        Optional<Comparison> comparison) {

    /** An implied figure against the claim that it continues: twice the first half against last year's "over". */
    public record Comparison(Implied figure, Claim other) {
        /** Whether the figure lies within what the other claim allows. */
        public boolean agrees() {
            return other.interval().contains(figure.value());
        }
    }

    public ClaimResult {
        checks = List.copyOf(checks);
        targets = List.copyOf(targets);
        implied = List.copyOf(implied);
    }

    /** Checks {@code claim} against {@code facts}; {@code claims} are all claims by id. */
    public static ClaimResult of(Claim claim, Facts facts, Map<String, Claim> claims) {
        List<Check> checks = new ClaimChecker(facts, claims).check(claim);
        List<Implied> implied = Implied.from(claim, claims);
        Verdict verdict = Verdict.of(claim, checks);
        return new ClaimResult(
                claim,
                verdict,
                verdict == Verdict.NOT_CHECKABLE ? reason(claim, checks) : "",
                checks,
                targets(claim, facts, claims),
                implied,
                comparison(claim, implied, claims));
    }

    /** How many current checks decide something. */
    public long deciding() {
        return checks.stream().filter(Check::decides).count();
    }

    /** How many of them the claim passes. */
    public long holding() {
        return checks.stream()
                .filter(c -> c.decides() && c.verdict() == Verdict.SUPPORTED)
                .count();
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

    private static List<Target> targets(Claim claim, Facts facts, Map<String, Claim> claims) {
        List<Target> targets = new ArrayList<>();
        for (Facts.Series series : facts.series()) {
            if (claim.side(series.about())
                    .filter(side -> side == Claim.Side.REPORTED)
                    .isPresent()) {
                Target.of(claim, series, claims).ifPresent(targets::add);
            }
        }
        // A vintage that says the same as the current one says nothing.
        return targets.stream()
                .filter(t -> t.series().isCurrent()
                        || targets.stream().noneMatch(c -> c.series().isCurrent() && c.saysTheSameAs(t)))
                .toList();
    }

    private static Optional<Comparison> comparison(Claim claim, List<Implied> implied, Map<String, Claim> claims) {
        return implied.stream()
                .filter(i -> i.name().equals(Implied.YEAR))
                .findFirst()
                .map(figure -> new Comparison(figure, claims.get(claim.relatesTo())));
    }
}
