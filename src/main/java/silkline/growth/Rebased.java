package silkline.growth;

import java.util.Arrays;

/** The same series in another measure; gaps stay gaps. */
public final class Rebased {
    private static final double BASE = 100;

    private Rebased() {}

    /** An index that is 100 on average from position {@code first} to {@code last}; all NaN where one of these is. */
    public static double[] index(double[] values, int first, int last) {
        double sum = Windows.sum(values, last, last - first + 1);
        double mean = sum > 0 ? sum / (last - first + 1) : Double.NaN;
        return Arrays.stream(values).map(value -> value / mean * BASE).toArray();
    }
}
