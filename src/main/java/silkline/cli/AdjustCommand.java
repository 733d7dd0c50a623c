package silkline.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import silkline.job.AdjustJob;
import silkline.job.JobSession;

/** Adjust series for the season, and convert other currencies into US dollars. */
@Command(
        name = "adjust",
        description = "Adjust series for the season, and convert other currencies into US dollars.",
        footer = {"", "Example:", "  silkline adjust --lake lake"})
final class AdjustCommand extends JobCommand {
    @Override
    void run(JobSession session, Map<String, Object> facts) {
        AdjustJob.run(session);
    }
}
