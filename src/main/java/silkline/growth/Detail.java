package silkline.growth;

import java.util.Arrays;

/**
 * The measures of growth of one series that need more than two of its values. Positions count the consecutive periods from the
 * first value; values are NaN in gaps. Where a break lies after the first period that a measure looks at, there is none.
 */
public final class Detail {
    private final double[] values;
    private final double[] logs;
    private final int[] lastBreak;
    private final int start;
    private final int perYear;
    private final Kind kind;
    private final int baseYearAt;
    private final double[] rebased;

    /** What the values are, which decides what may be asked of them. */
    public enum Kind {
        /** Amounts of consecutive periods. */
        CONSECUTIVE,
        /** Amounts of the same range of months, year by year, that begins in January. */
        FROM_JANUARY,
        /** Amounts of the same range of months, year by year, of another month. */
        RANGE,
        /** Rates and indices on the year before, whose ratio says nothing. */
        RATE
    }

    /**
     * A series whose first value is of the period with the index {@code start}, which is a multiple of {@code perYear} for
     * the first period of a year. Of ranges of months one series has one range of each year, so {@code perYear} is 1.
     *
     * @param isBreak whether the source marks a break at the value
     */
    public Detail(double[] values, boolean[] isBreak, int start, int perYear, Kind kind) {
        this.values = values.clone();
        this.start = start;
        this.perYear = perYear;
        this.kind = kind;
        logs = Trend.logs(values);
        lastBreak = new int[values.length];
        for (int at = 0; at < values.length; at++) {
            lastBreak[at] = isBreak[at] ? at : at == 0 ? Integer.MIN_VALUE : lastBreak[at - 1];
        }
        baseYearAt = firstFullYear();
        rebased = baseYearAt < 0 ? new double[0] : Rebased.index(values, baseYearAt, baseYearAt + perYear - 1);
    }

    /** A series without a value. */
    public static Detail none() {
        return new Detail(new double[0], new boolean[0], 0, 1, Kind.CONSECUTIVE);
    }

    private double value(int index) {
        int at = index - start;
        return at >= 0 && at < values.length ? values[at] : Double.NaN;
    }

    /** The value at a position, NaN in a gap. */
    public double valueAt(int at) {
        return values[at];
    }

    /** {@link Growth#annualised} growth on the period before. */
    public Measured annualised(int at) {
        Compared compared = new Compared(before(at, 1), values[at]);
        Measured ratio = neighbours(at, at - 1, compared);
        return new Measured(Growth.annualised(ratio.value(), perYear), ratio.reason());
    }

    /** {@link Growth#arc} growth on the period before, which has an answer from zero too. */
    public Measured arc(int at) {
        Compared compared = new Compared(before(at, 1), values[at]);
        String none = obstacle(at, at - 1, true);
        double arc = Growth.arc(compared.from(), compared.to());
        return none.isEmpty() && !Double.isNaN(arc) ? new Measured(arc, "") : because(none, compared.reason());
    }

    /** {@link Growth#accelerationPoints}: growth on the year before, against that of the period before. */
    public Measured acceleration(int at) {
        Measured now = neighbours(at, at - perYear - 1, new Compared(before(at, perYear), values[at]));
        Compared earlier = new Compared(before(at, perYear + 1), before(at, 1));
        if (!now.reason().isEmpty()) {
            return now;
        }
        double points = Growth.accelerationPoints(earlier.ratio(), now.value());
        return Double.isNaN(points)
                ? Measured.none(Double.isNaN(earlier.to()) ? Reason.BASE_MISSING : Reason.valueOf(earlier.reason()))
                : new Measured(points, "");
    }

    /** {@link Windows#yearToDate}; of a range that begins in January its growth on the year before. */
    public Measured yearToDate(int at) {
        if (kind == Kind.RANGE) {
            return Measured.none(Reason.PARTIAL_PERIOD);
        }
        int position = Math.floorMod(start + at, perYear) + 1;
        Compared compared = Windows.yearToDate(values, at, perYear, position);
        return summed(at, at - perYear - position + 1, compared, false);
    }

    /** {@link Windows#rollingYear}. */
    public Measured rollingYear(int at) {
        return summed(at, at - 2 * perYear + 1, Windows.rollingYear(values, at, perYear), true);
    }

    /** {@link Windows#momentum}: three periods on the three before. */
    public Measured momentum(int at) {
        return summed(at, at - 5, Windows.momentum(values, at), true);
    }

    /** {@link Windows#carryOver}. */
    public Measured carryOver(int at) {
        return neighbours(at, at - perYear + 1, Windows.carryOver(values, at, perYear));
    }

    /** {@link Windows#baseEffect}, in log points. */
    public Measured baseEffect(int at) {
        String none = obstacle(at, at - perYear - 1, true);
        double effect = Windows.baseEffect(values, at, perYear);
        Compared base = new Compared(before(at, perYear + 1), before(at, perYear));
        String missing = Double.isNaN(base.to()) ? Reason.BASE_MISSING.name() : base.reason();
        return none.isEmpty() && !Double.isNaN(effect)
                ? new Measured(effect, "")
                : because(none, missing.isEmpty() ? Reason.BASE_ZERO.name() : missing);
    }

