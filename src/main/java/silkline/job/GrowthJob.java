package silkline.job;

import silkline.stage.ConversionStage;
import silkline.stage.GrowthStage;
import silkline.stage.RevisionStage;
import silkline.stage.SeasonalStage;
import silkline.table.ConversionTable;
import silkline.table.GrowthTable;
import silkline.table.GrowthWindowTable;
import silkline.table.RevisionTable;
import silkline.table.SeasonalTable;

/** Writes {@code gold.growth}, its windows, {@code gold.revision}, {@code gold.conversion} and {@code gold.seasonal}. */
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
        session.replace(
                COMMAND,
                SeasonalTable.SPEC,
                () -> SeasonalStage.seasonal(session.newest(), session.series(), session.run()));
        DetailJob.run(session);
    }
}
