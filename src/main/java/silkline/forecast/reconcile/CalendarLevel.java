package silkline.forecast.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import silkline.forecast.Forecast;
import silkline.forecast.Forecaster;
import silkline.forecast.Normal;

/** The periods of one length that the periods of a series make up, and what a model says of the next ones by itself. */
final class CalendarLevel {
    /** The coverage that standard errors are read from. */
    private static final double LEVEL = 0.8;

    private static final double NEXT_TO_NOTHING = 1e-9;
    /**
     * Intervals of quarters and years are those of the model times this, since shorter periods had their say too, and times
     * the share that is ahead: so they covered what they say on the odd-numbered series of the M3 competition.
     */
    private static final double NARROWER = 0.9;

    private final int perYear;
    /** Periods of the series in one of this level. */
    private final int size;
    /** How many periods of the one under way are over. */
    private final int known;

    private final double knownSum;
    private final Forecast base;

    private CalendarLevel(int perYear, int size, int known, double knownSum, Forecast base) {
        this.perYear = perYear;
        this.size = size;
        this.known = known;
        this.knownSum = knownSum;
        this.base = base;
    }

    /**
     * What {@code model} says of the periods of this level among the next {@code ahead} of the series; none where it needs
     * more of them than are over.
     */
    static List<CalendarLevel> asked(
            InTime time, double[] history, int season, int perYear, int ahead, double[] coverages) {
        int size = season / perYear;
        int start = Math.floorMod(-time.firstPosition(), size);
        int blocks = Math.max(0, (history.length - start) / size);
        Forecaster model = time.model();
        if (blocks < model.minimumLength(perYear)) {
            return List.of();
        }
        double[] sums = new double[blocks];
        for (int t = 0; t < blocks * size; t++) {
            sums[t / size] += history[start + t];
        }
        int known = history.length - start - blocks * size;
        double knownSum =
                Arrays.stream(history, history.length - known, history.length).sum();
        double[] asked = Arrays.copyOf(coverages, coverages.length + 1);
        asked[coverages.length] = LEVEL;
        Forecast base = model.forecast(sums, perYear, (known + ahead) / size, asked);
        return List.of(new CalendarLevel(perYear, size, known, knownSum, base));
    }

    /** The levels with forecasts that agree, of the periods that end within {@code horizon}; the series itself is first. */
    static List<InTime.Level> reconciled(List<CalendarLevel> levels, int horizon, boolean isAmount) {
        int nodes = levels.stream().mapToInt(level -> level.base.horizon()).sum();
        List<double[]> constraints = new ArrayList<>();
        double[] base = new double[nodes];
        double[] standardErrors = new double[nodes];
        double least = leastVariance(levels);
        int node = 0;
        for (CalendarLevel level : levels) {
            for (int step = 1; step <= level.base.horizon(); step++) {
                base[node] = level.base.mean(step) - level.knownWithin(step);
                standardErrors[node] = Math.sqrt(level.variance(step) + least * level.size);
                if (node >= levels.get(0).base.horizon()) {
                    constraints.add(level.sum(node, step, nodes));
                }
                node++;
            }
        }
        MinimumTrace minimum = new MinimumTrace(constraints.toArray(double[][]::new));
        ErrorCovariance errors = ErrorCovariance.uncorrelated(standardErrors);
        double[] agreed = isAmount ? minimum.reconciledAboveZero(base, errors) : minimum.reconciled(base, errors);
        List<InTime.Level> results = new ArrayList<>();
        int first = 0;
        for (CalendarLevel level : levels) {
            int steps = (level.known + horizon) / level.size;
            double[] unknown = Arrays.copyOfRange(agreed, first, first + steps);
            results.add(new InTime.Level(level.perYear, level.moved(unknown, isAmount)));
            first += level.base.horizon();
        }
        return results;
    }

    /** Next to nothing for each period, so that forecasts without an error can be made to agree too. */
    private static double leastVariance(List<CalendarLevel> levels) {
        double largest = 0;
        for (CalendarLevel level : levels) {
            for (int step = 1; step <= level.base.horizon(); step++) {
                largest = Math.max(largest, level.variance(step));
            }
        }
        return largest > 0 ? NEXT_TO_NOTHING * largest : 1;
    }

    /** Of the error that the model states. */
    private double variance(int step) {
        int last = base.levels().length - 1;
        double standardError = (base.upper(last, step) - base.lower(last, step)) / 2 / Normal.quantile((1 + LEVEL) / 2);
        return standardError * standardError;
    }

    /** The sum of what is over of the period at {@code step}. */
    private double knownWithin(int step) {
        return step == 1 ? knownSum : 0;
    }

    /** One for the period at {@code step}, minus one for each period of the series that is ahead and part of it. */
    private double[] sum(int node, int step, int nodes) {
        double[] row = new double[nodes];
        Arrays.fill(row, Math.max(0, (step - 1) * size - known), step * size - known, -1);
        row[node] = 1;
        return row;
    }

    private double narrower(int step) {
        double ahead = step == 1 ? (double) (size - known) / size : 1;
        return size == 1 ? 1 : NARROWER * ahead;
    }

    /** The forecast with its intervals moved along, and narrower where more is known than the model was told. */
    private Forecast moved(double[] unknown, boolean isAmount) {
        double[] levels = Arrays.copyOf(base.levels(), base.levels().length - 1);
        double[] mean = new double[unknown.length];
        double[][] lower = new double[levels.length][unknown.length];
        double[][] upper = new double[levels.length][unknown.length];
        for (int step = 1; step <= unknown.length; step++) {
            double over = knownWithin(step);
            double narrower = narrower(step);
            mean[step - 1] = over + unknown[step - 1];
            double least = isAmount && known > 0 && step == 1 ? over : Double.NEGATIVE_INFINITY;
            for (int i = 0; i < levels.length; i++) {
                double below = narrower * (base.lower(i, step) - base.mean(step));
                double above = narrower * (base.upper(i, step) - base.mean(step));
                lower[i][step - 1] = Math.max(least, mean[step - 1] + below);
                upper[i][step - 1] = mean[step - 1] + above;
            }
        }
        return Forecast.of(mean, lower, upper, levels);
    }
}
