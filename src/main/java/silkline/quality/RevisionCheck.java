package silkline.quality;

import java.util.Arrays;

/**
 * Later vintages of a value against earlier ones: another unit ({@link Rule#UNIT_JUMP}), or a revision that is large
 * beside the series' other ones ({@link Rule#REVISION}), in logarithms, or in points where the unit is relative.
 */
final class RevisionCheck {
    private static final int FEWEST = 5;
    private static final double UNIT = 3;
    /** Revisions of a series that is hardly revised are judged as if they were usually of this size. */
    private static final double LEAST_LOG = 0.01;

    private static final double LEAST_POINTS = 0.1;

    private final SeriesRows rows;
    private final DatasetTally tally;
    private final Expectations expected;
    private final boolean isRelative;

    RevisionCheck(SeriesRows rows, DatasetTally tally) {
        this.rows = rows;
        this.tally = tally;
        this.expected = tally.expected();
        this.isRelative = Units.isRelative(rows.id().unitMeasure());
    }

    void run() {
        int[] revised = new int[rows.size()];
        double[] sizes = new double[rows.size()];
        int count = 0;
        for (int row = 1; row < rows.size(); row++) {
            double size = rows.isRevision(row) ? size(row) : Double.NaN;
            if (!Double.isNaN(size) && !isUnitJump(row)) {
                revised[count] = row;
                sizes[count++] = size;
            }
        }
        if (expected.isOn(Rule.REVISION) && count >= FEWEST) {
            revisions(Arrays.copyOf(revised, count), Arrays.copyOf(sizes, count));
        }
    }

    /** NaN where a value is missing, or the two have no ratio. */
    private double size(int row) {
        double before = rows.value(row - 1);
        double after = rows.value(row);
        if (isRelative) {
            return Math.abs(after - before);
        }
        return before > 0 && after > 0 ? Math.abs(Math.log(after / before)) : Double.NaN;
    }

    private boolean isUnitJump(int row) {
        if (isRelative || !expected.isOn(Rule.UNIT_JUMP)) {
            return false;
        }
        double decades = Math.log10(rows.value(row) / rows.value(row - 1));
        double units = Math.rint(decades / UNIT);
        boolean isJump = units != 0
                && Math.abs(units) <= 2
                && Math.abs(decades - UNIT * units) <= expected.limit(Rule.UNIT_JUMP);
        tally.checked(Rule.UNIT_JUMP, 1);
        if (isJump) {
            tally.broken(Rule.UNIT_JUMP, Math.abs(decades), rows, row, () -> "%s, as if in another unit (10^%.0f)"
                    .formatted(revision(row), UNIT * units));
        }
        return isJump;
    }

    private void revisions(int[] revised, double[] sizes) {
        tally.checked(Rule.REVISION, sizes.length);
        double usual = Math.max(Robust.spread(sizes, 0), isRelative ? LEAST_POINTS : LEAST_LOG);
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] > expected.limit(Rule.REVISION) * usual) {
                int row = revised[i];
                tally.broken(
                        Rule.REVISION, sizes[i] / usual, rows, row, () -> "%s, where revisions usually stay within %s"
                                .formatted(revision(row), usualText(2 * usual)));
            }
        }
    }

    private String usualText(double size) {
        return isRelative
                ? SeriesCheck.figure(size, 3) + " points"
                : SeriesCheck.figure(100 * Math.expm1(size), 3) + " percent";
    }

    private String revision(int row) {
        return "%s: %s is %s as published %s, after %s"
                .formatted(
                        rows.id(),
                        rows.periodText(row),
                        SeriesCheck.figure(rows.value(row)),
                        rows.publishedText(row),
                        SeriesCheck.figure(rows.value(row - 1)));
    }
}
