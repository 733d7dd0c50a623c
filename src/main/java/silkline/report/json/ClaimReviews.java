package silkline.report.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import silkline.claim.Article;
import silkline.claim.ClaimResult;
import silkline.claim.Verdict;
import silkline.report.ClaimCard;
import silkline.report.ClaimSentence;
import silkline.report.Language;

/** The verdicts as ClaimReview of schema.org, in JSON-LD, for search engines and fact-check databases. */
public final class ClaimReviews {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TYPE = "@type";
    private static final int BEST = 5;
    private static final int WORST = 1;

    private ClaimReviews() {}

    /** One claim with its article and what it says in typed words. */
    public record Reviewed(ClaimResult result, Article article, String meaning) {}

    /** {@code date}: the day of the review, as 2026-04-08. */
    public static String render(List<Reviewed> reviewed, String date) {
        ObjectNode page = JSON.createObjectNode().put("@context", "https://schema.org");
        ArrayNode reviews = page.putArray("@graph");
        reviewed.forEach(one -> reviews.add(review(one, date)));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(page) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ObjectNode review(Reviewed reviewed, String date) {
        ClaimResult result = reviewed.result();
        ObjectNode review = JSON.createObjectNode()
                .put(TYPE, "ClaimReview")
                .put("@id", "#claim-" + result.claim().id())
                .put("datePublished", date)
                .put("claimReviewed", reviewed.meaning())
                .put("reviewBody", ClaimSentence.of(result, Language.ENGLISH));
        review.putObject("author").put(TYPE, "Organization").put("name", "Silkline");
        review.set("itemReviewed", claim(reviewed));
        review.set("reviewRating", rating(result.verdict()));
        return review;
    }

    private static ObjectNode claim(Reviewed reviewed) {
        Article article = reviewed.article();
        ObjectNode claim = JSON.createObjectNode()
                .put(TYPE, "Claim")
                .put("text", reviewed.result().claim().statedAs());
        ObjectNode appearance = claim.putObject("appearance")
                .put(TYPE, "NewsArticle")
                .put("identifier", article.id())
                .put("headline", article.title())
                .put("inLanguage", article.language());
        if (article.published().isDated()) {
            appearance.put("datePublished", article.published().toString());
        }
        if (!article.url().isEmpty()) {
            appearance.put("url", article.url());
        }
        if (!article.outlet().equals("not stated")) {
            appearance.putObject("publisher").put(TYPE, "Organization").put("name", article.outlet());
        }
        return claim;
    }

    /** A number only where the statistics decide; the words always. */
    private static ObjectNode rating(Verdict verdict) {
        ObjectNode rating = JSON.createObjectNode()
                .put(TYPE, "Rating")
                .put("alternateName", ClaimCard.Verdict.valueOf(verdict.name()).words(Language.ENGLISH));
        switch (verdict) {
            case SUPPORTED -> rating.put("ratingValue", BEST);
            case DEPENDS -> rating.put("ratingValue", (BEST + WORST) / 2);
            case CONTRADICTED -> rating.put("ratingValue", WORST);
            case CONSISTENT, NOT_CHECKABLE, OPEN, NO_CLAIM -> {}
        }
        return rating.put("bestRating", BEST).put("worstRating", WORST);
    }
}
