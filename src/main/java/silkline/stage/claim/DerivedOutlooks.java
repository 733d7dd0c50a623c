package silkline.stage.claim;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import silkline.claim.Claim;
import silkline.claim.Facts;
import silkline.claim.Kind;
import silkline.claim.Outlook;
import silkline.forecast.Floor;
import silkline.forecast.Forecast;
import silkline.forecast.Forecaster;
import silkline.forecast.History;
import silkline.forecast.ensemble.Ensemble;
import silkline.series.Frequency;
import silkline.series.Period;

/**
 * What the combination of models expects of the annual values of turnover and groups, which {@code gold.forecast} does not
 * have: it forecasts what is published. Only where a target asks for it.
 */
final class DerivedOutlooks {
    /** Years ahead. */
    static final int LONGEST = 15;

    private static final Forecaster MODEL = Floor.ZERO.under(new Ensemble());
    private static final double[] LEVELS = {0.80, 0.95};

    private DerivedOutlooks() {}

    /** {@code facts} with an outlook for every current series that a target is about. */
    static Facts added(Facts facts, Collection<Claim> claims) {
        Map<String, Outlook> outlooks = new HashMap<>(facts.outlooks());
        for (Facts.Series series : facts.series()) {
            boolean isAsked = series.isCurrent()
                    && !outlooks.containsKey(series.id())
                    && claims.stream()
                            .anyMatch(claim -> claim.kind() == Kind.TARGET
                                    && claim.side(series.about()).isPresent());
            if (isAsked) {
                of(series.values()).ifPresent(outlook -> outlooks.put(series.id(), outlook));
            }
        }
        return new Facts(facts.series(), outlooks);
    }

    /** Of the annual values among {@code values}; empty where they are too few. */
    static Optional<Outlook> of(NavigableMap<Period, Double> values) {
        int[] years = values.keySet().stream()
                .filter(period -> period.frequency() == Frequency.ANNUAL)
                .mapToInt(Period::index)
                .toArray();
        if (years.length == 0) {
            return Optional.empty();
        }
        double[] history = new double[years[years.length - 1] - years[0] + 1];
        Arrays.fill(history, Double.NaN);
        for (int year : years) {
            history[year - years[0]] = values.get(Period.ofYear(year));
        }
        History known = History.of(history, 1);
        return known.length() < MODEL.minimumLength(1)
                ? Optional.empty()
                : Optional.of(outlook(years[years.length - 1], known));
    }

    private static Outlook outlook(int lastYear, History history) {
        Forecast forecast = MODEL.forecast(history.values(), 1, LONGEST, LEVELS);
        TreeMap<Period, Outlook.Quantiles> periods = new TreeMap<>();
        for (int step = 1; step <= LONGEST; step++) {
            periods.put(Period.ofYear(lastYear + step), quantiles(forecast, step));
        }
        return new Outlook(periods);
    }

    private static Outlook.Quantiles quantiles(Forecast forecast, int step) {
        return new Outlook.Quantiles(
                forecast.lower(1, step),
                forecast.lower(0, step),
                forecast.mean(step),
                forecast.upper(0, step),
                forecast.upper(1, step));
    }
}
