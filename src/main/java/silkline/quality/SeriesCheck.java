package silkline.quality;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import silkline.series.Period;

/** Holds the rules about values and series against one series. */
final class SeriesCheck {
    /** A series with more zeros than this among its values is one that has zeros. */
    private static final double MOST_ZEROS = 0.2;

    private static final int GAPS_TOLD = 5;

    private final SeriesRows rows;
    private final DatasetTally tally;
    private final Expectations expected;
    private final int[] believed;

    SeriesCheck(SeriesRows rows, DatasetTally tally) {
        this.rows = rows;
        this.tally = tally;
        this.expected = tally.expected();
        this.believed = rows.believed();
    }

    void run() {
        notePeriods();
        if (expected.isOn(Rule.GAPS) && rows.frequency().isConsecutive()) {
            gaps();
        }
        if (expected.isOn(Rule.RANGE)) {
            range();
        }
        if (expected.isOn(Rule.ZERO_FOR_MISSING)) {
            zeros();
        }
        new JumpCheck(rows, believed, tally).run();
        new RevisionCheck(rows, tally).run();
    }

    /** What the rules about the whole dataset need to know. */
    private void notePeriods() {
        long lastDay = Long.MIN_VALUE;
        for (int row : believed) {
            if (!Double.isNaN(rows.value(row))) {
                Period period = new Period(rows.frequency(), rows.period(row));
                lastDay = Math.max(lastDay, period.end().toEpochDay());
                tally.covers(rows.id().refArea(), period.year());
            }
        }
        tally.seen(lastDay);
    }

    private void gaps() {
        if (believed.length < 2) {
            return;
        }
        tally.checked(Rule.GAPS, 1);
        int first = rows.period(believed[0]);
        int last = rows.period(believed[believed.length - 1]);
        int missing = last - first + 1 - believed.length;
        if (missing > 0) {
            tally.broken(Rule.GAPS, missing, "", () -> gapText(missing));
        }
    }

    private String gapText(int missing) {
        StringBuilder text = new StringBuilder(
                "%s: %d of %d periods left out:".formatted(rows.id(), missing, missing + believed.length));
        int told = 0;
        for (int i = 1; i < believed.length && told < GAPS_TOLD; i++) {
            for (int gap = rows.period(believed[i - 1]) + 1;
                    gap < rows.period(believed[i]) && told < GAPS_TOLD;
                    gap++) {
                text.append(' ').append(new Period(rows.frequency(), gap));
                told++;
            }
        }
        return text.append(told < missing ? " ..." : "").toString();
    }

    private void range() {
        Expectations.Range range = expected.range(
                rows.id().indicator(), rows.id().flow(), rows.id().unitMeasure());
        if (range.isOpen()) {
            return;
        }
        long checked = 0;
        for (int row = 0; row < rows.size(); row++) {
            double value = rows.value(row);
            if (Double.isNaN(value)) {
                continue;
            }
            checked++;
            if (!range.holds(value)) {
                int at = row;
                double weight = value < range.low() ? range.low() - value : value - range.high();
                tally.broken(Rule.RANGE, weight, rows, row, () -> "%s: %s is %s, outside %s to %s"
                        .formatted(
                                rows.id(),
                                rows.periodText(at),
                                figure(value),
                                figure(range.low()),
                                figure(range.high())));
            }
        }
        tally.checked(Rule.RANGE, checked);
    }

    /** Zeros that are rare in their series and stand beside values of its usual size. */
    private void zeros() {
        double[] positive = new double[believed.length];
        int count = 0;
        int zeros = 0;
        for (int row : believed) {
            double value = rows.value(row);
            if (value > 0) {
                positive[count++] = value;
            } else if (value == 0) {
                zeros++;
            }
        }
        tally.checked(Rule.ZERO_FOR_MISSING, count + zeros);
        if (zeros == 0 || zeros > MOST_ZEROS * (count + zeros)) {
            return;
        }
        double usual = Robust.median(Arrays.copyOf(positive, count));
        for (int i = 0; i < believed.length; i++) {
            if (rows.value(believed[i]) == 0) {
                zero(i, usual);
            }
        }
    }

    private void zero(int at, double usual) {
        double before = at == 0 ? Double.POSITIVE_INFINITY : rows.value(believed[at - 1]);
        double after = at == believed.length - 1 ? Double.POSITIVE_INFINITY : rows.value(believed[at + 1]);
        double neighbour = Math.min(before, after);
        if (neighbour >= expected.limit(Rule.ZERO_FOR_MISSING) * usual) {
            tally.broken(Rule.ZERO_FOR_MISSING, neighbour / usual, rows, believed[at], () -> "%s: %s is 0 beside %s"
                    .formatted(rows.id(), rows.periodText(believed[at]), figure(neighbour)));
        }
    }

    /** A figure with six digits, without an exponent. */
    static String figure(double value) {
        return figure(value, 6);
    }

    static String figure(double value, int digits) {
        return Double.isInfinite(value)
                ? "any"
                : new BigDecimal(value)
                        .round(new MathContext(digits))
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
