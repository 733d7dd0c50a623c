package silkline.quality;

import java.util.Arrays;

/**
 * Changes that are too large for the series: by a power of a thousand ({@link Rule#UNIT_JUMP}) or far outside what it
 * otherwise does ({@link Rule#GROWTH_JUMP}). Only positive values are compared; steps are measured in powers of ten.
 */
final class JumpCheck {
    /** Fewer steps say nothing about what is usual. */
    private static final int FEWEST_STEPS = 4;

    private static final int FEWEST_CHANGES = 8;
    /** Thousand and million. */
    private static final int UNIT = 3;

    private static final int MOST_UNITS = 2;
    /** Where steps usually differ by more, in powers of ten, a factor of a thousand proves no other unit. */
    private static final double MOST_NOISE = 0.12;

    private static final double WIDEST = 0.15;
    /** A series in which more than one step in this many has such a size is a wild one. */
    private static final int STEPS_PER_JUMP = 5;

    private static final double NOISE_FACTOR = 4;
    /** Changes of a series that hardly moves are judged as if they differed by this much, in powers of ten. */
    private static final double LEAST_SPREAD = 0.05;

    /** Smaller changes, in powers of ten, are not asked about exchange rates. */
    private static final double LEAST_SWAP = ExchangeRates.LEAST_DECADES - ExchangeRates.TOLERANCE;

    private final SeriesRows rows;
    private final DatasetTally tally;
    private final Expectations expected;
    private final int[] points;
    private final double[] steps;
    private final double[] decades;

