package silkline.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import silkline.job.JobSession;
import silkline.job.ReportJob;
import silkline.job.ReportRequest;

/** Writes the report. */
@Command(
        name = "report",
        description = "Write report.html, report.md, summary.json and claims.jsonld (ClaimReview) from the tables.",
        footer = {
            "",
            "Examples:",
            "  silkline report --lake lake --out reports",
            "  silkline report --lake lake --out reports --language de --profile KAZ"
        })
final class ReportCommand extends JobCommand {
    @Mixin
    private ReportOptions report;

    @Override
    void run(JobSession session, Map<String, Object> facts) {
        write(session, report.request(), facts, out());
    }

    /** Writes the report and prints its headlines and where it is. */
    static void write(JobSession session, ReportRequest request, Map<String, Object> facts, PrintWriter out) {
        ReportJob.Written report = ReportJob.run(session, Instant.now().truncatedTo(ChronoUnit.SECONDS), request);
        out.println();
        report.findings().forEach(finding -> out.println("* " + finding.sentence()));
        out.println();
        out.println("Report: " + report.page());
        out.flush();
        facts.put("findings", report.findings().size());
        facts.put("report", report.page());
    }
}
