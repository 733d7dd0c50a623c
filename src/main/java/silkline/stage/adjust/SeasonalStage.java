package silkline.stage.adjust;

import static org.apache.spark.sql.functions.col;
import static silkline.stage.TableNumbers.orNull;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.SeriesTable.ADJUSTMENT;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import silkline.seasonal.Adjustment;
import silkline.seasonal.Method;
import silkline.series.Frequency;
import silkline.series.Period;
import silkline.series.SeriesId;
import silkline.series.Units;
import silkline.stage.RunContext;
import silkline.table.gold.SeasonalTable;

/** Seasonal adjustment: a whole series at once, which is sequential by nature. */
public final class SeasonalStage {
    /** Set day by day on a market, so a calendar has no hold on it. */
    private static final String EXCHANGE_RATE = "fx_rate";

    private SeasonalStage() {}

    /** {@code gold.seasonal}; {@code observations} has one row per series and period. */
    public static Dataset<Row> seasonal(Dataset<Row> observations, Dataset<Row> series, RunContext run) {
        Column hasSeason = col(FREQ)
                .isin(Frequency.MONTH.code(), Frequency.QUARTER.code())
                .and(col(ADJUSTMENT).notEqual("S"))
                .and(col(INDICATOR).notEqual(EXCHANGE_RATE))
                .and(functions.not(col(UNIT_MEASURE).isInCollection(Units.RATES)));
        String runId = run.runId();
        return observations
                .where(col(OBS_VALUE).isNotNull())
                .select(SERIES_KEY, PERIOD_INDEX, OBS_VALUE)
                .join(functions.broadcast(series.where(hasSeason).select(SERIES_KEY, SERIES_ID, FREQ)), SERIES_KEY)
                .select(SERIES_KEY, PERIOD_INDEX, OBS_VALUE, SERIES_ID, FREQ)
                .groupByKey((MapFunction<Row, Long>) row -> row.getLong(0), Encoders.LONG())
                .flatMapSortedGroups(
                        new Column[] {col(PERIOD_INDEX)},
                        (FlatMapGroupsFunction<Long, Row, Row>) (key, rows) -> adjusted(key, rows, runId),
                        SeasonalTable.SPEC.encoder())
                .select(SeasonalTable.SPEC.select());
    }

    private static Iterator<Row> adjusted(long key, Iterator<Row> rows, String runId) {
        List<Double> values = new ArrayList<>();
        Row first = null;
        while (rows.hasNext()) {
            Row row = rows.next();
            first = first == null ? row : first;
            while (first.getInt(1) + values.size() < row.getInt(1)) {
                values.add(Double.NaN);
            }
            values.add(row.getDouble(2));
        }
        SeriesId id = SeriesId.parse(first.getString(3));
        Period start = new Period(Frequency.parse(id.freq()).orElseThrow(), first.getInt(1));
        double[] dense = values.stream().mapToDouble(Double::doubleValue).toArray();
        List<Row> found = new ArrayList<>();
        for (Method method : Method.values()) {
            int perYear = start.frequency().perYear();
            int position = Math.floorMod(start.index(), perYear) + 1;
            Adjustment adjustment = Adjustment.of(dense, start.year(), position, perYear, method);
            int from = adjustment.reason() == Adjustment.Reason.NONE ? 0 : dense.length - 1;
            double[] adjusted = adjustment.adjusted();
            for (int i = from; i < dense.length; i++) {
                double value = i < adjusted.length ? adjusted[i] : Double.NaN;
                found.add(row(key, id, method, start.plus(i), dense[i], value, adjustment, runId));
            }
        }
        return found.iterator();
    }

    private static Row row(
            long key,
            SeriesId id,
            Method method,
            Period period,
            double value,
            double adjusted,
            Adjustment adjustment,
            String runId) {
        boolean isSolved = adjustment.reason() == Adjustment.Reason.NONE;
        Adjustment.Quality quality = adjustment.quality();
        return RowFactory.create(
                key,
                id.toString(),
                id.adjusted().toString(),
                method.code(),
                period.toString(),
                period.index(),
                orNull(value),
                orNull(adjusted),
                quality.specification(),
                isSolved ? quality.model() : null,
                isSolved ? quality.isLogged() : null,
                quality.outliers().toArray(String[]::new),
                orNull(quality.seasonality()),
                orNull(quality.residual()),
                orNull(quality.q()),
                isSolved ? null : adjustment.reason().name(),
                new String[] {id.datasetId()},
                runId);
    }
}