    JumpCheck(SeriesRows rows, int[] believed, DatasetTally tally) {
        this.rows = rows;
        this.tally = tally;
        this.expected = tally.expected();
        this.points = Arrays.stream(believed).filter(row -> rows.value(row) > 0).toArray();
        this.decades = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            decades[i] = Math.log10(rows.value(points[i]));
        }
        this.steps = new double[Math.max(points.length - 1, 0)];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = decades[i + 1] - decades[i];
        }
    }

    void run() {
        String unit = rows.id().unitMeasure();
        if (!rows.frequency().isConsecutive() || Units.isRelative(unit)) {
            return;
        }
        boolean[] isUnitJump = new boolean[steps.length];
        if (steps.length >= FEWEST_STEPS) {
            units(isUnitJump);
        }
        growth(isUnitJump);
    }

    private void units(boolean[] isUnitJump) {
        double[] folded = new double[steps.length];
        for (int i = 0; i < steps.length; i++) {
            folded[i] = steps[i] - UNIT * Math.rint(steps[i] / UNIT);
        }
        double usual = Robust.median(folded);
        double noise = Robust.spread(folded, usual);
        if (expected.isOn(Rule.UNIT_JUMP)) {
            tally.checked(Rule.UNIT_JUMP, points.length);
        }
        if (noise > MOST_NOISE) {
            return;
        }
        double tolerance = Math.max(expected.limit(Rule.UNIT_JUMP), Math.min(NOISE_FACTOR * noise, WIDEST));
        int[] scale = new int[points.length];
        int jumps = 0;
        for (int i = 0; i < steps.length; i++) {
            double beyond = steps[i] - usual;
            int units = (int) Math.rint(beyond / UNIT);
            isUnitJump[i] = units != 0
                    && Math.abs(units) <= MOST_UNITS
                    && Math.abs(beyond - UNIT * units) <= tolerance
                    && !rows.isBreak(points[i + 1]);
            scale[i + 1] = scale[i] + (isUnitJump[i] ? units : 0);
            jumps += isUnitJump[i] ? 1 : 0;
        }
        if (jumps > Math.max(2, steps.length / STEPS_PER_JUMP)) {
            Arrays.fill(isUnitJump, false);
        } else if (jumps > 0 && expected.isOn(Rule.UNIT_JUMP)) {
            tellUnits(scale);
        }
    }

    /** The scale of most points is the right one, of equally many that of the earlier ones. */
    private void tellUnits(int[] scale) {
        int right = scale[0];
        for (int candidate : scale) {
            if (count(scale, candidate) > count(scale, right)) {
                right = candidate;
            }
        }
        for (int i = 0; i < points.length; i++) {
            if (scale[i] != right) {
                int power = UNIT * (scale[i] - right);
                int other = neighbour(scale, i, right);
                int at = i;
                tally.broken(Rule.UNIT_JUMP, Math.abs(power), rows, points[i], () -> "%s, as if in another unit (10^%d)"
                        .formatted(change(at, other), power));
            }
        }
    }

    private static int count(int[] scale, int wanted) {
        int count = 0;
        for (int one : scale) {
            count += one == wanted ? 1 : 0;
        }
        return count;
    }

    /** The nearest point of the right scale, the earlier of two. */
    private static int neighbour(int[] scale, int at, int right) {
        for (int distance = 1; distance < scale.length; distance++) {
            if (at - distance >= 0 && scale[at - distance] == right) {
                return at - distance;
            }
            if (at + distance < scale.length && scale[at + distance] == right) {
                return at + distance;
            }
        }
        throw new IllegalArgumentException("no point has the scale " + right);
    }

    private void growth(boolean[] isUnitJump) {
        double[] changes = new double[steps.length];
        int count = 0;
        for (int i = 0; i < steps.length; i++) {
            if (isChange(i, isUnitJump)) {
                changes[count++] = steps[i];
            }
        }
        if (count < FEWEST_CHANGES) {
            return;
        }
        if (expected.isOn(Rule.GROWTH_JUMP)) {
            tally.checked(Rule.GROWTH_JUMP, count);
        }
        double[] judged = Arrays.copyOf(changes, count);
        double usual = Robust.median(judged);
        double spread = Math.max(Robust.spread(judged, usual), LEAST_SPREAD);
        double limit = expected.limit(Rule.GROWTH_JUMP) * spread;
        for (int i = 0; i < steps.length; i++) {
            double beyond = steps[i] - usual;
            if (isChange(i, isUnitJump) && Math.abs(beyond) > limit) {
                tellGrowth(i, Math.abs(beyond) / spread, usual, spread);
                boolean isSpike = i + 1 < steps.length
                        && isChange(i + 1, isUnitJump)
                        && Math.abs(steps[i + 1] - usual) > limit
                        && (steps[i + 1] - usual) * beyond < 0;
                if (isSpike) {
                    i++; // the way back belongs to the same value
                }
            }
        }
    }

    /** Whether a step is from one period to the next, without a break or another unit. */
    private boolean isChange(int step, boolean[] isUnitJump) {
        int from = points[step];
        int to = points[step + 1];
        return rows.period(to) - rows.period(from) == 1 && !isUnitJump[step] && !rows.isBreak(to);
    }

    private void tellGrowth(int step, double weight, double usual, double spread) {
        String text = "%s, where the series usually changes by a factor of %s to %s"
                .formatted(
                        change(step + 1, step),
                        SeriesCheck.figure(Math.pow(10, usual - 2 * spread), 3),
                        SeriesCheck.figure(Math.pow(10, usual + 2 * spread), 3));
        int row = points[step + 1];
        boolean isSmooth = spread <= MOST_NOISE;
        if (isSmooth && Units.isCurrency(rows.id().unitMeasure()) && Math.abs(steps[step]) >= LEAST_SWAP) {
            tally.suspect(weight, steps[step], rows, row, text);
        } else if (expected.isOn(Rule.GROWTH_JUMP)) {
            tally.broken(Rule.GROWTH_JUMP, weight, rows, row, () -> text);
        }
    }

    private String change(int at, int other) {
        double ratio = rows.value(points[at]) / rows.value(points[other]);
        return "%s: %s is %s, %s times the %s of %s"
                .formatted(
                        rows.id(),
                        rows.periodText(points[at]),
                        SeriesCheck.figure(rows.value(points[at])),
                        SeriesCheck.figure(ratio, 4),
                        SeriesCheck.figure(rows.value(points[other])),
                        rows.periodText(points[other]));
    }
}
