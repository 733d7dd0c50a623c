package silkline.forecast.ensemble;

import java.util.Arrays;
import silkline.forecast.Theta;

/**
 * How the errors of a simple model on the series at hand behaved, as two logarithms that say how wide intervals have to be
 * beyond what a standard error tells. The errors are those of {@link Theta} one step ahead, refitted at each of the last
 * {@link #MOST} origins, so they need no more than the training part.
 *
 * @param recent logarithm of the root mean square of the last year's errors over that of all: above 0 where the series has
 *     become more restless
 * @param tail logarithm of the root mean square over the mean absolute error, 0 for normal errors and above where few large
 *     ones stand out; never below 0
 */
record PastErrors(double recent, double tail) {
    /** Nothing to be said: fewer errors than a year has periods, or none above zero. */
    static final PastErrors UNKNOWN = new PastErrors(0, 0);

    private static final int MOST = 72;
    private static final int SHORTEST = 6;
    private static final double NORMAL_RATIO = Math.sqrt(Math.PI / 2);
    /** Few of the series that were learnt from lie beyond; nothing is known of those that do. */
    private static final double LEAST_RECENT = -1.2;

    private static final double MOST_RECENT = 0.9;
    private static final double MOST_TAIL = 0.34;

    static PastErrors of(double[] history, int season) {
        int first = Math.max(Math.max(season + 2, SHORTEST), history.length - MOST);
        if (history.length - first < season) {
            return UNKNOWN;
        }
        double[] errors = new double[history.length - first];
        for (int origin = first; origin < history.length; origin++) {
            double[] training = Arrays.copyOf(history, origin);
            errors[origin - first] =
                    history[origin] - new Theta().moments(training, season, 1).mean(1);
        }
        return ofErrors(errors, season);
    }

    /** The same of {@code errors}, oldest first. */
    static PastErrors ofErrors(double[] errors, int season) {
        double all = rootMeanSquare(errors, 0);
        if (errors.length < season || !(all > 0) || !Double.isFinite(all)) {
            return UNKNOWN;
        }
        double meanAbsolute = Arrays.stream(errors).map(Math::abs).sum() / errors.length;
        double recent = Math.log(rootMeanSquare(errors, errors.length - season) / all);
        double tail = Math.log(all / meanAbsolute / NORMAL_RATIO);
        return new PastErrors(
                Math.max(LEAST_RECENT, Math.min(MOST_RECENT, recent)), Math.max(0, Math.min(MOST_TAIL, tail)));
    }

    private static double rootMeanSquare(double[] errors, int from) {
        double squares = 0;
        for (int i = from; i < errors.length; i++) {
            squares += errors[i] * errors[i];
        }
        return Math.sqrt(squares / (errors.length - from));
    }
}
