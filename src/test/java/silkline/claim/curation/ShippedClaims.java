package silkline.claim.curation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import silkline.claim.Article;
import silkline.claim.Claim;
import silkline.series.CodeLists;
import silkline.series.NumberLocale;

/** The claims of the repository, row by row as its files hold them. */
final class ShippedClaims {
    private static final Path DATASETS = Path.of("datasets");

    private ShippedClaims() {}

    static List<Map<String, String>> rows() {
        return rows(DATASETS.resolve("claims/claims.csv"));
    }

    static List<Map<String, String>> rows(Path file) {
        try (CSVParser parser = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
            return parser.getRecords().stream().map(CSVRecord::toMap).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static ClaimParser parser() {
        ClaimParser articles = new ClaimParser(CodeLists.of(Map.of()), NumberLocale.EN, Map.of());
        Map<String, Article> byId = new HashMap<>();
        for (Map<String, String> row : rows(DATASETS.resolve("articles/articles.csv"))) {
            Article article = ((ClaimParser.Reading.Accepted<Article>) articles.article(row::get)).value();
            byId.put(article.id(), article);
        }
        return new ClaimParser(CodeLists.of(Map.of()), NumberLocale.EN, byId);
    }

    static Claim claim(Map<String, String> row) {
        return ((ClaimParser.Reading.Accepted<Claim>) parser().claim(row::get)).value();
    }
}
