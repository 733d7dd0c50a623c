package silkline.stage.forecast;

import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import silkline.forecast.Accuracy;
import silkline.forecast.Backtest;
import silkline.forecast.Forecast;
import silkline.forecast.ForecastRequest;
import silkline.forecast.ForecastRequest.Reconciliation;
import silkline.forecast.History;
import silkline.forecast.reconcile.InTime;
import silkline.series.Period;
import silkline.table.gold.BacktestTable;

/** Forecasts and backtests of one series as rows of the tables. */
final class ForecastRows {
    private final Row about;
    private final String vintage;
    private final List<Double> levels;
    private final String runId;

    /** {@code about}: a row with the key, the id and the dataset of the series. */
    ForecastRows(Row about, String vintage, List<Double> levels, String runId) {
        this.about = about;
        this.vintage = vintage;
        this.levels = levels;
        this.runId = runId;
    }

    /** Mean, the bounds of {@link ForecastRequest#ALWAYS}, and those of the further levels. */
    Object[] figures(Forecast forecast, int step) {
        List<Object> figures = new ArrayList<>();
        List<Row> further = new ArrayList<>();
        figures.add(orNull(forecast.mean(step)));
        for (int i = 0; i < levels.size(); i++) {
            Double lower = orNull(forecast.lower(i, step));
            Double upper = orNull(forecast.upper(i, step));
            if (ForecastRequest.ALWAYS.contains(levels.get(i))) {
                figures.add(lower);
                figures.add(upper);
            } else {
                further.add(RowFactory.create(levels.get(i), lower, upper));
            }
        }
        figures.add(further.isEmpty() ? null : further.toArray());
        figures.add(null); // the share, which only the hierarchy knows
        return figures.toArray();
    }

    /** In the order of the table. */
    Row forecast(
            Period origin,
            Object[] models,
            int horizon,
            Period period,
            Object[] figures,
            Object[] seen,
            Boolean isFloored,
            String reason) {
        List<Object> cells = new ArrayList<>();
        cells.add(about.getAs(SERIES_KEY));
        cells.add(about.getAs(SERIES_ID));
        cells.add(origin.toString());
        cells.add(vintage);
        cells.addAll(List.of(models));
        cells.add(true);
        cells.add(horizon);
        cells.add(period == null ? null : period.toString());
        cells.add(period == null ? null : period.index());
        cells.addAll(Arrays.asList(figures));
        cells.add(InTime.isName(models[1].toString()) ? Reconciliation.TIME.name() : null);
        cells.add("F");
        cells.addAll(Arrays.asList(seen));
        cells.add(isFloored);
        cells.add(reason);
        cells.add(new String[] {about.getAs(DATASET_ID)});
        cells.add(runId);
        return RowFactory.create(cells.toArray());
    }

    Row backtest(String model, Backtest.Row row, Period first, History history) {
        Period origin = first.plus(history.start() + row.origin() - 1);
        Period period = origin.plus(row.step());
        return RowFactory.create(
                about.getAs(SERIES_KEY),
                about.getAs(SERIES_ID),
                BacktestTable.REPLAYED,
                model,
                origin.toString(),
                vintage,
                row.step(),
                period.toString(),
                period.index(),
                row.actual(),
                row.forecast(),
                row.lower(),
                row.upper(),
                row.error(),
                row.benchmark(),
                row.isCovered(),
                runId);
    }

    Row accuracy(Backtest backtest, boolean isSelected, Period origin) {
        Accuracy accuracy = backtest.accuracy();
        return RowFactory.create(
                about.getAs(SERIES_KEY),
                about.getAs(SERIES_ID),
                origin.toString(),
                backtest.model(),
                isSelected,
                accuracy.points(),
                orNull(accuracy.mae()),
                orNull(accuracy.rmse()),
                orNull(accuracy.smape()),
                orNull(accuracy.mase()),
                orNull(accuracy.coverage()),
                orNull(accuracy.skill()),
                runId);
    }

    static Double orNull(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
