package silkline.stage.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import silkline.claim.Article;
import silkline.claim.Claim;
import silkline.claim.ClaimBook;
import silkline.claim.ClaimResult;
import silkline.claim.Widths;
import silkline.claim.consistency.ClaimConflicts;
import silkline.report.Block;
import silkline.report.Cell;
import silkline.report.Chart;
import silkline.report.Column;
import silkline.report.Figure;
import silkline.report.Note;
import silkline.report.Report.Section;
import silkline.report.Table;
import silkline.source.ReferenceData;

/** The claims, each with its verdict and evidence. */
final class ClaimSection {
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
            own.forEach(result -> blocks.add(ClaimCards.card(inputs, article, result)));
        }
        if (inputs.results().isEmpty() && !inputs.profile().isWhole()) {
            blocks.add(
                    new Note(inputs.text("claims.none_about", inputs.profile().name(inputs))));
        }
        Blocks.addUnlessEmpty(blocks, conflicts(inputs));
        return new Section(
                "claims",
                inputs.text("claims.title"),
                inputs.text("claims.lead") + " "
                        + widths(inputs, inputs.reference().widths()),
                blocks);
    }

    static String outlet(ReportInputs inputs, Article article) {
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
    private static Table conflicts(ReportInputs inputs) {
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
                inputs.textColumn("rule"),
                inputs.textColumn("strength"),
                inputs.textColumn("claims"),
                inputs.textColumn("what"));
        return new Table("claim-conflicts", inputs.text("claims.conflicts"), columns, rows);
    }

    /** The claim against the first current figure that decides about it. */
    private static Optional<Chart.Pair> pair(ReportInputs inputs, ClaimResult result) {
        Claim claim = result.claim();
        return result.telling()
                .filter(c -> c.official() > 0)
                .map(c -> new Chart.Pair(
                        claim.id() + " " + ClaimMeaning.subject(inputs, claim),
                        ClaimCards.stated(result),
                        Cell.of(Figure.of(
                                "claim/%s/chart/official".formatted(claim.id()), c.official(), claim.baseUnit())),
                        ClaimCards.verdict(result.verdict())));
    }
}
