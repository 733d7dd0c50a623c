package silkline.claim;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import silkline.series.Period;

/** What a forecast expects of one series, as quantiles of each period ahead, in base units. */
public record Outlook(SortedMap<Period, Quantiles> periods) {
    public Outlook {
        periods = new TreeMap<>(periods);
    }

    /** The middle, and the ends of the 80 and the 95 percent interval. */
    public record Quantiles(double lo95, double lo80, double mean, double hi80, double hi95) {
        /** Standard normal quantiles of 2.5, 10, 50, 90 and 97.5 percent. */
        private static final double[] Z = {-1.959964, -1.281552, 0, 1.281552, 1.959964};

        /**
         * Probability that the value is {@code target} or more. Between the quantiles, and beyond the outermost two, it
         * runs as that of a normal distribution through the nearest two would.
         */
        public double probabilityOfAtLeast(double target) {
            double[] x = {lo95, lo80, mean, hi80, hi95};
            int right = 1;
            while (right < x.length - 1 && x[right] < target) {
                right++;
            }
            double width = x[right] - x[right - 1];
            if (!(width > 0)) {
                return target <= mean ? 1 : 0;
            }
            double z = Z[right - 1] + (Z[right] - Z[right - 1]) * (target - x[right - 1]) / width;
            return 1 - normalDistribution(z);
        }

        /** Abramowitz and Stegun (1964), 7.1.26; off by less than 1.5e-7. */
        private static double normalDistribution(double z) {
            double x = Math.abs(z) / Math.sqrt(2);
            double t = 1 / (1 + 0.3275911 * x);
            double tail = t
                    * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
                    * Math.exp(-x * x)
                    / 2;
            return z < 0 ? tail : 1 - tail;
        }
    }

    /** Of the year of {@code deadline}; NaN where the forecast does not reach it. */
    double probability(double target, Period deadline) {
        Quantiles quantiles = periods.get(Period.ofYear(deadline.year()));
        return quantiles == null ? Double.NaN : quantiles.probabilityOfAtLeast(target);
    }

    /** The first period whose 95 percent interval reaches {@code target}. */
    Optional<Period> firstFeasible(double target) {
        return first(quantiles -> quantiles.hi95() >= target);
    }

    /** The first period whose point forecast reaches it. */
    Optional<Period> firstExpected(double target) {
        return first(quantiles -> quantiles.mean() >= target);
    }

    private Optional<Period> first(Predicate<Quantiles> reaches) {
        return periods.entrySet().stream()
                .filter(entry -> reaches.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
