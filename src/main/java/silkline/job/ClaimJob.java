package silkline.job;

import java.util.List;
import silkline.claim.Article;
import silkline.claim.ClaimResult;
import silkline.claim.consistency.ClaimConflicts;
import silkline.stage.claim.ClaimStage;
import silkline.table.gold.ClaimCheckTable;
import silkline.table.gold.ClaimConflictTable;
import silkline.table.gold.ClaimVerdictTable;
import silkline.table.gold.TargetTable;

/** Writes {@code gold.claim_check}, {@code gold.claim_verdict}, {@code gold.claim_conflict} and {@code gold.target}. */
public final class ClaimJob {
    private static final String COMMAND = "claims";

    private ClaimJob() {}

    public static void run(JobSession session) {
        List<ClaimResult> results = session.claimResults();
        List<Article> articles = session.articles();
        SideBySide.run(
                () -> session.replace(
                        COMMAND,
                        ClaimCheckTable.SPEC,
                        () -> ClaimStage.checks(session.spark(), results, session.run())),
                () -> session.replace(
                        COMMAND,
                        ClaimVerdictTable.SPEC,
                        () -> ClaimStage.verdicts(
                                session.spark(),
                                results,
                                articles,
                                session.reference().widths(),
                                session.run())),
                () -> session.replace(
                        COMMAND,
                        ClaimConflictTable.SPEC,
                        () -> ClaimStage.conflicts(
                                session.spark(),
                                ClaimConflicts.of(
                                        session.claimBook(), session.reference().areasThatHoldOthers()),
                                session.run())),
                () -> session.replace(
                        COMMAND, TargetTable.SPEC, () -> ClaimStage.targets(session.spark(), results, session.run())));
    }
}
