package silkline.job;

import silkline.stage.revision.RevisionStage;
import silkline.table.gold.RevisionTable;

/** Writes {@code gold.revision}. */
public final class RevisionJob {
    private RevisionJob() {}

    public static void run(JobSession session) {
        session.replace(
                "revisions",
                RevisionTable.SPEC,
                () -> RevisionStage.revisions(session.vintages(), session.series(), session.run()));
    }
}
