package silkline.forecast.benchmark;

import java.util.Arrays;

/** One series of a collection: what models see, and what came. */
public final class BenchmarkSeries {
    private final String frequency;
    private final int season;
    private final int scalingLag;
    private final double[] training;
    private final double[] test;

    /**
     * @param frequency as the collection calls it; scores are averaged by it
     * @param season periods per year that models are told of
     * @param scalingLag of the changes whose mean scales errors; the collection's own convention
     */
    public BenchmarkSeries(String frequency, int season, int scalingLag, double[] values, int horizon) {
        if (horizon < 1 || values.length <= horizon + scalingLag) {
            throw new IllegalArgumentException(
                    "%d values are too few for a test part of %d".formatted(values.length, horizon));
        }
        this.frequency = frequency;
        this.season = season;
        this.scalingLag = scalingLag;
        training = Arrays.copyOf(values, values.length - horizon);
        test = Arrays.copyOfRange(values, training.length, values.length);
    }

    /** As the collection calls it. */
    public String frequency() {
        return frequency;
    }

    int season() {
        return season;
    }

    int scalingLag() {
        return scalingLag;
    }

    double[] training() {
        return training.clone();
    }

    int horizon() {
        return test.length;
    }

    /** What came {@code step} periods after the training part. */
    double actual(int step) {
        return test[step - 1];
    }

    /** Mean absolute change of the training part; 0 where it repeats itself. */
    double scale() {
        double sum = 0;
        for (int t = scalingLag; t < training.length; t++) {
            sum += Math.abs(training[t] - training[t - scalingLag]);
        }
        return sum / (training.length - scalingLag);
    }
}
