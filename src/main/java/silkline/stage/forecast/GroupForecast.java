package silkline.stage.forecast;

import static silkline.table.gold.ForecastTable.FALLBACK_REASON;
import static silkline.table.gold.ForecastTable.FILLED;
import static silkline.table.gold.ForecastTable.INTERVALS;
import static silkline.table.gold.ForecastTable.IS_FLOORED;
import static silkline.table.gold.ForecastTable.MEAN;
import static silkline.table.gold.ForecastTable.MODEL_REQUESTED;
import static silkline.table.gold.ForecastTable.MODEL_USED;
import static silkline.table.gold.ForecastTable.OBSERVATIONS;
import static silkline.table.gold.ForecastTable.RECONCILED;
import static silkline.table.gold.ForecastTable.SHARE_RATIO;
import static silkline.table.gold.ForecastTable.TRAINED_FROM;
import static silkline.table.gold.ForecastTable.VINTAGE;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import silkline.forecast.ForecastRequest.Reconciliation;
import silkline.forecast.Normal;
import silkline.table.gold.ForecastTable;

/**
 * The sum of the forecasts of the members of a group, with normal intervals.
 *
 * @param errors standard error of the sum at each step
 */
record GroupForecast(SeriesNode placeholder, List<SeriesNode> members, List<Double> errors, boolean isPositive) {
    private static final Map<Double, List<String>> BOUNDS = Map.of(
            0.5, List.of(ForecastTable.LO50, ForecastTable.HI50),
            0.8, List.of(ForecastTable.LO80, ForecastTable.HI80),
            0.95, List.of(ForecastTable.LO95, ForecastTable.HI95));

    SeriesNode made() {
        List<Row> rows = new ArrayList<>();
        for (int step = 1; step <= errors.size(); step++) {
            rows.add(row(members.get(0).step(step), ForecastTable.GROUP, mean(step), errors.get(step - 1), 0));
        }
        for (Row sum : members.get(0).sums()) {
            double mean =
                    members.stream().mapToDouble(member -> member.meanNow(sum)).sum();
            if (!Double.isNaN(mean)) {
                rows.add(sum(sum, mean));
            }
        }
        SeriesNode made = placeholder.with(rows);
        members.forEach(member -> made.add(member.along()));
        made.add(Set.of(Reconciliation.GROUP));
        return made;
    }

    private double mean(int step) {
        return members.stream().mapToDouble(member -> member.meanNow(step)).sum();
    }

    /** Of a quarter or year: its error is to those of the members as it is in the steps that it is made of. */
    private Row sum(Row sum, double mean) {
        int[] steps = members.get(0).stepsOf(sum);
        double together =
                Arrays.stream(steps).mapToDouble(step -> errors.get(step - 1)).sum();
        double apart = 0;
        double apartInSum = 0;
        for (SeriesNode member : members) {
            apart += Arrays.stream(steps)
                    .mapToDouble(step -> SeriesNode.standardError(member.step(step)))
                    .sum();
            apartInSum += member.sums().stream()
                    .filter(own -> SeriesNode.isSame(own, sum))
                    .mapToDouble(SeriesNode::standardError)
                    .sum();
        }
        double known = mean - Arrays.stream(steps).mapToDouble(this::mean).sum();
        double error = apart > 0 ? apartInSum * together / apart : 0;
        return row(sum, sum.getAs(MODEL_REQUESTED), mean, error, known);
    }

    /** As {@code like}, for the group. */
    private Row row(Row like, String requested, double mean, double error, double known) {
        Object[] cells = SeriesNode.cells(like);
        double floor = isPositive ? Math.max(0, known) : Double.NEGATIVE_INFINITY;
        cells[like.fieldIndex(SERIES_KEY)] = placeholder.key();
        cells[like.fieldIndex(SERIES_ID)] = placeholder.id();
        cells[like.fieldIndex(VINTAGE)] = members.stream()
                .map(member -> member.step(1).<String>getAs(VINTAGE))
                .max(String::compareTo)
                .orElseThrow();
        cells[like.fieldIndex(MODEL_REQUESTED)] = requested;
        cells[like.fieldIndex(MODEL_USED)] = ForecastTable.SUM_OF_MEMBERS;
        cells[like.fieldIndex(MEAN)] = mean;
        BOUNDS.forEach((level, bounds) -> {
            double half = half(level, error);
            cells[like.fieldIndex(bounds.get(0))] = Math.max(floor, mean - half);
            cells[like.fieldIndex(bounds.get(1))] = mean + half;
        });
        int further = like.fieldIndex(INTERVALS);
        if (!like.isNullAt(further)) {
            cells[further] = like.<Row>getList(further).stream()
                    .map(interval -> {
                        double half = half(interval.getDouble(0), error);
                        return RowFactory.create(interval.getDouble(0), Math.max(floor, mean - half), mean + half);
                    })
                    .toArray();
        }
        List.of(SHARE_RATIO, RECONCILED, TRAINED_FROM, OBSERVATIONS, FILLED, FALLBACK_REASON)
                .forEach(column -> cells[like.fieldIndex(column)] = null);
        cells[like.fieldIndex(IS_FLOORED)] = mean - half(0.95, error) < floor;
        return new GenericRowWithSchema(cells, like.schema());
    }

    private static double half(double level, double error) {
        return Normal.quantile((1 + level) / 2) * error;
    }
}
