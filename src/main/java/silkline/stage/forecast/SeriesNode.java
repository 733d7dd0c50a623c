package silkline.stage.forecast;

import static silkline.table.gold.BacktestTable.ERROR;
import static silkline.table.gold.ForecastTable.HORIZON;
import static silkline.table.gold.ForecastTable.INTERVALS;
import static silkline.table.gold.ForecastTable.IS_SELECTED;
import static silkline.table.gold.ForecastTable.LO95;
import static silkline.table.gold.ForecastTable.MEAN;
import static silkline.table.gold.ForecastTable.MODEL_REQUESTED;
import static silkline.table.gold.ForecastTable.MODEL_USED;
import static silkline.table.gold.ForecastTable.ORIGIN;
import static silkline.table.gold.ForecastTable.RECONCILED;
import static silkline.table.gold.ForecastTable.SHARE_RATIO;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.COUNTERPART_AREA;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.PRODUCT;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import silkline.forecast.ForecastRequest.Reconciliation;
import silkline.forecast.Normal;
import silkline.forecast.reconcile.TradeSums;
import silkline.series.Frequency;
import silkline.series.Period;
import silkline.table.gold.AccuracyTable;
import silkline.table.gold.ForecastTable;

/** A result of {@link ForecastStage#results} whose forecasts can be moved. */
final class SeriesNode {
    private static final double LEVEL = 0.8;
    private static final List<String> BOUNDS = List.of(
            ForecastTable.LO50,
            ForecastTable.HI50,
            ForecastTable.LO80,
            ForecastTable.HI80,
            ForecastTable.LO95,
            ForecastTable.HI95);

    private final Row result;
    /** As they came: what is made here has no names of columns, so looking up is done in these. */
    private final List<Row> before;

    private final Object[][] after;
    /** Places of those that count, in the order of their steps. */
    private final int[] steps;
    /** Places of the quarters and years that they make up. */
    private final int[] sums;

    private final Set<Reconciliation> along = EnumSet.noneOf(Reconciliation.class);

    SeriesNode(Row result) {
        this(result, result.getList(result.fieldIndex(ForecastStage.FORECASTS)));
    }

    private SeriesNode(Row result, List<Row> forecasts) {
        this.result = result;
        before = forecasts;
        after = before.stream().map(SeriesNode::cells).toArray(Object[][]::new);
        steps = IntStream.range(0, after.length)
                .filter(i -> before.get(i).<Boolean>getAs(IS_SELECTED) && horizon(before.get(i)) > 0)
                .filter(i -> BOUNDS.stream().allMatch(bound -> before.get(i).getAs(bound) != null))
                .boxed()
                .sorted(Comparator.comparing(i -> horizon(before.get(i))))
                .mapToInt(Integer::intValue)
                .toArray();
        sums = IntStream.range(0, after.length)
                .filter(i -> ForecastTable.SUMS.contains(before.get(i).<String>getAs(MODEL_REQUESTED)))
                .toArray();
        if (before.stream().anyMatch(row -> row.getAs(RECONCILED) != null)) {
            along.add(Reconciliation.TIME);
        }
    }

    private static int horizon(Row row) {
        return row.<Integer>getAs(HORIZON);
    }

    /** The same with these forecasts: rows that know the names of their columns. */
    SeriesNode with(List<Row> forecasts) {
        return new SeriesNode(result, forecasts);
    }

    boolean isDerived() {
        return result.<Boolean>getAs(ReconcileStage.IS_DERIVED);
    }

    TradeSums.Flow flow() {
        return new TradeSums.Flow(result.getAs(COUNTERPART_AREA), result.getAs(PRODUCT));
    }

    /** The last period that the forecast rests on; empty where there is none. */
    String origin() {
        return steps.length == 0 ? "" : step(1).getAs(ORIGIN);
    }

    int horizon() {
        return steps.length;
    }

    /** The forecast of a step as it came. */
    Row step(int step) {
        return before.get(steps[step - 1]);
    }

    /** The last values, null where there was none. */
    List<Double> recent() {
        return result.getList(result.fieldIndex(ForecastStage.RECENT));
    }

    boolean isPositive() {
        return Arrays.stream(steps).allMatch(i -> before.get(i).<Double>getAs(LO95) >= 0);
    }

    /** Errors of the model used, by the origins and steps that it was tested at. */
    Map<String, Double> errors() {
        Map<String, Double> errors = new LinkedHashMap<>();
        for (Row row : result.<Row>getList(result.fieldIndex(ForecastStage.BACKTESTS))) {
            if (row.getAs(AccuracyTable.MODEL).equals(step(1).getAs(MODEL_USED))) {
                errors.put(row.getAs(ORIGIN) + "+" + row.getAs(HORIZON), row.getAs(ERROR));
            }
        }
        return errors;
    }

    /** It is part of a sum along these. */
    void add(Set<Reconciliation> dimensions) {
        along.addAll(dimensions);
    }

