package silkline.stage.forecast;

import static silkline.table.silver.ObservationTable.OBS_STATUS;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.PUBLISHED_AT;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.PRICES;
import static silkline.table.silver.SeriesTable.SERIES_KEY;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import silkline.forecast.Backtest;
import silkline.forecast.Floor;
import silkline.forecast.Forecast;
import silkline.forecast.ForecastRequest;
import silkline.forecast.History;
import silkline.forecast.Reason;
import silkline.forecast.SelectedForecast;
import silkline.forecast.Selection;
import silkline.forecast.YearToDate;
import silkline.forecast.reconcile.InTime;
import silkline.series.Frequency;
import silkline.series.Period;
import silkline.table.gold.ForecastTable;

/** One series: gathered from its sorted rows, forecast, and laid out as rows of the tables. */
final class SeriesForecast {
    private static final String BREAK = "B";
    private static final String AMOUNT_AT_CURRENT_PRICES = "V";
    private static final String AMOUNT_AT_CONSTANT_PRICES = "L";
    /** Units of ratios and indices: they may fall below zero or have no sum over a year. */
    private static final Set<String> RATES = Set.of("PCT", "FACTOR", "IX");

    /** The last values that are handed on to see whether parts add up to their total. */
    private static final int RECENT = 3;

    private final ForecastRequest request;
    private final ForecastRows layout;
    private final TreeMap<Integer, Double> values = new TreeMap<>();
    private Row about;
    private Frequency frequency;
    private int lastBreak = Integer.MIN_VALUE;
    private String vintage = "";

    SeriesForecast(Iterator<Row> rows, ForecastRequest request, String runId) {
        this.request = request;
        while (rows.hasNext()) {
            add(rows.next());
        }
        layout = new ForecastRows(about, vintage, request.levels(), runId);
    }

    private void add(Row row) {
        int index = row.getAs(PERIOD_INDEX);
        if (about == null) {
            about = row;
            frequency = Frequency.parse(row.getAs(FREQ)).orElseThrow();
        }
        Double value = row.getAs(OBS_VALUE);
        values.put(index, value == null ? Double.NaN : value);
        if (BREAK.equals(row.getAs(OBS_STATUS))) {
            lastBreak = index;
        }
        String published = row.getAs(PUBLISHED_AT);
        vintage = published.compareTo(vintage) > 0 ? published : vintage;
    }

    /** The rows of {@code gold.forecast}, {@code gold.backtest} and {@code gold.accuracy}. */
    Row rows() {
        List<Row> forecasts = new ArrayList<>();
        List<Row> backtests = new ArrayList<>();
        List<Row> accuracies = new ArrayList<>();
        if (frequency.isConsecutive()) {
            models(forecasts, backtests, accuracies);
        }
        yearToDate().ifPresent(estimate -> forecasts.add(row(estimate)));
        int last = values.keySet().stream()
                .filter(index -> !values.get(index).isNaN())
                .reduce((earlier, later) -> later)
                .orElse(values.lastKey());
        Object[] recent = IntStream.rangeClosed(last - RECENT + 1, last)
                .mapToObj(index -> ForecastRows.orNull(values.getOrDefault(index, Double.NaN)))
                .toArray();
        return RowFactory.create(
                about.getAs(SERIES_KEY), recent, forecasts.toArray(), backtests.toArray(), accuracies.toArray());
    }

    private void models(List<Row> forecasts, List<Row> backtests, List<Row> accuracies) {
        int season = frequency.perYear();
        Period first = new Period(frequency, values.firstKey());
        History history = History.of(dense(), Math.max(lastBreak, first.index()) - first.index(), season);
        Floor floor = isRate() ? Floor.NONE : Floor.ZERO;
        Map<String, Row> scored = new LinkedHashMap<>();
        Set<String> told = new HashSet<>();
        String selectedModel = null;
        boolean isInTime = request.along().contains(ForecastRequest.Reconciliation.TIME) && season > 1 && isAmount();
        int firstPosition = Math.floorMod(first.index() + history.start(), season);
        for (Selection named : request.selections(floor)) {
            Selection selection = isInTime ? named.inTime(firstPosition) : named;
            SelectedForecast selected =
                    selection.forecast(history, season, request.horizons().get(frequency), request.coverages());
            boolean isSelected = selectedModel == null;
            selectedModel = isSelected ? selected.used() : selectedModel;
            addRows(forecasts, selected, isSelected, first);
            for (Backtest backtest : selected.backtests()) {
                Period last = first.plus(history.end() - 1);
                scored.putIfAbsent(
                        backtest.model(),
                        layout.accuracy(backtest, backtest.model().equals(selectedModel), last));
            }
            // Of the models that are only compared, the summary will do: they would be five times as many rows.
            selected.backtest().filter(backtest -> told.add(backtest.model())).ifPresent(backtest -> backtest.rows()
                    .forEach(row -> backtests.add(layout.backtest(backtest.model(), row, first, history))));
        }
        accuracies.addAll(scored.values());
    }

