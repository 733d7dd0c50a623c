package silkline.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import silkline.job.DetailJob;
import silkline.job.JobSession;

/** Compute growth over parts of years, contributions, trends, real values and prices. */
@Command(
        name = "detail",
        description = "Compute growth over parts of years, contributions, trends, real values and prices.",
        footer = {"", "Example:", "  silkline detail --lake lake"})
final class DetailCommand extends JobCommand {
    @Override
    void run(JobSession session, Map<String, Object> facts) {
        DetailJob.run(session);
    }
}
