package silkline.job;

import silkline.stage.ConversionStage;
import silkline.stage.GrowthStage;
import silkline.stage.RevisionStage;
import silkline.table.ConversionTable;
import silkline.table.GrowthTable;
import silkline.table.GrowthWindowTable;
import silkline.table.RevisionTable;

/** Writes {@code gold.growth}, {@code gold.growth_window}, {@code gold.revision} and {@code gold.conversion}. */
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
        session.replace(
                COMMAND,
                RevisionTable.SPEC,
                () -> RevisionStage.revisions(session.vintages(), session.series(), session.run()));
        session.replace(
                COMMAND,
                ConversionTable.SPEC,
                () -> ConversionStage.conversions(
                        session.newest(), session.series(), session.reference().currencies(), session.run()));
    }
}
