package silkline.stage.report;

import java.util.ArrayList;
import java.util.List;
import silkline.claim.Article;
import silkline.claim.Check;
import silkline.claim.Claim;
import silkline.claim.ClaimResult;
import silkline.claim.Implied;
import silkline.claim.Interval;
import silkline.claim.Target;
import silkline.claim.Verdict;
import silkline.report.Cell;
import silkline.report.ClaimCard;
import silkline.report.ClaimSentence;
import silkline.report.Figure;
import silkline.report.Language;

/** A claim with its verdict, what it was held against, and what follows from it. */
final class ClaimCards {
    private static final int MOST_CHECKS = 12;

    private ClaimCards() {}

    static ClaimCard card(ReportInputs inputs, Article article, ClaimResult result) {
        Claim claim = result.claim();
        List<ClaimCard.Check> checks = new ArrayList<>();
        int number = 0;
        for (Check check : result.checks()) {
            number++;
            if (checks.size() < MOST_CHECKS) {
                checks.add(check(inputs, result, check, number));
            }
        }
        return new ClaimCard(
                claim.id(),
                new ClaimCard.Statement(
                        claim.statedAs(),
                        article.language(),
                        ClaimSection.outlet(inputs, article),
                        article.published().toString()),
                ClaimMeaning.meaning(inputs, claim),
                verdict(result.verdict()),
                ClaimSentence.of(result, inputs.language())
                        + omitted(inputs, result.checks().size()),
                checks,
                implied(inputs, result));
    }

    private static String omitted(ReportInputs inputs, int checks) {
        return checks > MOST_CHECKS ? " " + inputs.text("claims.omitted", MOST_CHECKS, checks) : "";
    }

    private static ClaimCard.Check check(ReportInputs inputs, ClaimResult result, Check check, int number) {
        Claim claim = result.claim();
        String key = "claim/%s/check/%d".formatted(claim.id(), number);
        String unit = check.unit(claim);
        return new ClaimCard.Check(
                inputs.language().phrase(check.words()) + vintage(inputs, check),
                "%s, %s"
                        .formatted(
                                check.series().about().datasetId(),
                                check.series().vintage()),
                check.period(),
                stated(result),
                Double.isNaN(check.official())
                        ? Cell.missing(check.reason())
                        : Cell.of(Figure.of(key + "/official", check.official(), unit)),
                Double.isNaN(check.gapRatio())
                        ? Cell.missing("")
                        : Cell.of(Figure.of(key + "/gap", check.gapRatio(), "RATIO")),
                verdict(check.verdict()));
    }

    private static String vintage(ReportInputs inputs, Check check) {
        return switch (check.known()) {
            case NOW -> "";
            case AT_PUBLICATION -> ", " + inputs.text("claims.as_known_then");
            case OTHERWISE -> ", " + inputs.text("claims.another_vintage");
        };
    }

    /** What the claim allows. */
    static Cell stated(ClaimResult result) {
        Claim claim = result.claim();
        Interval interval = result.bounds().allowed();
        String key = "claim/%s/stated".formatted(claim.id());
        Figure low = Figure.of(key + "/low", interval.low(), claim.baseUnit());
        Figure high = Figure.of(key + "/high", interval.high(), claim.baseUnit());
        return interval.lowOpen() ? Cell.rangeAbove(low, high) : Cell.range(low, high);
    }

    /** What follows from the claim, and for targets how far away they are, by vintage. */
    static List<ClaimCard.Implied> implied(ReportInputs inputs, ClaimResult result) {
        Language language = inputs.language();
        List<ClaimCard.Implied> implied = new ArrayList<>();
        String key = "claim/%s/".formatted(result.claim().id());
        for (Implied one : result.implied()) {
            implied.add(new ClaimCard.Implied(
                    "%s: %s; %s"
                            .formatted(
                                    ClaimSentence.words(one, language),
                                    language.phrase(one.formula()),
                                    ClaimSentence.range(one, language)),
                    Figure.of(key + one.name(), one.value(), one.unit())));
        }
        int number = 0;
        for (Target target : result.targets()) {
            String at = key + "target/" + ++number + "/";
            String source = inputs.text(
                    "claims.source",
                    target.series().about().datasetId(),
                    target.series().vintage());
            String unit = target.series().about().unitMeasure();
            add(
                    implied,
                    inputs.text("implied.last_value", target.lastPeriod().toString(), source),
                    at + "last_value",
                    target.lastValue(),
                    unit);
            add(
                    implied,
                    inputs.text("implied.previous_value", source),
                    at + "previous_value",
                    target.previousValue(),
                    unit);
            add(
                    implied,
                    inputs.text("implied.last_growth", source),
                    at + "last_growth_ratio",
                    target.lastGrowth(),
                    "RATIO");
            add(
                    implied,
                    inputs.text("implied.actual_cagr", source),
                    at + "actual_cagr_ratio",
                    target.actualCagr(),
                    "RATIO");
            add(
                    implied,
                    inputs.text("implied.required_cagr", source),
                    at + "required_cagr_ratio",
                    target.requiredCagr(),
                    "RATIO");
            add(
                    implied,
                    inputs.text("implied.probability", source),
                    at + "probability_ratio",
                    target.probability(),
                    "RATIO");
        }
        return implied;
    }

    private static void add(List<ClaimCard.Implied> implied, String label, String key, double value, String unit) {
        if (Double.isFinite(value)) {
            implied.add(new ClaimCard.Implied(label, Figure.of(key, value, unit)));
        }
    }

    static ClaimCard.Verdict verdict(Verdict verdict) {
        return ClaimCard.Verdict.valueOf(verdict.name());
    }
}
