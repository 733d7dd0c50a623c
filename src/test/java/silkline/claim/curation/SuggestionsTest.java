package silkline.claim.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import silkline.claim.Article;
import silkline.claim.Claim;
import silkline.claim.Claims;
import silkline.claim.curation.ClaimParser.Reading;
import silkline.series.CodeLists;
import silkline.series.NumberLocale;

/** On the made-up article of the documentation. */
class SuggestionsTest {
    private static final Article ARTICLE = Claims.article("article-005", "de", "2026-03");
    private static final Map<String, String> AREAS = Map.of("Georgien", "GEO", "Armenien", "ARM");

    @Test
    void everyFigureOfTheTextIsProposedWithItsWords() throws IOException {
        assertThat(rows())
                .extracting(row -> String.join(
                        " | ",
                        List.of(
                                row.get("claim_id"),
                                row.get("kind"),
                                row.get("value"),
                                row.get("unit_mult"),
                                row.get("unit_measure"),
                                row.get("hedge"),
                                row.get("time_period"),
                                row.get("stated_as"),
                                row.get("period_as"))))
                .containsExactly(
                        "005-1 | growth | 12 | 0 | PCT | exact | 2025 | 12 % | vergangenen Jahr",
                        "005-2 | level | 1.2 | 9 | USD | almost | 2025 | fast 1,2 Milliarden US-Dollar | vergangenen Jahr",
                        "005-3 | ratio | 3 | 0 | FACTOR | exact | 2025 2026 | verdreifacht | In den letzten fünf Jahren",
                        "005-4 | share | 33.3 | 0 | PCT | about | 2025 | Etwa ein Drittel | ",
                        "005-5 | target | 2 | 9 | USD | exact | 2027 | 2 Milliarden US-Dollar | 2027",
                        "005-6 | count | 40 | 0 | COUNT | over | 2025 | mehr als 40 Unternehmen | ");
    }

    @Test
    void countriesAndFlowAreGuessedFromTheSentence() throws IOException {
        assertThat(rows().get(1))
                .containsEntry("ref_area", "GEO")
                .containsEntry("counterpart_area", "ARM")
                .containsEntry("flow", "X")
                .containsEntry("indicator", "goods_trade");
        assertThat(rows().get(4)).containsEntry("flow", "T");
    }

    @Test
    void whatIsProposedIsProvedOnceTheBlanksAreFilled() throws IOException {
        ClaimParser parser = new ClaimParser(CodeLists.of(Map.of()), NumberLocale.EN, Map.of(ARTICLE.id(), ARTICLE));
        for (Map<String, String> row : rows()) {
            Map<String, String> filled = new HashMap<>(row);
            filled.putIfAbsent("indicator", "");
            filled.compute("indicator", (column, cell) -> cell.isEmpty() ? "goods_trade" : cell);
            assertThat(parser.claim(filled::get)).isInstanceOfSatisfying(Reading.Accepted.class, accepted -> assertThat(
                            ((Claim) accepted.value()).isProved())
                    .isTrue());
        }
    }

    /** The rows that the documentation makes of the proposals. */
    @Test
    void theRowsOfTheExampleAreProvedByItsText() throws IOException {
        Path folder = Path.of("src/docs/examples/article");
        Map<String, String> row =
                ShippedClaims.rows(folder.resolve("articles.csv")).get(0);
        ClaimParser articles = new ClaimParser(CodeLists.of(Map.of()), NumberLocale.EN, Map.of());
        Article article = ((Reading.Accepted<Article>) articles.article(row::get)).value();
        ClaimParser parser = new ClaimParser(CodeLists.of(Map.of()), NumberLocale.EN, Map.of(article.id(), article));
        String text = Files.readString(folder.resolve("article.txt"));
        for (Map<String, String> claim : ShippedClaims.rows(folder.resolve("claims.csv"))) {
            assertThat(text).contains(claim.get("stated_as")).contains(claim.get("period_as"));
            assertThat(parser.claim(claim::get)).isInstanceOfSatisfying(Reading.Accepted.class, accepted -> assertThat(
                            ((Claim) accepted.value()).isProved())
                    .isTrue());
        }
    }

    /** So that they can be added to it as they are. */
    @Test
    void proposalsHaveTheColumnsOfTheShippedFileInItsOrder() throws IOException {
        assertThat(rows().get(0).keySet())
                .containsExactlyElementsOf(ShippedClaims.rows().get(0).keySet());
    }

    @Test
    void aTextWithoutAFigureProposesNothing() {
        assertThat(Suggestions.of(
                        "Ein Minister sprach am 6. November 2025 über Handel.", ARTICLE, name -> Optional.empty()))
                .isEmpty();
    }

    private static List<Map<String, String>> rows() throws IOException {
        String text = Files.readString(Path.of("src/docs/examples/article/article.txt"));
        return Suggestions.of(text, ARTICLE, name -> Optional.ofNullable(AREAS.get(name)));
    }
}
