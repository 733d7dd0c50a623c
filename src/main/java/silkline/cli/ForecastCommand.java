package silkline.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import silkline.UserError;
import silkline.forecast.Forecasters;
import silkline.forecast.Selection;
import silkline.job.ForecastJob;
import silkline.job.JobSession;

/** Forecasts every series. */
@Command(
        name = "forecast",
        description = "Forecast every series with the combination of models, or with one model.",
        footer = {"", "Example:", "  silkline forecast --lake lake --model theta"})
final class ForecastCommand extends JobCommand {
    @Option(
            names = "--model",
            defaultValue = Selection.AUTO,
            paramLabel = "NAME",
            description =
                    "auto (${DEFAULT-VALUE}) or ensemble: the combination; or one of naive, seasonal-naive, drift, theta,"
                            + " optimised-theta, dynamic-theta, ets, ets-average, ces, arima; log- before the name of some of"
                            + " these works on logarithms.")
    private String model;

    @Override
    String model() {
        if (!model.equals(Selection.AUTO)) {
            try {
                Forecasters.named(model);
            } catch (IllegalArgumentException unknown) {
                throw UserError.usage("--model: %s, auto".formatted(unknown.getMessage()));
            }
        }
        return model;
    }

    @Override
    void run(JobSession session, Map<String, Object> facts) {
        ForecastJob.run(session);
    }
}