    Set<Reconciliation> along() {
        return along;
    }

    /**
     * Moves the forecast of every step to {@code mean}, with its intervals, and what the steps make up along with them.
     */
    void move(double[] mean, boolean isPositive) {
        for (int k = 0; k < steps.length; k++) {
            move(steps[k], mean[k], isPositive ? 0 : Double.NEGATIVE_INFINITY);
        }
        for (int sum : sums) {
            double old = 0;
            double moved = 0;
            for (int step : stepsOf(before.get(sum))) {
                old += step(step).<Double>getAs(MEAN);
                moved += mean[step - 1];
            }
            double known = before.get(sum).<Double>getAs(MEAN) - old;
            move(sum, known + moved, isPositive ? Math.max(0, known) : Double.NEGATIVE_INFINITY);
        }
    }

    private void move(int place, double mean, double floor) {
        Row row = before.get(place);
        Object[] cells = after[place];
        double old = row.<Double>getAs(MEAN);
        DoubleUnaryOperator move = bound -> Math.max(floor, mean + (bound - old));
        for (String bound : BOUNDS) {
            cells[row.fieldIndex(bound)] = move.applyAsDouble(row.<Double>getAs(bound));
        }
        int further = row.fieldIndex(INTERVALS);
        if (!row.isNullAt(further)) {
            cells[further] = row.<Row>getList(further).stream()
                    .map(interval -> RowFactory.create(
                            interval.getDouble(0),
                            move.applyAsDouble(interval.getDouble(1)),
                            move.applyAsDouble(interval.getDouble(2))))
                    .toArray();
        }
        cells[row.fieldIndex(MEAN)] = mean;
    }

    /** The quarters and years that the steps make up. */
    List<Row> sums() {
        return Arrays.stream(sums).mapToObj(before::get).toList();
    }

    /** The steps that are part of one of {@link #sums}. */
    int[] stepsOf(Row sum) {
        Frequency own = Frequency.parse(result.getAs(FREQ)).orElseThrow();
        Frequency coarser = Period.parse(sum.getAs(TIME_PERIOD)).orElseThrow().frequency();
        int size = own.perYear() / coarser.perYear();
        int first = sum.<Integer>getAs(PERIOD_INDEX) * size - step(1).<Integer>getAs(PERIOD_INDEX) + 1;
        return IntStream.range(first, first + size)
                .filter(step -> step >= 1 && step <= horizon())
                .toArray();
    }

    /** The forecast of a step as it is now. */
    double meanNow(int step) {
        return meanAt(steps[step - 1]);
    }

    /** The forecast as it is now of the same quarter or year as {@code sum}; NaN where there is none. */
    double meanNow(Row sum) {
        return Arrays.stream(sums)
                .filter(i -> isSame(before.get(i), sum))
                .mapToDouble(this::meanAt)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** Whether both are of the same quarter or year. */
    static boolean isSame(Row sum, Row other) {
        return sum.getAs(MODEL_REQUESTED).equals(other.getAs(MODEL_REQUESTED))
                && sum.getAs(TIME_PERIOD).equals(other.getAs(TIME_PERIOD));
    }

    private double meanAt(int place) {
        return (Double) after[place][before.get(place).fieldIndex(MEAN)];
    }

    /** States the share of every forecast in that of {@code total}, as both are now. */
    void shareOf(SeriesNode total) {
        for (int step = 1; step <= Math.min(horizon(), total.horizon()); step++) {
            share(steps[step - 1], total.meanNow(step));
        }
        for (int sum : sums) {
            share(sum, total.meanNow(before.get(sum)));
        }
    }

    private void share(int place, double total) {
        after[place][before.get(place).fieldIndex(SHARE_RATIO)] = total > 0 ? meanAt(place) / total : null;
    }

    /** The result with its forecasts as they are now. */
    Row result() {
        IntStream.concat(Arrays.stream(steps), Arrays.stream(sums))
                .forEach(i -> after[i][before.get(i).fieldIndex(RECONCILED)] = alongText());
        Object[] cells = new Object[ForecastStage.RESULT.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = result.get(i);
        }
        cells[ForecastStage.RESULT.fieldIndex(ForecastStage.FORECASTS)] =
                Arrays.stream(after).map(RowFactory::create).toArray();
        return RowFactory.create(cells);
    }

    private String alongText() {
        return along.isEmpty() ? null : along.stream().map(Reconciliation::name).collect(Collectors.joining(","));
    }

    long key() {
        return result.<Long>getAs(SERIES_KEY);
    }

    String id() {
        return result.getAs(SERIES_ID);
    }

    /** From the width of the interval. */
    static double standardError(Row row) {
        double width = row.<Double>getAs(ForecastTable.HI80) - row.<Double>getAs(ForecastTable.LO80);
        return width / 2 / Normal.quantile((1 + LEVEL) / 2);
    }

    static Object[] cells(Row row) {
        return IntStream.range(0, row.size()).mapToObj(row::get).toArray();
    }
}
