package silkline.growth;

/** Growth of a value, as ratios: 0.05 is five percent. All are NaN where an argument is NaN. */
public final class Growth {
    private Growth() {}

    /** {@code to / from - 1}; NaN where the base is zero or negative, or the value is negative. */
    public static double relativeChange(double from, double to) {
        return from > 0 && to >= 0 ? to / from - 1 : Double.NaN;
    }

    /** {@code ln(to / from)}; NaN unless both are positive. */
    public static double logChange(double from, double to) {
        return from > 0 && to > 0 ? Math.log(to / from) : Double.NaN;
    }

    /** {@code to / from}: 3 means tripled; NaN where the base is zero or negative, or the value is negative. */
    public static double fold(double from, double to) {
        return from > 0 && to >= 0 ? to / from : Double.NaN;
    }

    /**
     * Compound annual growth rate, {@code (to / from)^(1 / years) - 1}; NaN unless {@code years} is positive, the base
     * positive and the value not negative.
     */
    public static double compoundAnnualRate(double from, double to, double years) {
        return years > 0 ? Math.pow(fold(from, to), 1 / years) - 1 : Double.NaN;
    }

    /** Years to double at a constant rate: {@code ln 2 / logChangePerYear}; NaN where it does not grow. */
    public static double doublingYears(double logChangePerYear) {
        return logChangePerYear > 0 ? Math.log(2) / logChangePerYear : Double.NaN;
    }

    /** What growth of one period makes in a year, {@code (1 + ratio)^perYear - 1}; NaN below a loss of all. */
    public static double annualised(double ratio, int perYear) {
        return ratio >= -1 ? Math.pow(1 + ratio, perYear) - 1 : Double.NaN;
    }

    /**
     * Growth on the mean of both values, {@code 2 (to - from) / (to + from)}: -2 to 2, the same there and back but for the
     * sign, defined from zero too; NaN where one is negative or both are zero.
     */
    public static double arc(double from, double to) {
        return from >= 0 && to >= 0 && from + to > 0 ? 2 * (to - from) / (to + from) : Double.NaN;
    }

    /** How much faster than before, in percentage points: {@code (ratio - before) * 100}. */
    public static double accelerationPoints(double before, double ratio) {
        return (ratio - before) * 100;
    }

    /**
     * What a part adds to the growth of its total, in percentage points: {@code (to - from) / totalFrom * 100}. Those of
     * all parts add up to the total's growth. NaN unless the total before is positive.
     */
    public static double contributionPoints(double from, double to, double totalFrom) {
        return totalFrom > 0 ? (to - from) / totalFrom * 100 : Double.NaN;
    }
}
