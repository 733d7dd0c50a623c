package silkline.forecast.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import silkline.forecast.Moments;
import silkline.forecast.search.NelderMead;

/**
 * Learns by quantile regression how many standard errors from the point the bounds lie, from forecasts whose weights were
 * learnt without the series.
 */
final class CalibrationFit {
    static final double[] LEVELS = {0.5, 0.8, 0.95};

    private static final double FARTHEST = 30;
    private static final int BISECTIONS = 50;
    private static final int SEARCHES = 5;

    private final List<double[]> terms = new ArrayList<>();
    private final List<Double> needed = new ArrayList<>();
    private final List<Integer> parts = new ArrayList<>();

    /** Adds what came of one series; its part is left out together. */
    void add(TrainingSeries series, Moments moments, int part) {
        for (int step = 1; step <= series.horizon(); step++) {
            Calibration.Scale scale =
                    new Calibration.Scale(moments.mean(step), moments.standardError(step), series.isPositive());
            terms.add(new double[] {1, Math.log(step), 1.0 / Math.max(series.length(), Calibration.SHORTEST)});
            needed.add(needed(scale, series.actual(step)));
            parts.add(part);
        }
    }

    /** The smallest distance whose interval holds the value. */
    private static double needed(Calibration.Scale scale, double actual) {
        double low = 0;
        double high = FARTHEST;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            boolean holds = scale.below(middle) <= actual && actual <= scale.above(middle);
            low = holds ? low : middle;
            high = holds ? middle : high;
        }
        return high;
    }

    /**
     * A line of calibration.csv. The constant is moved by what factors learnt without a part fall short of on that part.
     *
     * @param dimensions 2 to leave the length out, 3 to keep it
     */
    String line(int season, double level, int dimensions) {
        boolean[] all = new boolean[needed.size()];
        Arrays.fill(all, true);
        double[] factors = regression(level, dimensions, all);
        double[] left = new double[needed.size()];
        for (int part : parts.stream().distinct().toList()) {
            boolean[] others = new boolean[left.length];
            for (int i = 0; i < left.length; i++) {
                others[i] = parts.get(i) != part;
            }
            double[] without = regression(level, dimensions, others);
            for (int i = 0; i < left.length; i++) {
                left[i] = others[i] ? left[i] : needed.get(i) - at(without, i);
            }
        }
        Arrays.sort(left);
        double shift = left[(int) Math.ceil(level * left.length) - 1];
        return String.format(
                Locale.ROOT,
                "%d,%s,%.3f,%.3f,%.2f",
                season,
                level,
                factors[0] + shift,
                factors[1],
                dimensions > 2 ? factors[2] : 0);
    }

    private double[] regression(double level, int dimensions, boolean[] taken) {
        // A shorter series never has narrower intervals.
        double[] lowest = {-5, -1, 0};
        double[] highest = {10, 3, 50};
        double[] factors = {level, 0, 0};
        for (int search = 0; search < SEARCHES; search++) {
            new NelderMead(dimensions, 1000, 1e-10)
                    .minimise(tried -> loss(tried, level, dimensions, taken), factors, lowest, highest, 0.02);
        }
        return factors;
    }

    private double loss(double[] factors, double level, int dimensions, boolean[] taken) {
        double sum = 0;
        for (int i = 0; i < taken.length; i++) {
            if (taken[i]) {
                double error = needed.get(i);
                for (int j = 0; j < dimensions; j++) {
                    error -= factors[j] * terms.get(i)[j];
                }
                sum += error > 0 ? level * error : (level - 1) * error;
            }
        }
        return sum / taken.length;
    }

    private double at(double[] factors, int i) {
        double sum = 0;
        for (int j = 0; j < factors.length; j++) {
            sum += factors[j] * terms.get(i)[j];
        }
        return sum;
    }
}
