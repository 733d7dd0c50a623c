package silkline.cli;

import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import silkline.UserError;
import silkline.job.ClaimJob;
import silkline.job.JobSession;

/** Hold every stated figure against the statistics. */
@Command(
        name = "claims",
        description = "Hold every stated figure against the statistics; or propose claims from a text.",
        footer = {
            "",
            "Examples:",
            "  silkline claims --suggest a.txt --article-id article-5 --language de --published 2026-03",
            "  silkline claims --lake lake"
        })
final class ClaimsCommand extends JobCommand {
    @Option(
            names = "--suggest",
            paramLabel = "FILE",
            description = "Print proposed rows of claims.csv for the figures of this text; nothing is stored.")
    private Path text;

    @Option(names = "--article-id", paramLabel = "ID", description = "With --suggest: id of the article.")
    private String articleId = "";

    @Option(names = "--language", paramLabel = "CODE", description = "With --suggest: de, en, ru or tr.")
    private String language = "";

    @Option(names = "--published", paramLabel = "DATE", description = "With --suggest: 2026-03-14, 2026-03 or 2026.")
    private String published = "";

    @Override
    public Integer call() {
        if (text == null) {
            return super.call();
        }
        if (articleId.isEmpty() || language.isEmpty() || published.isEmpty()) {
            throw UserError.usage("--suggest needs --article-id, --language and --published too.");
        }
        SuggestedClaims.print(text, articleId, language, published, out(), err());
        return ExitCodes.DONE;
    }

    @Override
    void run(JobSession session, Map<String, Object> facts) {
        ClaimJob.run(session);
    }
}
