package silkline.stage.forecast;

import static silkline.table.gold.BacktestTable.ERROR;
import static silkline.table.gold.ForecastTable.HORIZON;
import static silkline.table.gold.ForecastTable.IS_SELECTED;
import static silkline.table.gold.ForecastTable.MEAN;
import static silkline.table.gold.ForecastTable.MODEL_USED;
import static silkline.table.gold.ForecastTable.ORIGIN;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import silkline.forecast.Normal;
import silkline.forecast.reconcile.ErrorCorrelation;
import silkline.forecast.reconcile.MinimumTrace;
import silkline.table.gold.AccuracyTable;
import silkline.table.gold.ForecastTable;

/** A total and its parts: results of {@link ForecastStage#results}, the total first. */
final class SeriesHierarchy {
    /** Parts and total of the past may differ by this share of the total. */
    private static final double TOLERANCE = 0.005;

    private static final double LEVEL = 0.8;
    private static final String[] BOUNDS = {
        ForecastTable.LO50,
        ForecastTable.HI50,
        ForecastTable.LO80,
        ForecastTable.HI80,
        ForecastTable.LO95,
        ForecastTable.HI95
    };

    private final List<Row> all = new ArrayList<>();
    private final int width;
    private final List<Row> members = new ArrayList<>();

    /** {@code width}: the number of columns of a result; those behind them say what place it has. */
    SeriesHierarchy(Iterator<Row> rows, int width, String isTotal) {
        this.width = width;
        rows.forEachRemaining(all::add);
        if (all.get(0).<Boolean>getAs(isTotal)) {
            String origin = origin(all.get(0));
            all.stream()
                    .filter(row -> !origin.isEmpty() && origin(row).equals(origin))
                    .forEach(members::add);
        }
    }

    /** The results, reconciled where the hierarchy was complete; in the shape of a result. */
    List<Row> rows() {
        Map<Row, Row[]> changed = members.size() > 1 && isComplete() ? reconciled() : Map.of();
        return all.stream().map(row -> result(row, changed.get(row))).toList();
    }

    private Row result(Row row, Row[] forecasts) {
        Object[] cells = new Object[width];
        for (int i = 0; i < width; i++) {
            cells[i] = row.get(i);
        }
        if (forecasts != null) {
            cells[row.fieldIndex(ForecastStage.FORECASTS)] = forecasts;
        }
        return RowFactory.create(cells);
    }

    /** Whether the last values of the parts, each of the same periods, add up to those of the total. */
    private boolean isComplete() {
        List<Double> total = members.get(0).getList(members.get(0).fieldIndex(ForecastStage.RECENT));
        for (int t = 0; t < total.size(); t++) {
            double sum = 0;
            for (Row part : members.subList(1, members.size())) {
                List<Double> values = part.getList(part.fieldIndex(ForecastStage.RECENT));
                int at = values.size() - total.size() + t;
                sum += at < 0 || values.get(at) == null ? 0 : values.get(at);
            }
            if (total.get(t) == null || !(Math.abs(sum - total.get(t)) <= TOLERANCE * Math.abs(total.get(t)))) {
                return false;
            }
        }
        return true;
    }

    private Map<Row, Row[]> reconciled() {
        Map<Row, Row[]> changed = new LinkedHashMap<>();
        members.forEach(row -> changed.put(row, forecasts(row).toArray(Row[]::new)));
        double[][] correlation = ErrorCorrelation.shrunk(errors());
        MinimumTrace minimum = MinimumTrace.totalOf(members.size() - 1);
        int steps = (int) forecasts(members.get(0)).stream()
                .filter(SeriesHierarchy::counts)
                .count();
        for (int step = 1; step <= steps; step++) {
            reconcile(changed, step, correlation, minimum);
        }
        return changed;
    }

