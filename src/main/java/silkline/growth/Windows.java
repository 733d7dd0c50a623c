package silkline.growth;

/**
 * Sums over several periods, compared with the same sums before. {@code values} are of consecutive periods, NaN in gaps; a
 * sum with a gap in it, or that begins before the first value, is NaN, so only equal sets of periods are compared.
 */
public final class Windows {
    private static final int MOMENTUM = 3;

    private Windows() {}

    /** The sum of {@code count} values that ends with the one {@code at}. */
    static double sum(double[] values, int at, int count) {
        if (at - count + 1 < 0 || at >= values.length) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = at - count + 1; i <= at; i++) {
            sum += values[i];
        }
        return sum;
    }

    /**
     * The year so far against the same periods of the year before.
     *
     * @param position of the period {@code at} within its year, counted from 1
     */
    public static Compared yearToDate(double[] values, int at, int perYear, int position) {
        return new Compared(sum(values, at - perYear, position), sum(values, at, position));
    }

    /** The last year of periods, wherever it begins, against the one before. */
    public static Compared rollingYear(double[] values, int at, int perYear) {
        return new Compared(sum(values, at - perYear, perYear), sum(values, at, perYear));
    }

    /** The last three periods against the three before: momentum, of seasonally adjusted values. */
    public static Compared momentum(double[] values, int at) {
        return new Compared(sum(values, at - MOMENTUM, MOMENTUM), sum(values, at, MOMENTUM));
    }

    /**
     * Carry-over: how far the next year's mean would lie above this year's if every period of it were as the last one of
     * this year. From the mean of the year that ends {@code at} to the value there (OECD, Glossary of Statistical Terms).
     */
    public static Compared carryOver(double[] values, int at, int perYear) {
        boolean isIn = at >= 0 && at < values.length;
        return new Compared(sum(values, at, perYear) / perYear, isIn ? values[at] : Double.NaN);
    }

    /**
     * Base effect, in log points: how much the growth on the year before changes from the last period to this one only
     * because of what happened a year ago, {@code -ln(y_(t-m) / y_(t-m-1))}. With {@link Growth#logChange} of this period
     * it adds up to the whole change of {@code ln(y_t / y_(t-m))}. NaN where one of the two is missing or not positive.
     */
    public static double baseEffect(double[] values, int at, int perYear) {
        int base = at - perYear;
        return base < 1 ? Double.NaN : -Growth.logChange(values[base - 1], values[base]);
    }
}
