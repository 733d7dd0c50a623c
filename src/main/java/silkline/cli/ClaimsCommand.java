package silkline.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import silkline.job.ClaimJob;
import silkline.job.JobSession;

/** Hold every stated figure against the statistics. */
@Command(
        name = "claims",
        description = "Hold every stated figure against the statistics.",
        footer = {"", "Example:", "  silkline claims --lake lake"})
final class ClaimsCommand extends JobCommand {
    @Override
    void run(JobSession session, Map<String, Object> facts) {
        ClaimJob.run(session);
    }
}
