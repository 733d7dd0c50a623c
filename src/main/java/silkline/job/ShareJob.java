package silkline.job;

import java.util.List;
import org.apache.spark.sql.Dataset;
import silkline.stage.panel.ConcentrationStage;
import silkline.stage.panel.GroupMember;
import silkline.stage.panel.ShareStage;
import silkline.table.block.Block;
import silkline.table.gold.ConcentrationTable;
import silkline.table.gold.ShareTable;

/** Writes {@code gold.share} and {@code gold.concentration}. */
public final class ShareJob {
    private static final String COMMAND = "shares";

    private ShareJob() {}

    public static void run(JobSession session) {
        Dataset<Block> histories = session.histories();
        ShareStage.Areas areas = areas(session);
        session.replaceBlocks(COMMAND, ShareTable.SPEC, () -> ShareStage.shares(histories, areas, session.run()));
        session.replaceBlocks(
                COMMAND,
                ConcentrationTable.SPEC,
                () -> ConcentrationStage.concentration(histories, areas, session.run()));
    }

    /** What the code lists say about areas. */
    static ShareStage.Areas areas(JobSession session) {
        List<GroupMember> members = session.reference().memberships().stream()
                .map(m -> new GroupMember(m.group(), m.member(), m.from(), m.to()))
                .toList();
        return new ShareStage.Areas(session.reference().aggregates(), members);
    }
}
