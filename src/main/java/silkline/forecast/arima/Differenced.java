package silkline.forecast.arima;

/**
 * A series after as many differences as its tests ask for, and the way back. Hyndman and Khandakar 2008: over a year where
 * the season is strong, then plain ones until the level stands still.
 */
final class Differenced {
    /** Longer years are left to seasonal adjustment: the cost of the likelihood grows with their square. */
    private static final int LONGEST_YEAR = 24;

    private final double[] y;
    private final int period;
    private final boolean overYear;
    private final int plain;
    private final double[] values;

    private Differenced(double[] y, int period, boolean overYear, int plain, double[] values) {
        this.y = y;
        this.period = period;
        this.overYear = overYear;
        this.plain = plain;
        this.values = values;
    }

    static Differenced of(double[] y, int season) {
        int period = season > 1 && season <= LONGEST_YEAR && y.length > 2 * season ? season : 1;
        boolean overYear = StationarityTests.isStronglySeasonal(y, period);
        double[] values = overYear ? difference(y, period) : y;
        int plain = 0;
        while (plain < 2 && StationarityTests.levelMoves(values)) {
            values = difference(values, 1);
            plain++;
        }
        return new Differenced(y, period, overYear, plain, values);
    }

    /** What is left. */
    double[] values() {
        return values;
    }

    /** Periods per year, 1 where there are too few years to tell a season. */
    int period() {
        return period;
    }

    /** A constant stays a level or becomes a line, but never a parabola. */
    boolean mayHaveMean() {
        return plain + (overYear ? 1 : 0) <= 1;
    }

    /** How the differences are written: {@code d} or {@code d,D}. */
    int plainDifferences() {
        return plain;
    }

    int seasonalDifferences() {
        return overYear ? 1 : 0;
    }

    /** Undoes the differences in place: of the forecast from the end of the series, of the responses from nothing. */
    void undo(double[] forecast, double[] responses) {
        double[][] stages = new double[plain + 1][];
        stages[0] = overYear ? difference(y, period) : y;
        for (int i = 1; i <= plain; i++) {
            stages[i] = difference(stages[i - 1], 1);
        }
        for (int i = plain - 1; i >= 0; i--) {
            double level = stages[i][stages[i].length - 1];
            double response = 0;
            for (int h = 0; h < forecast.length; h++) {
                level += forecast[h];
                response += responses[h];
                forecast[h] = level;
                responses[h] = response;
            }
        }
        for (int h = 0; overYear && h < forecast.length; h++) {
            forecast[h] += h < period ? y[y.length - period + h] : forecast[h - period];
            responses[h] += h < period ? 0 : responses[h - period];
        }
    }

    private static double[] difference(double[] y, int lag) {
        double[] result = new double[y.length - lag];
        for (int t = lag; t < y.length; t++) {
            result[t - lag] = y[t] - y[t - lag];
        }
        return result;
    }
}
