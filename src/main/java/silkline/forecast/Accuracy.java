package silkline.forecast;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Forecast accuracy over the rows of a {@link Backtest}; every figure but {@code points} is NaN where there is no row.
 *
 * @param points number of rows
 * @param mae mean absolute error, in the unit of the series
 * @param rmse root mean squared error, in the unit of the series
 * @param smape mean of {@code 2|y - f| / (|y| + |f|)} as a ratio from 0 to 2: 0.1 is what the M competitions print as
 *     10; a point where both are zero counts 0 (Makridakis and Hibon 2000)
 * @param mase mean absolute error in units of each fold's training scale (Hyndman and Koehler 2006); rows whose
 *     training part does not change over a year are left out, NaN where none is left
 * @param coverage share of the actual values within their interval, as a ratio; {@link Backtest#LEVEL} is promised
 * @param skill {@code 1 - mae / mae of the benchmark} as a ratio: 0 is no better than the (seasonal) naive forecast,
 *     negative is worse; NaN where the benchmark makes no error
 */
public record Accuracy(int points, double mae, double rmse, double smape, double mase, double coverage, double skill) {
    /** The accuracy over {@code rows}, each row with the same weight. */
    public static Accuracy of(List<Backtest.Row> rows) {
        List<Backtest.Row> scaled = rows.stream().filter(row -> row.scale() > 0).toList();
        double mae = mean(rows, row -> Math.abs(row.error()));
        double benchmarkMae = mean(rows, row -> Math.abs(row.actual() - row.benchmark()));
        return new Accuracy(
                rows.size(),
                mae,
                Math.sqrt(mean(rows, row -> row.error() * row.error())),
                mean(rows, Accuracy::symmetricError),
                mean(scaled, row -> Math.abs(row.error()) / row.scale()),
                mean(rows, row -> row.isCovered() ? 1 : 0),
                benchmarkMae > 0 ? 1 - mae / benchmarkMae : Double.NaN);
    }

    private static double symmetricError(Backtest.Row row) {
        double size = Math.abs(row.actual()) + Math.abs(row.forecast());
        return size > 0 ? 2 * Math.abs(row.error()) / size : 0;
    }

    private static double mean(List<Backtest.Row> rows, ToDoubleFunction<Backtest.Row> measure) {
        return rows.stream().mapToDouble(measure).average().orElse(Double.NaN);
    }
}
