package silkline.stage.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import silkline.claim.Claim;
import silkline.claim.ClaimResult;
import silkline.report.ClaimSentence;
import silkline.report.Figure;
import silkline.report.Report.Finding;

/** The headlines: the claims about which most can be said, at most {@link #PER_ARTICLE} of one article. */
final class Findings {
    private static final int MOST = 6;
    private static final int PER_ARTICLE = 2;

    private Findings() {}

    static List<Finding> of(ReportInputs inputs) {
        List<ClaimResult> telling = inputs.results().stream()
                .filter(result -> weight(result) < Integer.MAX_VALUE)
                .sorted(Comparator.comparingInt(Findings::weight))
                .toList();
        Map<String, Integer> perArticle = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (ClaimResult result : telling) {
            if (findings.size() < MOST
                    && perArticle.merge(result.claim().articleId(), 1, Integer::sum) <= PER_ARTICLE) {
                findings.add(finding(inputs, result));
            }
        }
        return findings;
    }

    /** Smaller tells more. */
    private static int weight(ClaimResult result) {
        boolean implies = !result.implied().isEmpty();
        return switch (result.verdict()) {
            case OPEN -> result.claim().periods().isEmpty() || result.targets().isEmpty() ? Integer.MAX_VALUE : 0;
            case CONTRADICTED -> 1;
            case SUPPORTED -> 2;
            case DEPENDS, CONSISTENT -> implies ? 3 : 4;
            case NOT_CHECKABLE -> disagrees(result) ? 1 : implies ? 5 : Integer.MAX_VALUE;
            case NO_CLAIM -> Integer.MAX_VALUE;
        };
    }

    /** Whether what the claim implies falls outside what another claim of the article says. */
    private static boolean disagrees(ClaimResult result) {
        return result.comparison().filter(c -> !c.agrees()).isPresent();
    }

    private static Finding finding(ReportInputs inputs, ClaimResult result) {
        Claim claim = result.claim();
        String sentence = inputs.text(
                "finding.claim",
                ClaimMeaning.subject(inputs, claim),
                inputs.text("quote.in_sentence", claim.statedAs()),
                claim.articleId(),
                inputs.text("verdict." + result.verdict().code()),
                ClaimSentence.of(result, inputs.language()));
        List<Figure> figures = new ArrayList<>(ClaimCards.implied(inputs, result).stream()
                .map(implied -> implied.figure())
                .toList());
        return new Finding("claim-" + claim.id(), sentence, figures);
    }
}
