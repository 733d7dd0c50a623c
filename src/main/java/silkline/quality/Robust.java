package silkline.quality;

import java.util.Arrays;

/** Middle and spread that a few wild values do not move. */
final class Robust {
    /** Makes the median absolute deviation of normal values their standard deviation (Rousseeuw and Croux 1993). */
    private static final double NORMAL = 1.4826;

    private Robust() {}

    /** The middle value, the mean of the two middle ones of an even number; NaN of none. */
    static double median(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** 1.4826 times the median distance from {@code center}; NaN of no values. */
    static double spread(double[] values, double center) {
        double[] distances = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            distances[i] = Math.abs(values[i] - center);
        }
        return NORMAL * median(distances);
    }
}
