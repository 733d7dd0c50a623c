package silkline.forecast.ensemble;

import java.util.List;
import silkline.forecast.Drift;
import silkline.forecast.Harmonic;
import silkline.forecast.InLogs;
import silkline.forecast.MomentForecaster;
import silkline.forecast.Theta;
import silkline.forecast.arima.Arima;
import silkline.forecast.ces.Ces;
import silkline.forecast.ets.Ets;
import silkline.forecast.theta.OptimisedTheta;
import silkline.forecast.trees.Trees;

/**
 * A model of the combination.
 *
 * @param weight of what it forecasts
 * @param errorWeight of its standard error
 */
record Member(MomentForecaster model, double weight, double errorWeight) {
    private static final MomentForecaster ETS = new Ets(Ets.Choice.AVERAGE);
    private static final MomentForecaster DYNAMIC_THETA = new OptimisedTheta(OptimisedTheta.Line.DYNAMIC);
    private static final MomentForecaster OPTIMISED_THETA = new OptimisedTheta(OptimisedTheta.Line.FIXED);

    /** Without season: trends decide, and growth may compound. Six of equal weight, and what other series say for three. */
    private static final List<Member> ANNUAL = List.of(
            new Member(ETS, 1.0 / 9),
            new Member(new InLogs(ETS), 1.0 / 9),
            new Member(DYNAMIC_THETA, 1.0 / 9),
            new Member(OPTIMISED_THETA, 1.0 / 9),
            new Member(new Drift(), 1.0 / 9),
            new Member(new InLogs(new Arima()), 1.0 / 9),
            new Member(new Trees(), 1.0 / 3, 0));

    private static final List<Member> QUARTERLY = List.of(
            new Member(ETS, 0.25),
            new Member(new Theta(), 0.25),
            new Member(OPTIMISED_THETA, 0.2),
            new Member(new Arima(), 0.2),
            new Member(new InLogs(new Ces()), 0.1));

    private static final List<Member> MONTHLY = List.of(
            new Member(ETS, 0.15),
            new Member(DYNAMIC_THETA, 0.1),
            new Member(OPTIMISED_THETA, 0.1),
            new Member(new InLogs(DYNAMIC_THETA), 0.1),
            new Member(new Arima(), 0.25),
            new Member(new InLogs(new Ces()), 0.3));

    /** Weeks, and whatever else makes long years: two that learn each place of the year, two that learn three waves. */
    private static final List<Member> LONG_YEAR = List.of(
            new Member(new Ces(), 0.25),
            new Member(new InLogs(new Ces()), 0.25),
            new Member(new Harmonic(new Arima()), 0.25),
            new Member(new InLogs(new Harmonic(ETS)), 0.25));

    private static final int LONGEST_LEARNT = 12;
    private static final int WEEKS = 52;
    private static final int YEARS_OF_WEEKS = 5;

    Member(MomentForecaster model, double weight) {
        this(model, weight, weight);
    }

    /**
     * The members for a number of periods per year. Weights of quarters and months were fitted to the absolute scaled errors
     * on the odd-numbered series of the M3 competition, cross-validated in five parts, and rounded.
     */
    static List<Member> of(int season) {
        if (season == 1) {
            return ANNUAL;
        }
        if (season > LONGEST_LEARNT) {
            return LONG_YEAR;
        }
        return season <= 4 ? QUARTERLY : MONTHLY;
    }

    /** How many observations are looked back on: all, but of weeks those of five years. */
    static int memory(int season) {
        return season == WEEKS ? YEARS_OF_WEEKS * season : Integer.MAX_VALUE;
    }
}
