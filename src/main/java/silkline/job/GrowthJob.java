package silkline.job;

import silkline.stage.GrowthStage;
import silkline.table.GrowthTable;
import silkline.table.GrowthWindowTable;

/** Writes {@code gold.growth} and {@code gold.growth_window}. */
public final class GrowthJob {
    private static final String COMMAND = "growth";

    private GrowthJob() {}

    public static void run(JobSession session) {
        session.replace(
                COMMAND, GrowthTable.SPEC, () -> GrowthStage.growth(session.newest(), session.series(), session.run()));
        session.replace(
                COMMAND,
                GrowthWindowTable.SPEC,
                () -> GrowthStage.windows(session.newest(), session.series(), session.run()));
    }
}
