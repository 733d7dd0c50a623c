package silkline.forecast;

/**
 * The standard Theta method: the mean of the least-squares line and of {@link SimpleSmoothing} on the theta-2 line
 * {@code 2 * y_t - line_t}, after the removal of {@link Seasonality}. Standard error {@code sigma * sqrt(1 + (h - 1) *
 * alpha^2)}, where {@code sigma^2} is the sum of squares of the one-step errors divided by {@code T - 3} (smoothing
 * weight, starting level and slope are fitted; the intercept cancels out). Assimakopoulos and Nikolopoulos 2000;
 * Hyndman and Billah 2003.
 */
public record Theta() implements MomentForecaster {
    @Override
    public String name() {
        return "theta";
    }

    /** Four: three fitted numbers and one error to learn from. */
    @Override
    public int minimumLength(int season) {
        return 4;
    }

    @Override
    public Moments moments(double[] history, int season, int horizon) {
        History.require(this, history, season, horizon);
        int length = history.length;
        Seasonality seasonality = Seasonality.of(history, season);
        double[] adjusted = seasonality.removedFrom(history);
        Line line = Line.through(adjusted);
        SimpleSmoothing smoothing = SimpleSmoothing.fit(line.doubledDistance(adjusted));
        // An error of the theta-2 line is twice the error of the forecast.
        double sigma = Math.sqrt(smoothing.squaredError() / 4 / (length - 3));
        double[] mean = new double[horizon];
        double[] standardError = new double[horizon];
        for (int step = 1; step <= horizon; step++) {
            int t = length - 1 + step;
            double growth = 1 + (step - 1) * smoothing.alpha() * smoothing.alpha();
            mean[step - 1] = seasonality.restored((line.at(t) + smoothing.level()) / 2, t);
            standardError[step - 1] = sigma * Math.sqrt(growth) * seasonality.scale(t);
        }
        return new Moments(mean, standardError);
    }

    /** The least-squares line, {@code start} at position 0. */
    private record Line(double start, double slope) {
        static Line through(double[] values) {
            double centre = (values.length - 1) / 2.0;
            double mean = 0;
            for (double value : values) {
                mean += value / values.length;
            }
            double crossed = 0;
            double squares = 0;
            for (int t = 0; t < values.length; t++) {
                crossed += (t - centre) * (values[t] - mean);
                squares += (t - centre) * (t - centre);
            }
            double slope = crossed / squares;
            return new Line(mean - slope * centre, slope);
        }

        double at(int t) {
            return start + slope * t;
        }

        /** The theta-2 line: as far from this line as {@code values}, twice. */
        double[] doubledDistance(double[] values) {
            double[] doubled = new double[values.length];
            for (int t = 0; t < values.length; t++) {
                doubled[t] = 2 * values[t] - at(t);
            }
            return doubled;
        }
    }
}
