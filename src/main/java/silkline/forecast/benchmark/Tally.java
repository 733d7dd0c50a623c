package silkline.forecast.benchmark;

import silkline.forecast.Forecast;

/** Sums up the scores of one model on the series of one frequency. */
final class Tally {
    /** In the order of the coverages of {@link Score}. */
    static final double[] LEVELS = {0.5, 0.8, 0.95};

    private static final int WIDEST = 2;
    private static final double PENALTY = 2 / (1 - LEVELS[WIDEST]);

    private int series;
    private int scaled;
    private int refused;
    private double smape;
    private double mase;
    private double msis;
    private double nanoseconds;
    private final double[] covered = new double[LEVELS.length];

    void add(BenchmarkSeries tested, Forecast forecast, boolean wasRefused, long took) {
        int horizon = tested.horizon();
        double scale = tested.scale();
        double absolute = 0;
        double interval = 0;
        for (int step = 1; step <= horizon; step++) {
            double actual = tested.actual(step);
            double error = Math.abs(actual - forecast.mean(step));
            double size = Math.abs(actual) + Math.abs(forecast.mean(step));
            smape += size > 0 ? 200 * error / size / horizon : 0;
            absolute += error / horizon;
            for (int i = 0; i < LEVELS.length; i++) {
                boolean within = forecast.lower(i, step) <= actual && actual <= forecast.upper(i, step);
                covered[i] += within ? 1.0 / horizon : 0;
            }
            double low = forecast.lower(WIDEST, step);
            double high = forecast.upper(WIDEST, step);
            double missed = Math.max(0, low - actual) + Math.max(0, actual - high);
            interval += (high - low + PENALTY * missed) / horizon;
        }
        if (scale > 0) {
            mase += absolute / scale;
            msis += interval / scale;
            scaled++;
        }
        series++;
        refused += wasRefused ? 1 : 0;
        nanoseconds += took;
    }

    /** The means, relative to those of {@code benchmark}. */
    Score score(String frequency, String model, Tally benchmark) {
        double owa = (smape / benchmark.smape + mase / benchmark.mase) / 2;
        return new Score(
                frequency,
                model,
                series,
                refused,
                smape / series,
                mase / scaled,
                owa,
                covered[0] / series,
                covered[1] / series,
                covered[WIDEST] / series,
                msis / scaled,
                series / (nanoseconds / 1e9));
    }
}
