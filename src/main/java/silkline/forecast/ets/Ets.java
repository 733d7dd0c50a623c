package silkline.forecast.ets;

import silkline.forecast.History;
import silkline.forecast.Magnitude;
import silkline.forecast.MomentForecaster;
import silkline.forecast.Moments;

/**
 * Exponential smoothing with additive or relative errors, no, additive or damped trend, and no, additive or
 * multiplicative season. Weights and starting states by maximum likelihood with a penalty on restless trends. Hyndman,
 * Koehler, Snyder and Grose 2002; Hyndman, Koehler, Ord and Snyder 2008.
 */
public record Ets(Choice choice) implements MomentForecaster {
    /** Lighter members change nothing that is seen. */
    private static final double LEAST_WEIGHT = 1e-3;

    /** What becomes of the forms that suit a series. */
    public enum Choice {
        /** The one with the smallest AICc. */
        BEST("ets"),
        /** All, weighted by {@code exp(-AICc / 2)}; Kolassa 2011. */
        AVERAGE("ets-average");

        private final String code;

        Choice(String code) {
            this.code = code;
        }
    }

    @Override
    public String name() {
        return choice.code;
    }

    /** Five: level, weight and variance, and something left to compare forms by AICc. */
    @Override
    public int minimumLength(int season) {
        return 5;
    }

    @Override
    public Moments moments(double[] history, int season, int horizon) {
        History.require(this, history, season, horizon);
        if (History.isConstant(history)) {
            return Moments.constant(history[0], horizon);
        }
        Magnitude magnitude = Magnitude.of(history);
        Family family = new Family(magnitude.reduced(history), season);
        double[] mean = new double[horizon];
        double[] standardError = new double[horizon];
        double total = 0;
        for (Family.Member member : family.members()) {
            total += weight(member, family.best());
        }
        for (Family.Member member : family.members()) {
            double weight = weight(member, family.best());
            if (weight > 0) {
                member.outlook().add(weight / total, mean, standardError);
            }
        }
        return magnitude.restored(mean, standardError);
    }

    private double weight(Family.Member member, Family.Member best) {
        if (choice == Choice.BEST) {
            return member == best ? 1 : 0;
        }
        double weight = member == best ? 1 : Math.exp((best.criterion() - member.criterion()) / 2);
        return weight > LEAST_WEIGHT ? weight : 0;
    }
}
