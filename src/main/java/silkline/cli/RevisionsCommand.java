package silkline.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import silkline.job.JobSession;
import silkline.job.RevisionJob;

/** Compute how far first figures were revised. */
@Command(
        name = "revisions",
        description = "Compute how far first figures were revised.",
        footer = {"", "Example:", "  silkline revisions --lake lake"})
final class RevisionsCommand extends JobCommand {
    @Override
    void run(JobSession session, Map<String, Object> facts) {
        RevisionJob.run(session);
    }
}
