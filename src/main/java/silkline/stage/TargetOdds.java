package silkline.stage;

import java.util.Arrays;
import silkline.claim.Target;
import silkline.forecast.Floor;
import silkline.forecast.Forecast;
import silkline.forecast.ForecastRequest;
import silkline.forecast.Forecaster;
import silkline.forecast.History;
import silkline.forecast.ensemble.Ensemble;
import silkline.series.Frequency;
import silkline.series.Period;

/**
 * What the combination of models, on the annual values of a series alone, says about a target.
 *
 * @param probability that the value of the target's year is at least the target, as a ratio; NaN where no year is stated,
 *     the year is more than {@link #LONGEST} years away, or the series is too short
 * @param firstFeasible the first year in which reaching it is at least as likely as not; empty where that is none of the
 *     next {@link #LONGEST}
 */
record TargetOdds(double probability, String firstFeasible) {
    /** Years ahead. */
    static final int LONGEST = 15;

    private static final TargetOdds UNKNOWN = new TargetOdds(Double.NaN, "");
    private static final double AS_LIKELY_AS_NOT = 0.5;
    private static final Forecaster MODEL = Floor.ZERO.under(new Ensemble());
    private static final double[] LEVELS = ForecastRequest.DEFAULT.coverages();

    static TargetOdds of(Target target) {
        History history = History.of(values(target), 1);
        if (history.length() < MODEL.minimumLength(1)) {
            return UNKNOWN;
        }
        Forecast forecast = MODEL.forecast(history.values(), 1, LONGEST, LEVELS);
        double probability = Double.NaN;
        String firstFeasible = "";
        for (int step = 1; step <= LONGEST; step++) {
            String period = target.lastPeriod().plus(step).toString();
            double chance = forecast.chanceOfAtLeast(target.target(), step);
            probability = period.equals(target.targetPeriod()) ? chance : probability;
            firstFeasible = firstFeasible.isEmpty() && chance >= AS_LIKELY_AS_NOT ? period : firstFeasible;
        }
        return new TargetOdds(probability, firstFeasible);
    }

    /** The annual values up to the last, NaN in gaps. */
    private static double[] values(Target target) {
        int last = target.lastPeriod().index();
        int first = target.series().values().keySet().stream()
                .filter(period -> period.frequency() == Frequency.ANNUAL)
                .mapToInt(Period::index)
                .min()
                .orElse(last);
        double[] values = new double[last - first + 1];
        Arrays.fill(values, Double.NaN);
        target.series().values().forEach((period, value) -> {
            if (period.frequency() == Frequency.ANNUAL && period.index() <= last) {
                values[period.index() - first] = value;
            }
        });
        return values;
    }
}
