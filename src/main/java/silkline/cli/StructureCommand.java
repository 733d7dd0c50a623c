package silkline.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import silkline.job.JobSession;
import silkline.job.StructureJob;

/** Compute mirrors, balances, groups, advantage, complexity and gravity. */
@Command(
        name = "structure",
        description = "Compute mirrors, balances, groups, advantage, complexity and gravity.",
        footer = {"", "Example:", "  silkline structure --lake lake"})
final class StructureCommand extends JobCommand {
    @Override
    void run(JobSession session, Map<String, Object> facts) {
        StructureJob.run(session);
    }
}
