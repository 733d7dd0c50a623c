package silkline.share;

import java.util.Arrays;

/**
 * Trade with one partner or group, period by period. What is known of a turnover with one side missing is the other
 * side; its value is NaN.
 */
public final class Trade {
    private final String member;
    private final double[] values;
    private final double[] known;
    private final int[] figures;
    private final int[] figuresExpected;
    private final int[] published;

    /** Nothing is known at first. */
    public Trade(String member, int periods) {
        this.member = member;
        this.values = new double[periods];
        this.known = new double[periods];
        this.figures = new int[periods];
        this.figuresExpected = new int[periods];
        this.published = new int[periods];
        Arrays.fill(values, Double.NaN);
        Arrays.fill(known, Double.NaN);
    }

    /** {@code figures} of {@code expected} are in {@code known}, the newest of which was published on a day since 1970. */
    public void set(int at, double value, double knownValue, int figuresKnown, int expected, int day) {
        values[at] = value;
        known[at] = knownValue;
        figures[at] = figuresKnown;
        figuresExpected[at] = expected;
        published[at] = day;
    }

    public String member() {
        return member;
    }

    /** NaN where it is missing or a part of it is. */
    public double value(int at) {
        return values[at];
    }

    /** NaN where nothing is known. */
    public double known(int at) {
        return known[at];
    }

    public boolean isKnown(int at) {
        return !Double.isNaN(known[at]);
    }

    public boolean isComplete(int at) {
        return figures[at] >= figuresExpected[at];
    }

    /** Number of figures in the value. */
    public int figures(int at) {
        return figures[at];
    }

    /** Number of figures that a complete value would have. */
    public int figuresExpected(int at) {
        return figuresExpected[at];
    }

    /** Day since 1970 of the newest publication among the figures. */
    public int published(int at) {
        return published[at];
    }
}
