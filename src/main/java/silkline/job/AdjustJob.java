package silkline.job;

import silkline.stage.adjust.ConversionStage;
import silkline.stage.adjust.SeasonalStage;
import silkline.table.gold.ConversionTable;
import silkline.table.gold.SeasonalTable;

/** Writes series as they would be in another currency or without their season. */
public final class AdjustJob {
    private static final String COMMAND = "adjust";

    private AdjustJob() {}

    public static void run(JobSession session) {
        session.replace(
                COMMAND,
                ConversionTable.SPEC,
                () -> ConversionStage.conversions(
                        session.newest(), session.series(), session.reference().currencies(), session.run()));
        session.replace(
                COMMAND,
                SeasonalTable.SPEC,
                () -> SeasonalStage.seasonal(session.newest(), session.series(), session.run()));
    }
}
