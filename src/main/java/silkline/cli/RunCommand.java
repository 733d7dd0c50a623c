package silkline.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import silkline.forecast.ForecastRequest;
import silkline.job.AdjustJob;
import silkline.job.ClaimJob;
import silkline.job.DetailJob;
import silkline.job.ForecastJob;
import silkline.job.GrowthJob;
import silkline.job.JobSession;
import silkline.job.ReportRequest;
import silkline.job.RevisionJob;
import silkline.job.ShareJob;
import silkline.job.SideBySide;
import silkline.job.StructureJob;

/** The main job: everything in order. */
@Command(
        name = "run",
        description = "Ingest the datasets, compute growth, shares and forecasts, check the claims, write the report.",
        footer = {"", "Example:", "  silkline run --datasets datasets --lake lake --out reports"})
final class RunCommand extends JobCommand {
    @Mixin
    private ForecastOptions forecasts;

    @Mixin
    private ReportOptions report;

    @Override
    ForecastRequest forecast() {
        return forecasts.request();
    }

    @Override
    void run(JobSession session, Map<String, Object> facts) {
        ReportRequest request = report.request();
        IngestCommand.ingest(session, facts, out());
        if (options().isDryRun) {
            return; // the steps that follow would read what was not written
        }
        SideBySide.run(
                () -> claims(session),
                () -> GrowthJob.run(session),
                () -> DetailJob.run(session),
                () -> StructureJob.run(session),
                () -> AdjustJob.run(session),
                () -> RevisionJob.run(session));
        ReportCommand.write(session, request, facts, out());
    }

    /** Forecasts and shares, and then the claims, which need both and nothing else. */
    private static void claims(JobSession session) {
        SideBySide.run(() -> ForecastJob.run(session), () -> ShareJob.run(session));
        ClaimJob.run(session);
    }
}