    /** Whether its periods add up to the year. */
    private boolean isAmount() {
        String prices = about.getAs(PRICES);
        return !isRate() && (prices.equals(AMOUNT_AT_CURRENT_PRICES) || prices.equals(AMOUNT_AT_CONSTANT_PRICES));
    }

    private boolean isRate() {
        return RATES.contains(about.<String>getAs(UNIT_MEASURE));
    }

    /** One value a period, NaN in gaps. */
    private double[] dense() {
        double[] dense = new double[values.lastKey() - values.firstKey() + 1];
        Arrays.fill(dense, Double.NaN);
        values.forEach((index, value) -> dense[index - values.firstKey()] = value);
        return dense;
    }

    private void addRows(List<Row> rows, SelectedForecast selected, boolean isSelected, Period first) {
        History history = selected.history();
        Period origin = first.plus(history.end() - 1);
        Object[] seen = {first.plus(history.start()).toString(), history.length(), history.filled()};
        String reason =
                selected.reason() == Reason.NONE ? null : selected.reason().name();
        Object[] models = {selected.requested(), selected.used(), isSelected};
        if (selected.forecast().isEmpty()) {
            rows.add(layout.forecast(
                    origin,
                    models,
                    0,
                    null,
                    new Object[9],
                    history.length() == 0 ? new Object[3] : seen,
                    null,
                    reason));
            return;
        }
        Forecast forecast = selected.forecast().get();
        for (int step = 1; step <= forecast.horizon(); step++) {
            rows.add(layout.forecast(
                    origin,
                    models,
                    step,
                    origin.plus(step),
                    layout.figures(forecast, step),
                    seen,
                    selected.isFloored(),
                    reason));
        }
        if (isSelected) {
            selected.sums().forEach(level -> addSums(rows, selected, level, origin, seen));
        }
    }

    /** The quarters or years that the forecast adds up to, from the one that is not over. */
    private void addSums(List<Row> rows, SelectedForecast selected, InTime.Level level, Period origin, Object[] seen) {
        Frequency coarser = level.perYear() == 1 ? Frequency.ANNUAL : Frequency.QUARTER;
        int size = frequency.perYear() / level.perYear();
        Period last = new Period(coarser, Math.floorDiv(origin.index() + 1, size) - 1);
        Object[] models = {level.perYear() == 1 ? ForecastTable.YEARS : ForecastTable.QUARTERS, selected.used(), false};
        for (int step = 1; step <= level.forecast().horizon(); step++) {
            Object[] figures = layout.figures(level.forecast(), step);
            rows.add(layout.forecast(origin, models, step, last.plus(step), figures, seen, selected.isFloored(), null));
        }
    }

    /** The year that its first months lead to, where they are the last that is known of an amount. */
    private Optional<YearToDate> yearToDate() {
        return isAmount()
                ? YearToDate.of(frequency, values.tailMap(lastBreak, true), request.coverages())
                : Optional.empty();
    }

    private Row row(YearToDate estimate) {
        Object[] models = {YearToDate.NAME, YearToDate.NAME, false};
        Object[] seen = {Integer.toString(estimate.firstYear()), estimate.years(), 0};
        return layout.forecast(
                estimate.known(),
                models,
                1,
                Period.ofYear(estimate.known().year()),
                layout.figures(estimate.forecast(), 1),
                seen,
                false,
                null);
    }
}
