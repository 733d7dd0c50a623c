package silkline.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import silkline.job.GrowthJob;
import silkline.job.JobSession;

/** Compute growth of every series. */
@Command(
        name = "growth",
        description = "Compute growth of every series.",
        footer = {"", "Example:", "  silkline growth --lake lake"})
final class GrowthCommand extends JobCommand {
    @Override
    void run(JobSession session, Map<String, Object> facts) {
        GrowthJob.run(session);
    }
}
