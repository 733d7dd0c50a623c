package silkline.job;

import silkline.stage.DetailStage;
import silkline.table.GrowthDetailTable;

/** Writes {@code gold.growth_detail}. */
final class DetailJob {
    private static final String COMMAND = "growth";

    private DetailJob() {}

    static void run(JobSession session) {
        session.replace(
                COMMAND,
                GrowthDetailTable.SPEC,
                () -> DetailStage.details(
                        session.newest(), session.series(), session.reference().aggregates(), session.run()));
    }
}
