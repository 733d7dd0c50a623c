package silkline.stage.explain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import silkline.claim.ClaimResult;
import silkline.forecast.ForecastRequest;
import silkline.report.since.Comparison;
import silkline.source.ReferenceData;

/**
 * What explanations of one session share.
 *
 * @param asOf the last publication date that is read
 * @param claims the claims, checked again now
 * @param requests what the settings of a run, as {@code audit.run} has them, ask of forecasts
 * @param printed the numbers of the last report by key; none where there is no report
 * @param since what differed between the last report and the one before it, if that is known
 * @param refits series that were forecast again, by id: each is worked out once
 */
public record Background(
        TableRows tables,
        ReferenceData reference,
        Optional<LocalDate> asOf,
        Supplier<List<ClaimResult>> claims,
        Function<String, ForecastRequest> requests,
        Map<String, Double> printed,
        Optional<Comparison> since,
        Map<String, Refit> refits) {}
