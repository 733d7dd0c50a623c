package silkline.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import picocli.CommandLine.Command;
import silkline.job.JobSession;
import silkline.job.ReportJob;
import silkline.report.Report;

/** Writes the report. */
@Command(
        name = "report",
        description = "Write report.html, report.md, summary.json and claims.jsonld (ClaimReview) from the tables.",
        footer = {"", "Example:", "  silkline report --lake lake --out reports"})
final class ReportCommand extends JobCommand {
    @Override
    void run(JobSession session, Map<String, Object> facts) {
        write(session, facts, out());
    }

    /** Writes the report and prints its headlines and where it is. */
    static void write(JobSession session, Map<String, Object> facts, PrintWriter out) {
        Report report = ReportJob.run(session, Instant.now().truncatedTo(ChronoUnit.SECONDS));
        out.println();
        report.findings().forEach(finding -> out.println("* " + finding.sentence()));
        out.println();
        String path = session.settings().out() + "/" + ReportJob.HTML;
        out.println("Report: " + path);
        out.flush();
        facts.put("findings", report.findings().size());
        facts.put("report", path);
    }
}
