package silkline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import silkline.UserError;
import silkline.claim.Article;
import silkline.claim.curation.ClaimParser;
import silkline.claim.curation.Suggestions;
import silkline.series.CodeLists;
import silkline.series.PublicationDate;
import silkline.source.ReferenceData;

/** Prints proposed rows of {@code claims.csv}, and to the other stream the row of {@code articles.csv}. */
final class SuggestedClaims {
    private SuggestedClaims() {}

    static void print(
            Path file, String articleId, String language, String published, PrintWriter out, PrintWriter err) {
        byte[] bytes = bytes(file);
        Article article = article(articleId, language, published, bytes);
        CodeLists codes = ReferenceData.shipped().codes();
        List<Map<String, String>> rows =
                Suggestions.of(text(file, bytes), article, name -> codes.translate("area/name", name));
        err.println("Row for articles.csv, to be completed:");
        line(err, List.of(articleId, "", "not stated", language, published, "", "", article.sha256()));
        err.printf("%d figures; every row is a proposal: indicator, areas and kind are guesses.%n", rows.size());
        err.flush();
        List<String> columns = new ArrayList<>(ClaimParser.CLAIM_COLUMNS);
        columns.addAll(ClaimParser.OPTIONAL_CLAIM_COLUMNS);
        line(out, columns);
        rows.forEach(row -> line(out, columns.stream().map(row::get).toList()));
        out.flush();
    }

    private static Article article(String id, String language, String published, byte[] bytes) {
        if (!Suggestions.languages().contains(language)) {
            throw UserError.usage("--language '%s' cannot be read. Known: %s."
                    .formatted(language, String.join(", ", Suggestions.languages())));
        }
        PublicationDate date = PublicationDate.parse(published)
                .orElseThrow(() -> UserError.usage(
                        "--published '%s' is no date. Write it as 2025-12-21, 2025-12 or 2025.".formatted(published)));
        return new Article(id, "", "", language, date, "", "", sha256(bytes));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw UserError.usage("--suggest '%s': no such file.".formatted(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(Path file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException otherEncoding) {
            throw UserError.usage("--suggest '%s' is not UTF-8. Save it as UTF-8.".formatted(file));
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void line(PrintWriter out, List<String> cells) {
        out.print(cells.stream().map(SuggestedClaims::quoted).collect(Collectors.joining(",", "", "\n")));
    }

    private static String quoted(String cell) {
        boolean isPlain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
