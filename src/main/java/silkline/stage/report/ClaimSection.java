package silkline.stage.report;

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
import silkline.report.Language;
import silkline.report.Note;
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
                    "claims-against-statistics", inputs.text("claims.chart"), inputs.text("claims.chart.text"), pairs));
        }
        if (inputs.articles().isEmpty()) {
            blocks.add(new Note(inputs.text("claims.no_article")));
        }
        for (Article article : inputs.articles()) {
            List<ClaimResult> own = inputs.results().stream()
                    .filter(r -> r.claim().articleId().equals(article.id()))
                    .toList();
            if (own.isEmpty() && !inputs.profile().isWhole()) {
                continue; // what the others say is in the whole report
            }
            blocks.add(new Note(inputs.text(
                    own.isEmpty() ? "claims.article_without_figure" : "claims.article",
                    article.id(),
                    article.title(),
                    outlet(inputs, article),
                    article.language(),
                    article.published().toString())));
            own.forEach(result -> blocks.add(card(inputs, article, result)));
        }
        if (inputs.results().isEmpty() && !inputs.profile().isWhole()) {
            blocks.add(
                    new Note(inputs.text("claims.none_about", inputs.profile().name(inputs))));
        }
        conflicts(inputs).ifPresent(blocks::add);
        return new Section(
                "claims",
                inputs.text("claims.title"),
                inputs.text("claims.lead") + " "
                        + widths(inputs, inputs.reference().widths()),
                blocks);
    }

    private static String outlet(ReportInputs inputs, Article article) {
        return article.outlet().equals("not stated") ? inputs.text("claims.no_outlet") : article.outlet();
    }

    /** The conventions that hedges are read with. */
    private static String widths(ReportInputs inputs, Widths widths) {
        return inputs.text(
                "claims.widths",
                widths.version(),
                inputs.language().number(widths.exactMost(), "RATIO"),
                inputs.language().number(widths.about(), "RATIO"),
                inputs.language().number(widths.almost(), "RATIO"));
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
                        Cell.of(inputs.text("conflict.rule." + conflict.rule().code())),
                        Cell.of(inputs.text(
                                "conflict.strength." + conflict.strength().code())),
                        Cell.of(String.join(", ", conflict.claims())),
                        Cell.of(inputs.language().phrase(conflict.explanation()))))
                .toList();
        List<Column> columns = List.of(
                Column.text(inputs.text("column.rule")),
                Column.text(inputs.text("column.strength")),
                Column.text(inputs.text("column.claims")),
                Column.text(inputs.text("column.what")));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Table("claim-conflicts", inputs.text("claims.conflicts"), columns, rows));
    }

    /** The claim against the first current figure that decides about it. */
    private static Optional<Chart.Pair> pair(ReportInputs inputs, ClaimResult result) {
        Claim claim = result.claim();
        return result.telling()
                .filter(c -> c.official() > 0)
                .map(c -> new Chart.Pair(
                        claim.id() + " " + subject(inputs, claim),
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
                checks.add(check(inputs, result, check, number));
            }
        }
        return new ClaimCard(
                claim.id(),
                new ClaimCard.Statement(
                        claim.statedAs(),
                        article.language(),
                        outlet(inputs, article),
                        article.published().toString()),
                meaning(inputs, claim),
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
                        : Cell.of(figure(key + "/official", check.official(), unit)),
                Double.isNaN(check.gapRatio())
                        ? Cell.missing("")
                        : Cell.of(figure(key + "/gap", check.gapRatio(), "RATIO")),
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
    private static Cell stated(ClaimResult result) {
        Claim claim = result.claim();
        Interval interval = result.bounds().allowed();
        String key = "claim/%s/stated".formatted(claim.id());
        Figure low = figure(key + "/low", interval.low(), claim.baseUnit());
        Figure high = figure(key + "/high", interval.high(), claim.baseUnit());
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
                    figure(key + one.name(), one.value(), one.unit())));
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
    static String subject(ReportInputs inputs, Claim claim) {
        String what = inputs.indicatorTitle(claim.indicators().get(0));
        boolean hasArea = !claim.refArea().equals(SeriesId.NOT_APPLICABLE);
        boolean hasPartner = !claim.counterpartArea().equals(SeriesId.NOT_APPLICABLE);
        String who = hasArea ? inputs.areaName(claim.refArea()) : "";
        if (!hasPartner) {
            return hasArea ? inputs.text("subject.area", what, who) : what;
        }
        String partner = inputs.areaName(claim.counterpartArea());
        return hasArea
                ? inputs.text(with("subject.pair", claim.flow()), what, who, partner)
                : inputs.text(with("subject.partner", claim.flow()), what, partner);
    }

    /** The key for what goes to, comes from, or is exchanged with a partner. */
    static String with(String key, String flow) {
        return switch (flow) {
            case "X" -> key + ".to";
            case "M" -> key + ".from";
            default -> key + ".with";
        };
    }

    static String meaning(ReportInputs inputs, Claim claim) {
        StringBuilder text = new StringBuilder("%s: %s, %s"
                .formatted(
                        inputs.text("kind." + claim.kind().code()),
                        subject(inputs, claim),
                        amount(inputs.language(), claim)));
        if (!claim.periods().isEmpty()) {
            text.append(", ")
                    .append(inputs.language()
                            .either(claim.periods().stream()
                                    .map(Period::toString)
                                    .toList()));
        }
        if (claim.windowYears() > 0) {
            text.append(", ").append(inputs.text("claims.over_years", claim.windowYears()));
        }
        return claim.note().isEmpty() ? text.toString() : text + " (" + claim.note() + ")";
    }

    /** {@code over 1.00 billion USD}; ranks, years and lengths as they are printed. */
    private static String amount(Language language, Claim claim) {
        String printed = PLAIN_UNITS.contains(claim.unitMeasure())
                ? claim.stated().toPlainString() + " "
                        + language.text("unit." + claim.unitMeasure().toLowerCase(Locale.ROOT))
                : language.number(claim.value(), claim.baseUnit());
        return switch (claim.hedge()) {
            case EXACT -> printed;
            case BETWEEN ->
                language.text("range.between", printed, language.number(claim.highValue(), claim.baseUnit()));
            case ABOUT, OVER, AT_LEAST, ALMOST, UP_TO ->
                language.text("hedge." + claim.hedge().code(), printed);
        };
    }
}