    /**
     * {@link Growth#contributionPoints} to the growth of {@code total} on the year before, in percentage points; that of the
     * total itself is its growth.
     */
    public Measured contribution(int at, Detail total) {
        double from = before(at, perYear);
        int totalAt = start + at - total.start;
        double totalFrom = total.value(start + at - perYear);
        String none = obstacle(at, at - perYear, false);
        if (!none.isEmpty() || Double.isNaN(from)) {
            return because(none, Reason.BASE_MISSING.name());
        }
        if (Double.isNaN(totalFrom) || Double.isNaN(total.value(start + at))) {
            return Measured.none(Reason.TOTAL_MISSING);
        }
        double points = Growth.contributionPoints(from, values[at], totalFrom);
        return total.lastBreak[totalAt] > totalAt - perYear
                ? Measured.none(Reason.BREAK)
                : new Measured(points, new Compared(totalFrom, 0).reason());
    }

    /**
     * What the contributions of the parts leave of the growth of this total, in percentage points: a part that is unknown
     * for one of the two years leaves all of its own. NaN where the total has no growth.
     */
    public double residual(int at, Iterable<Detail> parts) {
        double left = contribution(at, this).value();
        for (Detail part : parts) {
            int partAt = start + at - part.start;
            boolean isIn = partAt >= 0 && partAt < part.values.length;
            double points = isIn ? part.contribution(partAt, this).value() : Double.NaN;
            left -= Double.isNaN(points) ? 0 : points;
        }
        return left;
    }

    /** {@link Rebased}: the mean of {@link #baseYear} is 100. */
    public Measured index(int at) {
        if (baseYearAt < 0) {
            return because(obstacle(at, at, false), Reason.TOO_SHORT.name());
        }
        int first = Math.min(at, baseYearAt);
        boolean isBroken = lastBreak[Math.max(at, baseYearAt + perYear - 1)] > first;
        String none = obstacle(at, first, false);
        return none.isEmpty() && !isBroken ? new Measured(rebased[at], "") : because(none, Reason.BREAK.name());
    }

    /** The first year whose periods all have a value, and a positive mean; 0 where there is none. */
    public int baseYear() {
        return baseYearAt < 0 ? 0 : Math.floorDiv(start + baseYearAt, perYear);
    }

    /**
     * The growth that fits all values of the last {@code years} years best, with the value so long ago the first of them;
     * all NaN where {@link #trendReason} says why.
     */
    public Trend trend(int at, int years) {
        int first = at - years * perYear;
        boolean isPossible = first >= 0 && obstacle(at, first, true).isEmpty();
        return isPossible ? Trend.ofLogs(logs, first, at) : new Trend(Double.NaN, Double.NaN, Double.NaN);
    }

    /** Why a {@link #trend} is NaN. */
    public String trendReason(int at, int years) {
        int first = at - years * perYear;
        boolean isPositive = first < 0 || Arrays.stream(logs, first, at + 1).noneMatch(Double::isInfinite);
        return because(obstacle(at, first, true), (isPositive ? Reason.TOO_SHORT : Reason.NOT_POSITIVE).name())
                .reason();
    }

    /** Growth a year of a {@link #trend}, a ratio. */
    public double trendRatio(Trend trend) {
        return trend.annualRatio(perYear);
    }

    private double before(int at, int periods) {
        return at >= periods ? values[at - periods] : Double.NaN;
    }

    private int firstFullYear() {
        for (int at = Math.floorMod(-start, perYear); at + perYear <= values.length; at += perYear) {
            if (Windows.sum(values, at + perYear - 1, perYear) > 0) {
                return at;
            }
        }
        return -1;
    }

    /** A change of two values that consecutive periods alone have. */
    private Measured neighbours(int at, int first, Compared compared) {
        String none = obstacle(at, first, true);
        return none.isEmpty() ? new Measured(compared.ratio(), compared.reason()) : because(none, none);
    }

    /** A change of two sums, of which the later one holds the value itself. */
    private Measured summed(int at, int first, Compared compared, boolean needsNeighbours) {
        String none = obstacle(at, first, needsNeighbours);
        return none.isEmpty() && Double.isNaN(compared.to())
                ? Measured.none(Reason.PARTIAL_PERIOD)
                : none.isEmpty() ? new Measured(compared.ratio(), compared.reason()) : because(none, none);
    }

    private static Measured because(String first, String otherwise) {
        return new Measured(Double.NaN, first.isEmpty() ? otherwise : first);
    }

    /** Why nothing can be said from {@code first} to {@code at}; empty text where something can. */
    private String obstacle(int at, int first, boolean needsNeighbours) {
        if (kind == Kind.RATE) {
            return Reason.ALREADY_A_RATE.name();
        }
        if (Double.isNaN(values[at])) {
            return Reason.VALUE_MISSING.name();
        }
        if (needsNeighbours && kind != Kind.CONSECUTIVE) {
            return Reason.NO_PREVIOUS_PERIOD.name();
        }
        return lastBreak[at] > first ? Reason.BREAK.name() : "";
    }
}
