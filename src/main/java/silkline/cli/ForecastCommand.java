package silkline.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import silkline.forecast.ForecastRequest;
import silkline.job.ForecastJob;
import silkline.job.JobSession;

/** Forecasts every series. */
@Command(
        name = "forecast",
        description = "Forecast every series with the combination of models, or with others.",
        footer = {"", "Example:", "  silkline forecast --lake lake --model auto,theta --horizon A=10"})
final class ForecastCommand extends JobCommand {
    @Mixin
    private ForecastOptions forecasts;

    @Override
    ForecastRequest forecast() {
        return forecasts.request();
    }

    @Override
    void run(JobSession session, Map<String, Object> facts) {
        ForecastJob.run(session);
    }
}
