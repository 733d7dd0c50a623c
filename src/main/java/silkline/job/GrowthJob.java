package silkline.job;

import org.apache.spark.sql.Dataset;
import silkline.stage.panel.GrowthStage;
import silkline.stage.panel.GrowthWindowStage;
import silkline.table.block.Block;
import silkline.table.gold.GrowthTable;
import silkline.table.gold.GrowthWindowTable;

/** Writes {@code gold.growth} and {@code gold.growth_window}. */
public final class GrowthJob {
    private static final String COMMAND = "growth";

    private GrowthJob() {}

    public static void run(JobSession session) {
        Dataset<Block> histories = session.histories();
        session.replaceBlocks(COMMAND, GrowthTable.SPEC, () -> GrowthStage.growth(histories, session.run()));
        session.replaceBlocks(
                COMMAND, GrowthWindowTable.SPEC, () -> GrowthWindowStage.windows(histories, session.run()));
    }
}
