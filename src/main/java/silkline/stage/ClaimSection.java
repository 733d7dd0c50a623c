package silkline.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import silkline.claim.Article;
import silkline.claim.Check;
import silkline.claim.Claim;
import silkline.claim.ClaimBook;
import silkline.claim.ClaimResult;
import silkline.claim.Hedge;
import silkline.claim.Implied;
import silkline.claim.Interval;
import silkline.claim.Target;
import silkline.claim.Verdict;
import silkline.claim.Widths;
import silkline.claim.consistency.ClaimConflicts;
import silkline.report.Block;
import silkline.report.Cell;
import silkline.report.Chart;
import silkline.report.ClaimCard;
import silkline.report.ClaimSentence;
import silkline.report.Column;
import silkline.report.Figure;
import silkline.report.Note;
import silkline.report.Numbers;
import silkline.report.Report.Section;
import silkline.report.Table;
import silkline.series.Period;
import silkline.series.SeriesId;
import silkline.source.ReferenceData;

/** The claims, each with its verdict and evidence. */
final class ClaimSection {
    private static final int MOST_CHECKS = 12;
    private static final Set<String> PLAIN_UNITS = Set.of("RANK", "YEAR", "YEARS", "DAYS", "KM");

    private ClaimSection() {}

    static Section of(ReportInputs inputs) {
        List<Block> blocks = new ArrayList<>();
        List<Chart.Pair> pairs =
                inputs.results().stream().flatMap(r -> pair(inputs, r).stream()).toList();
        if (!pairs.isEmpty()) {
            blocks.add(new Chart.Dumbbell(
                    "claims-against-statistics",
                    "Stated figures against official ones",
                    "Each stated figure divided by the official one; 1 is agreement.",
                    pairs));
        }
        if (inputs.articles().isEmpty()) {
            blocks.add(new Note("The lake holds no article."));
        }
        for (Article article : inputs.articles()) {
            List<ClaimResult> own = inputs.results().stream()
                    .filter(r -> r.claim().articleId().equals(article.id()))
                    .toList();
            blocks.add(new Note("%s: %s (%s, %s, published %s%s)."
                    .formatted(
                            article.id(),
                            article.title(),
                            article.outlet().equals("not stated") ? "outlet not stated" : article.outlet(),
                            article.language(),
                            article.published(),
                            own.isEmpty() ? "; it states no figure" : "")));
            own.forEach(result -> blocks.add(card(inputs, article, result)));
        }
        conflicts(inputs).ifPresent(blocks::add);
        return new Section(
                "claims",
                "Claims",
                "Every figure that the articles state. A hedge is an interval; what an article leaves open is a reading, "
                        + "and a verdict counts readings. Statements of officials never decide, statistics do. "
                        + widths(inputs.reference().widths()),
                blocks);
    }

    /** The conventions that hedges are read with. */
    private static String widths(Widths widths) {
        return "Widths, version %s: exact half a digit and at most %s, about %s, almost %s."
                .formatted(
                        widths.version(),
                        Numbers.text(widths.exactMost(), "RATIO"),
                        Numbers.text(widths.about(), "RATIO"),
                        Numbers.text(widths.almost(), "RATIO"));
    }

