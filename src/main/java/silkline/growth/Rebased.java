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

    /** Nominal to real: {@code value / index * 100}, in prices of the index's base; NaN unless the index is positive. */
    public static double deflated(double nominal, double index) {
        return index > 0 ? nominal / index * BASE : Double.NaN;
    }

    /** In another currency, at {@code rate} units of the value's currency for one of the other; NaN unless it is positive. */
    public static double converted(double value, double rate) {
        return rate > 0 ? value / rate : Double.NaN;
    }
}
