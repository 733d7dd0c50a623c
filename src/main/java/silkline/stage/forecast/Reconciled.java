package silkline.stage.forecast;

import static silkline.table.gold.ForecastTable.MEAN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import silkline.forecast.reconcile.ErrorCorrelation;
import silkline.forecast.reconcile.ErrorCovariance;
import silkline.forecast.reconcile.MinimumTrace;
import silkline.forecast.reconcile.Sum;

/** Forecasts of series from the same origin that were brought to add up, step by step. */
final class Reconciled {
    /** What each forecast may be wrong by at least, as a ratio to it, so that constants can be made to agree too. */
    private static final double LEAST_ERROR = 1e-4;
    /** Of more series than that correlations are left out: there are too few errors to tell them from. */
    private static final int MOST_CORRELATED = 500;

    private final List<SeriesNode> nodes;
    private final List<Sum> sums;
    private final List<List<Integer>> groups;
    private final boolean isPositive;
    /** By node or group, then by step. */
    private final double[][] means;

    private final double[][] groupErrors;

    private Reconciled(List<SeriesNode> nodes, List<Sum> sums, List<List<Integer>> groups) {
        this.nodes = nodes;
        this.sums = sums;
        this.groups = groups;
        int steps = nodes.stream().mapToInt(SeriesNode::horizon).min().orElse(0);
        isPositive = nodes.stream().allMatch(SeriesNode::isPositive);
        means = new double[nodes.size()][steps];
        groupErrors = new double[groups.size()][steps];
        double[][] correlation = groups.isEmpty() || nodes.size() > MOST_CORRELATED
                ? new double[0][]
                : ErrorCorrelation.shrunk(errors(nodes));
        MinimumTrace minimum = MinimumTrace.of(sums);
        for (int step = 1; step <= steps; step++) {
            reconcile(step, minimum, correlation);
        }
    }

    /** {@code sums} and {@code groups} by the places of nodes. */
    static Reconciled of(List<SeriesNode> nodes, List<Sum> sums, List<List<Integer>> groups) {
        return new Reconciled(nodes, sums, groups);
    }

    private void reconcile(int step, MinimumTrace minimum, double[][] correlation) {
        double[] base = nodes.stream()
                .mapToDouble(node -> node.step(step).<Double>getAs(MEAN))
                .toArray();
        double[] errors = IntStream.range(0, base.length)
                .mapToDouble(i -> Math.max(
                        LEAST_ERROR * Math.abs(base[i]),
                        SeriesNode.standardError(nodes.get(i).step(step))))
                .toArray();
        // Correlations of so few errors do not make better means, but better widths of sums.
        ErrorCovariance apart = ErrorCovariance.uncorrelated(errors);
        ErrorCovariance covariance = correlation.length == 0 ? apart : ErrorCovariance.of(errors, correlation);
        double[] reconciled = isPositive ? minimum.reconciledAboveZero(base, apart) : minimum.reconciled(base, apart);
        for (int i = 0; i < base.length; i++) {
            means[i][step - 1] = reconciled[i];
        }
        for (int g = 0; g < groupErrors.length; g++) {
            groupErrors[g][step - 1] = Math.sqrt(covariance.variance(groups.get(g)));
        }
    }

    /** Errors at the origins and steps that all were tested at, a row for each. */
    private static double[][] errors(List<SeriesNode> nodes) {
        List<Map<String, Double>> byNode =
                nodes.stream().map(SeriesNode::errors).toList();
        List<String> common = byNode.get(0).keySet().stream()
                .filter(key -> byNode.stream().allMatch(errors -> errors.containsKey(key)))
                .toList();
        return byNode.stream()
                .map(errors -> common.stream().mapToDouble(errors::get).toArray())
                .toArray(double[][]::new);
    }

    /** Moves the forecasts of all that are in a sum. */
    void move() {
        Set<Integer> moved = new HashSet<>();
        for (Sum sum : sums) {
            moved.add(sum.total());
            moved.addAll(sum.parts());
        }
        moved.forEach(i -> nodes.get(i).move(means[i], isPositive));
    }

    /** The sums of members, once these are moved; {@code placeholders} in the order of the groups. */
    List<SeriesNode> groups(List<SeriesNode> placeholders) {
        List<SeriesNode> made = new ArrayList<>();
        for (int g = 0; g < placeholders.size(); g++) {
            List<SeriesNode> members = groups.get(g).stream().map(nodes::get).toList();
            List<Double> errors = Arrays.stream(groupErrors[g]).boxed().toList();
            made.add(new GroupForecast(placeholders.get(g), members, errors, isPositive).made());
        }
        return made;
    }
}
