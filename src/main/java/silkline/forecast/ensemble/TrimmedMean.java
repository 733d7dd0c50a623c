package silkline.forecast.ensemble;

/**
 * The weighted mean of the middle of a few values: what lies below the {@link #CUT} quantile or above its opposite does not
 * count, so one model that runs away changes little. Serves one thread.
 */
final class TrimmedMean {
    /** Share of the weight left out at either end. */
    static final double CUT = 0.15;

    private static final double ROUNDING = 1e-9;

    private final double[] values;
    private final double[] weights;
    private int count;

    TrimmedMean(int most) {
        values = new double[most];
        weights = new double[most];
    }

    /** Adds a value at its place in the order. */
    void add(double value, double weight) {
        int place = count++;
        while (place > 0 && values[place - 1] > value) {
            values[place] = values[place - 1];
            weights[place] = weights[place - 1];
            place--;
        }
        values[place] = value;
        weights[place] = weight;
    }

    /** The mean of what was added; forgets it. */
    double take() {
        return take(total(), Double.POSITIVE_INFINITY);
    }

    /** The same of values that are not negative, none of which counts for more than {@code most} times their median. */
    double takeUpTo(double most) {
        double total = total();
        double median = median(total);
        return take(total, median > 0 ? most * median : Double.POSITIVE_INFINITY);
    }

    private double take(double total, double largest) {
        double low = CUT * total;
        double high = total - low;
        double before = 0;
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double after = before + weights[i];
            double kept = Math.max(0, Math.min(after, high) - Math.max(before, low));
            sum += Math.min(values[i], largest) * kept;
            before = after;
        }
        count = 0;
        return sum / (high - low);
    }

    private double total() {
        double total = 0;
        for (int i = 0; i < count; i++) {
            total += weights[i];
        }
        return total;
    }

    /** The lower one of the two in the middle. */
    private double median(double total) {
        double before = 0;
        int place = 0;
        while (place < count - 1 && before + weights[place] < total / 2 - ROUNDING * total) {
            before += weights[place++];
        }
        return values[place];
    }
}
