package silkline.stage.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import silkline.claim.Article;
import silkline.report.Block;
import silkline.report.Report;
import silkline.report.json.ClaimReviews;

/** Puts a report together from what was read of the gold and silver tables. */
public final class ReportStage {
    private ReportStage() {}

    /** The claims in scope as ClaimReview of schema.org; {@code date} is the day of the review. */
    public static String claimReviews(ReportInputs inputs, String date) {
        Map<String, Article> articles = new HashMap<>();
        inputs.articles().forEach(article -> articles.put(article.id(), article));
        return ClaimReviews.render(
                inputs.results().stream()
                        .filter(result -> result.claim().inScope())
                        .map(result -> new ClaimReviews.Reviewed(
                                result,
                                articles.get(result.claim().articleId()),
                                ClaimMeaning.meaning(inputs, result.claim())))
                        .toList(),
                date);
    }

    private static String title(ReportInputs inputs) {
        return inputs.profile().isWhole()
                ? inputs.text("report.title")
                : inputs.text("report.profile", inputs.profile().name(inputs));
    }

    /** The whole report; equal inputs give equal reports. {@code since} are the blocks of {@link SinceSection}, if any. */
    public static Report report(ReportInputs inputs, Report.Run run, List<Block> since) {
        List<Report.Section> sections = new ArrayList<>();
        sections.add(ClaimSection.of(inputs));
        sections.add(GrowthSection.of(inputs));
        sections.add(ShareSection.of(inputs));
        sections.add(StructureSection.of(inputs));
        sections.add(ForecastSection.of(inputs));
        sections.add(ChangeSection.of(inputs, since));
        sections.add(QualitySection.of(inputs));
        return new Report(
                title(inputs), run, Findings.of(inputs), sections, QualitySection.sources(inputs), inputs.language());
    }
}
