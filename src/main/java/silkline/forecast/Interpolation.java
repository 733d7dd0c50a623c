package silkline.forecast;

import java.util.Arrays;

/**
 * Fills gaps inside a series by straight lines between their ends, drawn on logarithms where every observation is above
 * zero. Where two years show a {@link Seasonality}, the lines are drawn on the seasonally adjusted series.
 */
final class Interpolation {
    private Interpolation() {}

    /** {@code observed} without NaN; it begins and ends with an observation. Itself, copied, where nothing is missing. */
    static double[] filled(double[] observed, int season) {
        double[] first = straight(observed);
        if (Arrays.stream(observed).noneMatch(Double::isNaN)) {
            return first;
        }
        Seasonality seasonality = Seasonality.of(first, season);
        double[] adjusted = seasonality.removedFrom(first);
        for (int t = 0; t < observed.length; t++) {
            adjusted[t] = Double.isNaN(observed[t]) ? Double.NaN : adjusted[t];
        }
        double[] lines = straight(adjusted);
        for (int t = 0; t < observed.length; t++) {
            first[t] = Double.isNaN(observed[t]) ? seasonality.restored(lines[t], t) : observed[t];
        }
        return first;
    }

    private static double[] straight(double[] observed) {
        double[] filled = observed.clone();
        boolean inLogs = Arrays.stream(observed).allMatch(value -> Double.isNaN(value) || value > 0);
        int before = 0;
        for (int t = 1; t < filled.length; t++) {
            if (!Double.isNaN(observed[t])) {
                for (int gap = before + 1; gap < t; gap++) {
                    double share = (double) (gap - before) / (t - before);
                    filled[gap] = inLogs
                            ? observed[before] * Math.pow(observed[t] / observed[before], share)
                            : observed[before] + share * (observed[t] - observed[before]);
                }
                before = t;
            }
        }
        return filled;
    }
}
