package silkline.job;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import silkline.claim.Article;
import silkline.claim.Claim;
import silkline.claim.ClaimResult;
import silkline.stage.ClaimStage;
import silkline.stage.Vintages;
import silkline.table.ArticleTable;
import silkline.table.ClaimCheckTable;
import silkline.table.ClaimTable;
import silkline.table.ClaimVerdictTable;
import silkline.table.Lake;
import silkline.table.ObservationTable;
import silkline.table.ShareTable;
import silkline.table.TargetTable;

/** Writes {@code gold.claim_check}, {@code gold.claim_verdict} and {@code gold.target}. */
public final class ClaimJob {
    private static final String COMMAND = "claims";

    private ClaimJob() {}

    public static void run(JobSession session) {
        Lake lake = session.lake();
        List<Claim> claims = lake.read(ClaimTable.SPEC).collectAsList().stream()
                .map(ClaimTable::claim)
                .toList();
        List<Article> articles = lake.read(ArticleTable.SPEC).collectAsList().stream()
                .map(ArticleTable::article)
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .toList();
        List<Dataset<Row>> evidence = ClaimStage.evidence(
                Vintages.published(lake.read(ObservationTable.SPEC), session.run()),
                session.series(),
                lake.read(ShareTable.SPEC),
                claims);
        List<ClaimResult> results = ClaimStage.results(
                claims, evidence.get(0).collectAsList(), evidence.get(1).collectAsList());
        session.replace(
                COMMAND, ClaimCheckTable.SPEC, () -> ClaimStage.checks(session.spark(), results, session.run()));
        session.replace(
                COMMAND,
                ClaimVerdictTable.SPEC,
                () -> ClaimStage.verdicts(session.spark(), results, articles, session.run()));
        session.replace(
                COMMAND, TargetTable.SPEC, () -> ClaimStage.targets(session.spark(), results, session.run()));
    }
}