    /** Claims that do not go together, whatever the statistics say. */
    private static Optional<Table> conflicts(ReportInputs inputs) {
        ReferenceData reference = inputs.reference();
        ClaimBook book = ClaimBook.of(
                inputs.results().stream().map(ClaimResult::claim).toList(),
                inputs.articles(),
                reference.widths(),
                reference.lookAlikes());
        List<List<Cell>> rows = ClaimConflicts.of(book, reference.areasThatHoldOthers()).stream()
                .map(conflict -> List.of(
                        Cell.of(words(conflict.rule().code())),
                        Cell.of(words(conflict.strength().code())),
                        Cell.of(String.join(", ", conflict.claims())),
                        Cell.of(conflict.explanation())))
                .toList();
        List<Column> columns =
                List.of(Column.text("Rule"), Column.text("Strength"), Column.text("Claims"), Column.text("What"));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Table("claim-conflicts", "Claims that do not go together", columns, rows));
    }

    private static String words(String code) {
        return code.replace('_', ' ');
    }

    /** The claim against the first current figure that decides about it. */
    private static Optional<Chart.Pair> pair(ReportInputs inputs, ClaimResult result) {
        Claim claim = result.claim();
        return result.telling()
                .filter(c -> c.official() > 0)
                .map(c -> new Chart.Pair(
                        claim.id() + " " + subject(inputs.reference(), claim),
                        stated(result),
                        Cell.of(figure(
                                "claim/%s/chart/official".formatted(claim.id()), c.official(), claim.baseUnit())),
                        verdict(result.verdict())));
    }

    private static ClaimCard card(ReportInputs inputs, Article article, ClaimResult result) {
        Claim claim = result.claim();
        List<ClaimCard.Check> checks = new ArrayList<>();
        int number = 0;
        for (Check check : result.checks()) {
            number++;
            if (checks.size() < MOST_CHECKS) {
                checks.add(check(result, check, number));
            }
        }
        return new ClaimCard(
                claim.id(),
                new ClaimCard.Statement(
                        claim.statedAs(),
                        article.language(),
                        article.outlet(),
                        article.published().toString()),
                meaning(inputs.reference(), claim),
                verdict(result.verdict()),
                ClaimSentence.of(result) + omitted(result.checks().size()),
                checks,
                implied(result));
    }

    private static String omitted(int checks) {
        return checks > MOST_CHECKS
                ? " The first %d of %d checks are shown; all are in gold.claim_check.".formatted(MOST_CHECKS, checks)
                : "";
    }

    private static ClaimCard.Check check(ClaimResult result, Check check, int number) {
        Claim claim = result.claim();
        String key = "claim/%s/check/%d".formatted(claim.id(), number);
        String unit = check.unit(claim);
        return new ClaimCard.Check(
                check.words() + vintage(check),
                "%s, %s"
                        .formatted(
                                check.series().about().datasetId(),
                                check.series().vintage()),
                check.period(),
                stated(result),
                Double.isNaN(check.official())
                        ? Cell.missing(check.reason())
                        : Cell.of(figure(key + "/official", check.official(), unit)),
                Double.isNaN(check.gapRatio())
                        ? Cell.missing("")
                        : Cell.of(figure(key + "/gap", check.gapRatio(), "RATIO")),
                verdict(check.verdict()));
    }

    private static String vintage(Check check) {
        return switch (check.known()) {
            case NOW -> "";
            case AT_PUBLICATION -> ", as known when the article appeared";
            case OTHERWISE -> ", another vintage";
        };
    }

    /** What the claim allows. */
    private static Cell stated(ClaimResult result) {
        Claim claim = result.claim();
        Interval interval = result.bounds().allowed();
        String key = "claim/%s/stated".formatted(claim.id());
        Figure low = figure(key + "/low", interval.low(), claim.baseUnit());
        Figure high = figure(key + "/high", interval.high(), claim.baseUnit());
        return interval.lowOpen() ? Cell.rangeAbove(low, high) : Cell.range(low, high);
    }

    /** What follows from the claim, and for targets how far away they are, by vintage. */
    static List<ClaimCard.Implied> implied(ClaimResult result) {
        List<ClaimCard.Implied> implied = new ArrayList<>();
        String key = "claim/%s/".formatted(result.claim().id());
        for (Implied one : result.implied()) {
            implied.add(new ClaimCard.Implied(
                    "%s: %s; %s".formatted(ClaimSentence.words(one), one.formula(), ClaimSentence.range(one)),
                    figure(key + one.name(), one.value(), one.unit())));
        }
        int number = 0;
        for (Target target : result.targets()) {
            String at = key + "target/" + ++number + "/";
            String source = "%s of %s"
                    .formatted(
                            target.series().about().datasetId(), target.series().vintage());
            String unit = target.series().about().unitMeasure();
            add(
                    implied,
                    "last value, %s (%s)".formatted(target.lastPeriod(), source),
                    at + "last_value",
                    target.lastValue(),
                    unit);
            add(implied, "the year before (%s)".formatted(source), at + "previous_value", target.previousValue(), unit);
            add(
                    implied,
                    "growth of the last year (%s)".formatted(source),
                    at + "last_growth_ratio",
                    target.lastGrowth(),
                    "RATIO");
            add(
                    implied,
                    "growth a year over five years (%s)".formatted(source),
                    at + "actual_cagr_ratio",
                    target.actualCagr(),
                    "RATIO");
            add(
                    implied,
                    "growth still required a year (%s)".formatted(source),
                    at + "required_cagr_ratio",
                    target.requiredCagr(),
                    "RATIO");
            add(
                    implied,
                    "probability by the forecast (%s)".formatted(source),
                    at + "probability_ratio",
                    target.probability(),
                    "RATIO");
        }
        return implied;
    }

    private static void add(List<ClaimCard.Implied> implied, String label, String key, double value, String unit) {
        if (Double.isFinite(value)) {
            implied.add(new ClaimCard.Implied(label, figure(key, value, unit)));
        }
    }

    private static Figure figure(String key, double value, String unit) {
        return Figure.of(key, value, unit);
    }

    static ClaimCard.Verdict verdict(Verdict verdict) {
        return ClaimCard.Verdict.valueOf(verdict.name());
    }

    /** {@code Exports of ICT services, Kyrgyzstan to United States}. */
    static String subject(ReferenceData reference, Claim claim) {
        String what = reference.indicatorTitle(claim.indicators().get(0));
        String who = claim.refArea().equals(SeriesId.NOT_APPLICABLE) ? "" : ", " + reference.areaName(claim.refArea());
        String partner = claim.counterpartArea();
        if (partner.equals(SeriesId.NOT_APPLICABLE)) {
            return what + who;
        }
        String with =
                switch (claim.flow()) {
                    case "X" -> " to ";
                    case "M" -> " from ";
                    default -> " with ";
                };
        return what + who + with + reference.areaName(partner);
    }

    static String meaning(ReferenceData reference, Claim claim) {
        StringBuilder text = new StringBuilder(
                "%s: %s, %s".formatted(claim.kind().code(), subject(reference, claim), amount(claim)));
        if (!claim.periods().isEmpty()) {
            text.append(", ")
                    .append(String.join(
                            " or ",
                            claim.periods().stream().map(Period::toString).toList()));
        }
        if (claim.windowYears() > 0) {
            text.append(", over %d years".formatted(claim.windowYears()));
        }
        return claim.note().isEmpty() ? text.toString() : text + " (" + claim.note() + ")";
    }

    /** {@code over 1.00 billion USD}; ranks, years and lengths as they are printed. */
    private static String amount(Claim claim) {
        String hedge = claim.hedge() == Hedge.EXACT ? "" : claim.hedge().code().replace('_', ' ') + " ";
        boolean isPlain = PLAIN_UNITS.contains(claim.unitMeasure());
        return hedge
                + (isPlain
                        ? claim.stated().toPlainString()
                                + " "
                                + claim.unitMeasure().toLowerCase(Locale.ROOT)
                        : Numbers.text(claim.value(), claim.baseUnit()));
    }
}
