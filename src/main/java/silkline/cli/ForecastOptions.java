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
            defaultValue = ForecastRequest.NONE,
            paramLabel = "ALONG,...",
            description =
                    "Makes forecasts add up where the values did (${DEFAULT-VALUE}). PARTNER: partners to the world, with"
                            + " shares; PRODUCT: products to the one above them; GROUP: members to groups of partners,"
                            + " and adds the groups that no one publishes; TIME: months to quarters and years. Several"
                            + " at once: PARTNER,TIME.")
    private String along;

    ForecastRequest request() {
        try {
            return ForecastRequest.parse(models, horizons, levels, along);
        } catch (IllegalArgumentException wrong) {
            throw UserError.usage(wrong.getMessage());
        }
    }
}
