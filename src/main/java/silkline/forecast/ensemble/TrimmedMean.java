package silkline.forecast.ensemble;

/**
 * The weighted mean of the middle of a few values: what lies below the {@link #CUT} quantile or above its opposite does not
 * count, so one model that runs away changes little. Serves one thread.
 */
final class TrimmedMean {
    /** Share of the weight left out at either end. */
    static final double CUT = 0.15;

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
        double total = 0;
        for (int i = 0; i < count; i++) {
            total += weights[i];
        }
        double low = CUT * total;
        double high = total - low;
        double before = 0;
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double after = before + weights[i];
            sum += values[i] * Math.max(0, Math.min(after, high) - Math.max(before, low));
            before = after;
        }
        count = 0;
        return sum / (high - low);
    }
}
