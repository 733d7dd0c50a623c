package silkline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Needs no Spark: the proposals come from the text and the code lists of the jar. */
class SuggestedClaimsTest {
    private static final Path TEXT = Path.of("src/docs/examples/article/article.txt");

    @Test
    void proposalsAreRowsOfAFileOfClaims() {
        Cli.Result result = suggest(TEXT, "de", "2026-03");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out().lines().findFirst()).hasValueSatisfying(header -> assertThat(header)
                .startsWith("claim_id,article_id,kind,indicator")
                .endsWith("period_as,basis,share_of"));
        assertThat(result.out())
                .contains(
                        "005-2,article-005,level,goods_trade,GEO,X,ARM,,USD,1.2,,9,almost,2025,,,,in,\"fast 1,2 Milliarden US-Dollar\",to confirm,vergangenen Jahr,,");
        assertThat(result.err())
                .contains("article-005,,not stated,de,2026-03,,,")
                .contains("6 figures; every row is a proposal");
    }

    @Test
    void whatCannotBeReadIsRefusedWithARemedy(@TempDir Path folder) throws Exception {
        Path latin = folder.resolve("latin.txt");
        Files.write(latin, "über 4 %".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(suggest(latin, "de", "2026").err()).contains("is not UTF-8");
        assertThat(suggest(folder.resolve("none.txt"), "de", "2026").err()).contains("no such file");
        assertThat(suggest(TEXT, "kk", "2026").err()).contains("'kk' cannot be read. Known: de, en, ru, tr");
        assertThat(suggest(TEXT, "de", "March").err()).contains("'March' is no date");
        Cli.Result incomplete = Cli.execute("claims", "--suggest", TEXT);
        assertThat(incomplete.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(incomplete.err()).contains("--suggest needs --article-id, --language and --published too");
    }

    private static Cli.Result suggest(Path text, String language, String published) {
        return Cli.execute(
                "claims",
                "--suggest",
                text,
                "--article-id",
                "article-005",
                "--language",
                language,
                "--published",
                published);
    }
}