    private void reconcile(Map<Row, Row[]> changed, int step, double[][] correlation, MinimumTrace minimum) {
        int n = members.size();
        Row[] old = new Row[n];
        double[] base = new double[n];
        double[][] covariance = new double[n][n];
        boolean isPositive = true;
        for (int i = 0; i < n; i++) {
            old[i] = at(members.get(i), step);
            base[i] = old[i].<Double>getAs(MEAN);
            isPositive &= old[i].<Double>getAs(ForecastTable.LO95) >= 0;
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                covariance[i][j] = correlation[i][j] * standardError(old[i]) * standardError(old[j]);
            }
        }
        double[] mean =
                isPositive ? minimum.reconciledAboveZero(base, covariance) : minimum.reconciled(base, covariance);
        double[] variances = minimum.variances(covariance);
        for (int i = 0; i < n; i++) {
            double narrower = covariance[i][i] > 0 ? Math.sqrt(variances[i] / covariance[i][i]) : 1;
            Row[] rows = changed.get(members.get(i));
            double share = mean[0] > 0 ? mean[i] / mean[0] : Double.NaN;
            // What is made here has no names of columns, so looking up is done in the rows as they came.
            rows[forecasts(members.get(i)).indexOf(old[i])] = moved(old[i], mean[i], narrower, isPositive, share);
        }
    }

    /** The row with its interval moved along with the mean and made narrower. */
    private static Row moved(Row row, double mean, double narrower, boolean isPositive, double share) {
        Object[] cells = new Object[row.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = row.get(i);
        }
        double old = row.<Double>getAs(MEAN);
        DoubleUnaryOperator move = bound -> {
            double moved = mean + narrower * (bound - old);
            return isPositive ? Math.max(0, moved) : moved;
        };
        for (String bound : BOUNDS) {
            cells[row.fieldIndex(bound)] = move.applyAsDouble(row.<Double>getAs(bound));
        }
        int further = row.fieldIndex(ForecastTable.INTERVALS);
        if (!row.isNullAt(further)) {
            cells[further] = row.<Row>getList(further).stream()
                    .map(interval -> RowFactory.create(
                            interval.getDouble(0),
                            move.applyAsDouble(interval.getDouble(1)),
                            move.applyAsDouble(interval.getDouble(2))))
                    .toArray();
        }
        cells[row.fieldIndex(MEAN)] = mean;
        cells[row.fieldIndex(ForecastTable.SHARE_RATIO)] = Double.isNaN(share) ? null : share;
        return RowFactory.create(cells);
    }

    /** Errors of the models used at the origins and steps that all members were tested at, a row a member. */
    private double[][] errors() {
        List<Map<String, Double>> byMember = new ArrayList<>();
        for (Row member : members) {
            String used = forecasts(member).get(0).getAs(MODEL_USED);
            Map<String, Double> errors = new LinkedHashMap<>();
            for (Row row : member.<Row>getList(member.fieldIndex(ForecastStage.BACKTESTS))) {
                if (row.getAs(AccuracyTable.MODEL).equals(used)) {
                    errors.put(row.getAs(ORIGIN) + "+" + row.getAs(HORIZON), row.getAs(ERROR));
                }
            }
            byMember.add(errors);
        }
        List<String> common = byMember.get(0).keySet().stream()
                .filter(key -> byMember.stream().allMatch(errors -> errors.containsKey(key)))
                .toList();
        return byMember.stream()
                .map(errors -> common.stream().mapToDouble(errors::get).toArray())
                .toArray(double[][]::new);
    }

    private static double standardError(Row row) {
        double width = row.<Double>getAs(ForecastTable.HI80) - row.<Double>getAs(ForecastTable.LO80);
        return width / 2 / Normal.quantile((1 + LEVEL) / 2);
    }

    private static Row at(Row member, int step) {
        return forecasts(member).stream()
                .filter(row -> counts(row) && row.<Integer>getAs(HORIZON) == step)
                .findFirst()
                .orElseThrow();
    }

    private static boolean counts(Row row) {
        return row.<Boolean>getAs(IS_SELECTED) && row.<Integer>getAs(HORIZON) > 0;
    }

    /** The last period that the forecast of a result rests on; empty where there is none. */
    private static String origin(Row result) {
        return forecasts(result).stream()
                .filter(SeriesHierarchy::counts)
                .findFirst()
                .map(row -> row.<String>getAs(ORIGIN))
                .orElse("");
    }

    private static List<Row> forecasts(Row result) {
        return result.getList(result.fieldIndex(ForecastStage.FORECASTS));
    }
}
