package silkline.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import silkline.claim.Check;
import silkline.claim.Claim;
import silkline.claim.ClaimResult;
import silkline.claim.Implied;
import silkline.claim.Interval;
import silkline.claim.Kind;
import silkline.claim.Target;
import silkline.claim.Verdict;

/** Says in one or two English sentences what was found about a claim. */
public final class ClaimSentence {
    private static final int MOST_READINGS = 4;

    private ClaimSentence() {}

    public static String of(ClaimResult result) {
        String found =
                switch (result.verdict()) {
                    case OPEN -> open(result);
                    case NOT_CHECKABLE -> notCheckable(result);
                    case SUPPORTED, CONSISTENT, DEPENDS, CONTRADICTED -> tested(result);
                    case NO_CLAIM -> "The article states no figure.";
                };
        return Stream.of(found, condition(result), robustness(result), atPublication(result), implied(result))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String condition(ClaimResult result) {
        return result.condition().isEmpty() ? "" : "True only %s.".formatted(result.condition());
    }

    private static String robustness(ClaimResult result) {
        return Double.isNaN(result.robustness()) || result.robustness() == 1
                ? ""
                : "The same in %s of neighbouring settings.".formatted(Numbers.text(result.robustness(), "RATIO"));
    }

    private static String atPublication(ClaimResult result) {
        boolean isTold = result.atPublication() == result.verdict() || result.atPublication() == Verdict.NOT_CHECKABLE;
        return isTold
                ? ""
                : "By what was surely published when the article appeared: %s."
                        .formatted(result.atPublication().code().replace('_', ' '));
    }

    private static String open(ClaimResult result) {
        List<Target> targets = result.targets();
        if (targets.isEmpty()) {
            return "Its time has not come.";
        }
        return targets.stream().map(ClaimSentence::target).collect(Collectors.joining(" "));
    }

    private static String target(Target target) {
        String unit = target.series().about().unitMeasure();
        StringBuilder text = new StringBuilder("%s of %s: %s in %s"
                .formatted(
                        target.series().about().datasetId(),
                        target.series().vintage(),
                        Numbers.text(target.lastValue(), unit),
                        target.lastPeriod()));
        if (Double.isFinite(target.lastGrowth())) {
            text.append(", %s on %s (%s)"
                    .formatted(
                            Numbers.text(target.lastGrowth(), "RATIO"),
                            target.lastPeriod().plus(-1),
                            Numbers.text(target.previousValue(), unit)));
        }
        text.append("; ").append(Numbers.text(target.target(), unit));
        text.append(
                Double.isFinite(target.requiredCagr())
                        ? " by %s needs %s a year."
                                .formatted(target.targetPeriod(), Numbers.text(target.requiredCagr(), "RATIO"))
                        : " is %s that.".formatted(Numbers.text(target.target() / target.lastValue(), "FACTOR")));
        return text.append(expected(target)).toString();
    }

    private static String expected(Target target) {
        StringBuilder text = new StringBuilder();
        if (Double.isFinite(target.probability())) {
            text.append(" The forecast gives it %s.".formatted(Numbers.text(target.probability(), "RATIO")));
        }
        if (!target.firstExpected().isEmpty()) {
            text.append(" Expected first in %s, possible first in %s (95 %% interval)."
                    .formatted(target.firstExpected(), target.firstFeasible()));
        } else if (!target.firstFeasible().isEmpty()) {
            text.append(" Possible first in %s (95 %% interval).".formatted(target.firstFeasible()));
        }
        if (!target.movedFrom().isEmpty()) {
            text.append(" It was %s.".formatted(target.movedFrom()));
        }
        return text.toString();
    }

    private static String notCheckable(ClaimResult result) {
        return switch (result.reason()) {
            case "OUT_OF_SCOPE" -> "Not about trade or the economy: stored, not checked.";
            case "BASE_UNKNOWN" -> "The base year is not stated, and no year that the statistics reach fits.";
            case "NO_SERIES" -> "No series in the lake measures it.";
            case "ONLY_STATEMENTS" ->
                "Only statements of officials speak about it, and none agrees: "
                        + figures(
                                result.checks().stream().filter(Check::decides).toList(), result.claim())
                        + ".";
            case "CONCEPT_MISMATCH" ->
                "Statistics are of another concept; for context: " + figures(contexts(result), result.claim()) + ".";
            case "READING_UNTESTED" ->
                "Not possible as %s; the other reading has no series."
                        .formatted(figures(
                                result.checks().stream().filter(Check::decides).toList(), result.claim()));
            default ->
                nearest(result)
                        .map(check -> "No series reaches the period; the nearest figure is "
                                + figures(List.of(check), result.claim())
                                + ".")
                        .orElse("No series has the figures that it needs.");
        };
    }

    private static List<Check> contexts(ClaimResult result) {
        return result.checks().stream()
                .filter(check -> check.reason().equals("CONCEPT_MISMATCH"))
                .limit(MOST_READINGS)
                .toList();
    }

    private static Optional<Check> nearest(ClaimResult result) {
        return result.checks().stream()
                .filter(check -> check.series().isCurrent() && Double.isFinite(check.official()))
                .findFirst();
    }

    private static String tested(ClaimResult result) {
        Claim claim = result.claim();
        List<Check> deciding = result.checks().stream().filter(Check::decides).toList();
        if (deciding.size() > MOST_READINGS) {
            return manyReadings(claim, deciding);
        }
        List<Check> holding =
                deciding.stream().filter(c -> c.verdict() == Verdict.SUPPORTED).toList();
        List<Check> failing =
                deciding.stream().filter(c -> c.verdict() != Verdict.SUPPORTED).toList();
        StringBuilder text = new StringBuilder();
        if (!holding.isEmpty()) {
            text.append("In line with ").append(figures(holding, claim)).append('.');
        }
        if (!failing.isEmpty()) {
            text.append(text.isEmpty() ? "Not" : " Not")
                    .append(" in line with ")
                    .append(figures(failing, claim))
                    .append('.');
        }
        return text.toString();
    }

    private static String manyReadings(Claim claim, List<Check> deciding) {
        List<Check> holding =
                deciding.stream().filter(c -> c.verdict() == Verdict.SUPPORTED).toList();
        String readings = holding.isEmpty()
                ? "none"
                : holding.stream()
                        .map(c -> "%s (%s)"
                                .formatted(
                                        afterSide(c.words()), c.series().about().datasetId()))
                        .collect(Collectors.joining(", "));
        return "Of %d readings %d hold: %s.".formatted(deciding.size(), holding.size(), readings)
                + (claim.kind() == Kind.RATIO && claim.basePeriods().isEmpty() ? " The base year is not stated." : "");
    }

    private static String afterSide(String reading) {
        return reading.substring(reading.indexOf(", ") + 1).strip();
    }

    /** {@code 1.13 billion USD in 2023 (kaz-bns, reported by KAZ)}. */
    private static String figures(List<Check> checks, Claim claim) {
        return checks.stream()
                .map(c -> "%s in %s (%s, %s)"
                        .formatted(
                                Numbers.text(c.official(), c.unit(claim)),
                                c.period(),
                                c.series().about().datasetId(),
                                c.words()))
                .collect(Collectors.joining("; "));
    }

    private static String implied(ClaimResult result) {
        String figures = result.implied().stream()
                .map(i -> "%s %s (%s)".formatted(words(i), range(i), i.formula()))
                .collect(Collectors.joining(", "));
        String against = result.comparison()
                .map(c -> ", which %s \"%s\""
                        .formatted(
                                c.agrees() ? "agrees with" : "falls outside",
                                c.other().statedAs()))
                .orElse("");
        return figures.isEmpty() ? "" : "Implied: " + figures + against + ".";
    }

    /** What the hedges allow: {@code above 26 million USD}, {@code 1.14 to 1.17 million USD}; the figure where that is one. */
    public static String range(Implied implied) {
        Interval interval = implied.interval();
        String value = Numbers.text(implied.value(), implied.unit());
        String low = Numbers.text(interval.low(), implied.unit());
        String high = Numbers.text(interval.high(), implied.unit());
        if (Double.isInfinite(interval.low()) && Double.isInfinite(interval.high())) {
            return value;
        }
        if (Double.isInfinite(interval.high())) {
            return "above " + low;
        }
        if (Double.isInfinite(interval.low())) {
            return "at most " + high;
        }
        return low.equals(high) ? value : "%s (%s to %s)".formatted(value, low, high);
    }

    /** {@code implied_base} as "base". */
    public static String words(Implied implied) {
        return switch (implied.name()) {
            case "implied_base" -> "base";
            case "implied_base_by" -> "base if it grew by that much";
            case "implied_part" -> "part";
            case "implied_rest" -> "rest";
            case "implied_next_share" -> "share of the next at most";
            case "implied_effective_markets" -> "equal markets that are as concentrated, at most";
            case "implied_rest_of_year" -> "still needed in the year to match the year before";
            case "implied_completed_year" -> "whole year if it goes on as the year before";
            case "implied_target" -> "target";
            case "implied_cagr_ratio" -> "growth a year";
            case Implied.YEAR -> "whole year at this rate";
            default -> implied.name();
        };
    }
}
