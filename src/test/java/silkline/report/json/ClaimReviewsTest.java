package silkline.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import silkline.claim.Article;
import silkline.claim.Claim;
import silkline.claim.ClaimBook;
import silkline.claim.ClaimResult;
import silkline.claim.Claims;
import silkline.claim.Facts;

/** The properties that schema.org names for ClaimReview. */
class ClaimReviewsTest {
    private static final String ICT = "ict_services_exports A KGZ X WLD _Z USD bop wdi";

    @Test
    void aVerdictOfTheStatisticsIsRated() throws JsonProcessingException {
        JsonNode page = render("2025-11", new Facts(List.of(Claims.series(ICT, "2024=85e6"))));
        JsonNode review = page.get("@graph").get(0);
        assertThat(page.get("@context").asText()).isEqualTo("https://schema.org");
        assertThat(review.get("@type").asText()).isEqualTo("ClaimReview");
        assertThat(review.get("datePublished").asText()).isEqualTo("2026-01-02");
        assertThat(review.get("claimReviewed").asText()).isEqualTo("exports of 130 million");
        assertThat(review.at("/author/name").asText()).isEqualTo("Silkline");
        assertThat(review.at("/itemReviewed/@type").asText()).isEqualTo("Claim");
        assertThat(review.at("/itemReviewed/appearance/datePublished").asText()).isEqualTo("2025-11");
        assertThat(review.at("/reviewRating/ratingValue").asInt()).isEqualTo(1);
        assertThat(review.at("/reviewRating/worstRating").asInt()).isEqualTo(1);
        assertThat(review.at("/reviewRating/alternateName").asText()).isEqualTo("contradicted");
    }

    @Test
    void whatNothingTestsHasNoNumberAndAnUnknownDateIsLeftOut() throws JsonProcessingException {
        JsonNode review =
                render("../2025-11-30", new Facts(List.of())).get("@graph").get(0);
        assertThat(review.at("/reviewRating").has("ratingValue")).isFalse();
        assertThat(review.at("/reviewRating/alternateName").asText()).isEqualTo("not checkable");
        assertThat(review.at("/itemReviewed/appearance").has("datePublished")).isFalse();
    }

    private static JsonNode render(String published, Facts facts) throws JsonProcessingException {
        Claim claim = Claims.claim();
        Article article = Claims.article("article-000", "xx", published);
        ClaimBook book = ClaimBook.of(List.of(claim), List.of(article), Claims.WIDTHS, Map.of());
        ClaimReviews.Reviewed reviewed =
                new ClaimReviews.Reviewed(ClaimResult.of(claim, facts, book), article, "exports of 130 million");
        return new ObjectMapper().readTree(ClaimReviews.render(List.of(reviewed), "2026-01-02"));
    }
}
