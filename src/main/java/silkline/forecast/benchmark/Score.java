package silkline.forecast.benchmark;

/**
 * How one model did on the series of one frequency: means over the series of means over the steps.
 *
 * @param series number of series
 * @param refused of these, forecast by the naive model because they were too short for the model
 * @param smapePercent mean of {@code 200 |y - f| / (|y| + |f|)}, percent; both zero counts 0
 * @param mase mean of {@code |y - f|} over the mean absolute change of the training part; a series without change is
 *     left out
 * @param owa mean of sMAPE and MASE, each over that of {@link Naive2} on the same series; Makridakis et al. 2020
 * @param coverage50 share of values within the 50 percent interval, a ratio
 * @param coverage80 the same of the 80 percent interval
 * @param coverage95 the same of the 95 percent interval
 * @param msis mean scaled interval score of the 95 percent interval; Gneiting and Raftery 2007
 * @param perSecond series forecast per second of one core
 */
public record Score(
        String frequency,
        String model,
        int series,
        int refused,
        double smapePercent,
        double mase,
        double owa,
        double coverage50,
        double coverage80,
        double coverage95,
        double msis,
        double perSecond) {}
