package silkline.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import silkline.job.JobSession;
import silkline.job.ShareJob;

/** Compute shares and concentration, by partner and group. */
@Command(
        name = "shares",
        description = "Compute shares and concentration, by partner and group.",
        footer = {"", "Example:", "  silkline shares --lake lake"})
final class SharesCommand extends JobCommand {
    @Override
    void run(JobSession session, Map<String, Object> facts) {
        ShareJob.run(session);
    }
}
