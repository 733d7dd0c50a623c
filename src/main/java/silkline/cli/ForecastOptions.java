package silkline.cli;

import picocli.CommandLine.Option;
import silkline.UserError;
import silkline.forecast.ForecastRequest;
import silkline.forecast.Selection;

/** What forecasts are asked for on the command line. */
final class ForecastOptions {
    @Option(
            names = "--model",
            defaultValue = Selection.AUTO,
            paramLabel = "NAME,...",
            description =
                    "auto (${DEFAULT-VALUE}) or ensemble: the combination; or naive, seasonal-naive, drift, theta,"
                            + " optimised-theta, dynamic-theta, ets, ets-average, ces, arima; log- before the name of some of"
                            + " these works on logarithms. Of several, the first counts and the others are for comparison.")
    private String models;

    @Option(
            names = "--horizon",
            defaultValue = ForecastRequest.DEFAULT_HORIZONS,
            paramLabel = "F=N,...",
            description = "Periods ahead by frequency (${DEFAULT-VALUE}); those left out keep their default.")
    private String horizons;

    @Option(
            names = "--level",
            defaultValue = "50,80,95",
            paramLabel = "PERCENT,...",
            description = "Coverage of the intervals; 50, 80 and 95 are always there (${DEFAULT-VALUE}).")
    private String levels;

    @Option(
            names = "--reconcile",
            defaultValue = "NONE",
            description =
                    "${COMPLETION-CANDIDATES}: PARTNER makes forecasts by partner add up to that of the world, and gives"
                            + " shares; TIME forecasts amounts by month, quarter and year and makes these add up"
                            + " (${DEFAULT-VALUE}).")
    private ForecastRequest.Reconciliation reconciliation;

    ForecastRequest request() {
        try {
            return ForecastRequest.parse(models, horizons, levels, reconciliation);
        } catch (IllegalArgumentException wrong) {
            throw UserError.usage(wrong.getMessage());
        }
    }
}
