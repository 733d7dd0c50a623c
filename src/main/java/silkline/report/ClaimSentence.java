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

/** Says in one or two sentences what was found about a claim. */
public final class ClaimSentence {
    private static final int MOST_READINGS = 4;

    private final Language language;

    private ClaimSentence(Language language) {
        this.language = language;
    }

    public static String of(ClaimResult result, Language language) {
        return new ClaimSentence(language).of(result);
    }

    private String of(ClaimResult result) {
        String found =
                switch (result.verdict()) {
                    case OPEN -> open(result);
                    case NOT_CHECKABLE -> notCheckable(result);
                    case SUPPORTED, CONSISTENT, DEPENDS, CONTRADICTED -> tested(result);
                    case NO_CLAIM -> language.text("sentence.no_claim");
                };
        return Stream.of(found, condition(result), robustness(result), atPublication(result), implied(result))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String condition(ClaimResult result) {
        return result.condition().isEmpty()
                ? ""
                : language.text("sentence.condition", language.phrase(result.condition()));
    }

    private String robustness(ClaimResult result) {
        return Double.isNaN(result.robustness()) || result.robustness() == 1
                ? ""
                : language.text("sentence.robustness", language.number(result.robustness(), "RATIO"));
    }

    private String atPublication(ClaimResult result) {
        boolean isTold = result.atPublication() == result.verdict() || result.atPublication() == Verdict.NOT_CHECKABLE;
        return isTold
                ? ""
                : language.text(
                        "sentence.at_publication",
                        language.text("verdict." + result.atPublication().code()));
    }

    private String open(ClaimResult result) {
        List<Target> targets = result.targets();
        if (targets.isEmpty()) {
            return language.text("sentence.open");
        }
        return targets.stream().map(this::target).collect(Collectors.joining(" "));
    }

    private String target(Target target) {
        String unit = target.series().about().unitMeasure();
        String last = language.text(
                "sentence.target.last",
                target.series().about().datasetId(),
                target.series().vintage(),
                language.number(target.lastValue(), unit),
                target.lastPeriod().toString());
        String growth = Double.isFinite(target.lastGrowth())
                ? language.text(
                        "sentence.target.growth",
                        language.number(target.lastGrowth(), "RATIO"),
                        target.lastPeriod().plus(-1).toString(),
                        language.number(target.previousValue(), unit))
                : "";
        String aim = Double.isFinite(target.requiredCagr())
                ? language.text(
                        "sentence.target.required",
                        language.number(target.target(), unit),
                        target.targetPeriod(),
                        language.number(target.requiredCagr(), "RATIO"))
                : language.text(
                        "sentence.target.factor",
                        language.number(target.target(), unit),
                        language.number(target.target() / target.lastValue(), "FACTOR"));
        return last + growth + "; " + aim + expected(target);
    }

    private String expected(Target target) {
        StringBuilder text = new StringBuilder();
        if (Double.isFinite(target.probability())) {
            text.append(' ')
                    .append(language.text(
                            "sentence.target.probability", language.number(target.probability(), "RATIO")));
        }
        if (!target.firstExpected().isEmpty()) {
            text.append(' ')
                    .append(language.text("sentence.target.expected", target.firstExpected(), target.firstFeasible()));
        } else if (!target.firstFeasible().isEmpty()) {
            text.append(' ').append(language.text("sentence.target.feasible", target.firstFeasible()));
        }
        if (!target.movedFrom().isEmpty()) {
            text.append(' ').append(language.text("sentence.target.moved", language.phrase(target.movedFrom())));
        }
        return text.toString();
    }

    private String notCheckable(ClaimResult result) {
        return switch (result.reason()) {
            case "OUT_OF_SCOPE" -> language.text("sentence.out_of_scope");
            case "BASE_UNKNOWN" -> language.text("sentence.base_unknown");
            case "NO_SERIES" -> language.text("sentence.no_series");
            case "ONLY_STATEMENTS" -> language.text("sentence.only_statements", decidingFigures(result));
            case "CONCEPT_MISMATCH" ->
                language.text("sentence.concept_mismatch", figures(contexts(result), result.claim()));
            case "READING_UNTESTED" -> language.text("sentence.reading_untested", decidingFigures(result));
            default ->
                nearest(result)
                        .map(check -> language.text("sentence.nearest", figures(List.of(check), result.claim())))
                        .orElseGet(() -> language.text("sentence.no_figures"));
        };
    }

    private String decidingFigures(ClaimResult result) {
        return figures(result.checks().stream().filter(Check::decides).toList(), result.claim());
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

    private String tested(ClaimResult result) {
        Claim claim = result.claim();
        List<Check> deciding = result.checks().stream().filter(Check::decides).toList();
        if (deciding.size() > MOST_READINGS) {
            return manyReadings(claim, deciding);
        }
        List<Check> holding =
                deciding.stream().filter(c -> c.verdict() == Verdict.SUPPORTED).toList();
        List<Check> failing =
                deciding.stream().filter(c -> c.verdict() != Verdict.SUPPORTED).toList();
        String yes = holding.isEmpty() ? "" : language.text("sentence.in_line", figures(holding, claim));
        String no = failing.isEmpty() ? "" : language.text("sentence.not_in_line", figures(failing, claim));
        return (yes + " " + no).strip();
    }

    private String manyReadings(Claim claim, List<Check> deciding) {
        List<Check> holding =
                deciding.stream().filter(c -> c.verdict() == Verdict.SUPPORTED).toList();
        String readings = holding.isEmpty()
                ? language.text("sentence.none")
                : holding.stream()
                        .map(c -> "%s (%s)"
                                .formatted(
                                        language.phrase(afterSide(c.words())),
                                        c.series().about().datasetId()))
                        .collect(Collectors.joining(", "));
        String held = language.text("sentence.readings", deciding.size(), holding.size(), readings);
        boolean hasNoBase = claim.kind() == Kind.RATIO && claim.basePeriods().isEmpty();
        return hasNoBase ? held + " " + language.text("sentence.no_base") : held;
    }

    private static String afterSide(String reading) {
        return reading.substring(reading.indexOf(", ") + 1).strip();
    }

    /** {@code 1.13 billion USD in 2023 (kaz-bns, reported by KAZ)}. */
    private String figures(List<Check> checks, Claim claim) {
        return checks.stream()
                .map(c -> language.text(
                        "sentence.figure",
                        language.number(c.official(), c.unit(claim)),
                        c.period(),
                        c.series().about().datasetId(),
                        language.phrase(c.words())))
                .collect(Collectors.joining("; "));
    }

    private String implied(ClaimResult result) {
        String figures = result.implied().stream()
                .map(i -> "%s %s (%s)".formatted(words(i, language), range(i, language), language.phrase(i.formula())))
                .collect(Collectors.joining(", "));
        String against = result.comparison()
                .map(c -> language.text(
                        c.agrees() ? "sentence.agrees_with" : "sentence.falls_outside",
                        language.text("quote.in_sentence", c.other().statedAs())))
                .orElse("");
        return figures.isEmpty() ? "" : language.text("sentence.implied", figures + against);
    }

    /** What the hedges allow: {@code above 26 million USD}, {@code 1.14 to 1.17 million USD}; the figure where that is one. */
    public static String range(Implied implied, Language language) {
        Interval interval = implied.interval();
        String value = language.number(implied.value(), implied.unit());
        String low = language.number(interval.low(), implied.unit());
        String high = language.number(interval.high(), implied.unit());
        if (Double.isInfinite(interval.low()) && Double.isInfinite(interval.high())) {
            return value;
        }
        if (Double.isInfinite(interval.high())) {
            return language.text("range.above", low);
        }
        if (Double.isInfinite(interval.low())) {
            return language.text("range.at_most", high);
        }
        return low.equals(high) ? value : "%s (%s)".formatted(value, language.text("range.between", low, high));
    }

    /** {@code implied_base} as "base". */
    public static String words(Implied implied, Language language) {
        return language.textOr("implied." + implied.name().replace("implied_", ""), implied.name());
    }
}
