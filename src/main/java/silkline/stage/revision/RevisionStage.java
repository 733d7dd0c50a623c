package silkline.stage.revision;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static silkline.stage.TableNumbers.orNull;
import static silkline.table.gold.RevisionTable.HORIZON;
import static silkline.table.gold.RevisionTable.LEVEL;
import static silkline.table.gold.RevisionTable.LEVEL_RATIO;
import static silkline.table.gold.RevisionTable.MEASURE;
import static silkline.table.gold.RevisionTable.P_VALUE;
import static silkline.table.gold.RevisionTable.T_STATISTIC;
import static silkline.table.gold.RevisionTable.YOY_RATIO;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.PUBLISHED_AT;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import silkline.growth.Growth;
import silkline.revision.Estimates;
import silkline.revision.Estimates.Estimate;
import silkline.revision.Horizon;
import silkline.revision.RevisionSums;
import silkline.revision.Revisions;
import silkline.series.Frequency;
import silkline.series.Units;
import silkline.stage.RunContext;
import silkline.stage.Vintages;
import silkline.table.gold.RevisionTable;

/** Revisions of every series that was revised; those that were not are left out before anything is gathered. */
public final class RevisionStage {
    private static final String POOLED = "POOLED";
    private static final StructType MEASURED = new StructType()
            .add(DATASET_ID, StringType)
            .add(INDICATOR, StringType)
            .add(FREQ, StringType)
            .add(SERIES_KEY, LongType)
            .add(SERIES_ID, StringType)
            .add(MEASURE, StringType)
            .add(HORIZON, StringType)
            .add("periods", LongType)
            .add("sum", DoubleType)
            .add("absolute", DoubleType)
            .add("squares", DoubleType)
            .add("absolute_later", DoubleType)
            .add("smallest", DoubleType)
            .add("largest", DoubleType)
            .add("positive", LongType)
            .add("sign_changes", LongType)
            .add(T_STATISTIC, DoubleType)
            .add(P_VALUE, DoubleType);

    private RevisionStage() {}

    /** {@code gold.revision}; {@code vintages} are those of {@link Vintages#read}. */
    public static Dataset<Row> revisions(Dataset<Row> vintages, Dataset<Row> series, RunContext run) {
        Dataset<Row> measured = measured(vintages, series);
        String runId = run.runId();
        return measured.unionAll(pooled(measured))
                .map((MapFunction<Row, Row>) row -> row(row, runId), RevisionTable.SPEC.encoder())
                .select(RevisionTable.SPEC.select());
    }

    /** Sums and tests of each revised series, measure and horizon. */
    private static Dataset<Row> measured(Dataset<Row> vintages, Dataset<Row> series) {
        Dataset<Row> dated = vintages.where(Vintages.isDated());
        Dataset<Row> revised =
                dated.where(col(Vintages.IS_LATER)).select(SERIES_KEY).distinct();
        return dated.select(
                        col(SERIES_KEY),
                        col(PERIOD_INDEX),
                        col(PUBLISHED_AT),
                        Vintages.certainty().as("certainty"),
                        col(OBS_VALUE))
                .join(broadcast(revised), SERIES_KEY)
                .join(series.select(SERIES_KEY, SERIES_ID, DATASET_ID, INDICATOR, FREQ, UNIT_MEASURE), SERIES_KEY)
                .groupByKey((MapFunction<Row, Long>) row -> row.getAs(SERIES_KEY), Encoders.LONG())
                .flatMapSortedGroups(
                        new Column[] {col(PERIOD_INDEX), col(PUBLISHED_AT), col("certainty")},
                        (FlatMapGroupsFunction<Long, Row, Row>) (key, rows) -> new Gathered(rows).measured(),
                        Encoders.row(MEASURED));
    }

    /** All series of a dataset's indicator together; levels have units of their own and are left out. */
    private static Dataset<Row> pooled(Dataset<Row> measured) {
        return measured.where(col(MEASURE).notEqual(LEVEL))
                .groupByKey(
                        (MapFunction<Row, String>) row -> String.join(
                                "/",
                                row.getString(0),
                                row.getString(1),
                                row.getString(2),
                                row.getString(5),
                                row.getString(6)),
                        Encoders.STRING())
                .flatMapSortedGroups(
                        new Column[] {col(SERIES_KEY)},
                        (FlatMapGroupsFunction<String, Row, Row>) (key, rows) -> {
                            Row any = rows.next();
                            RevisionSums sums = sums(any);
                            while (rows.hasNext()) {
                                sums = sums.plus(sums(rows.next()));
                            }
                            return List.of(measured(
                                            any.getString(0),
                                            any.getString(1),
                                            any.getString(2),
                                            null,
                                            null,
                                            any.getString(5),
                                            any.getString(6),
                                            sums,
                                            null,
                                            null))
                                    .iterator();
                        },
                        Encoders.row(MEASURED));
    }

    private static Row measured(
            String datasetId,
            String indicator,
            String freq,
            Long seriesKey,
            String seriesId,
            String measure,
            String horizon,
            RevisionSums sums,
            Double tStatistic,
            Double pValue) {
        return RowFactory.create(
                datasetId,
                indicator,
                freq,
                seriesKey,
                seriesId,
                measure,
                horizon,
                sums.periods(),
                sums.sum(),
                sums.absolute(),
                sums.squares(),
                sums.absoluteLater(),
                sums.smallest(),
                sums.largest(),
                sums.positive(),
                sums.signChanges(),
                tStatistic,
                pValue);
    }

    private static RevisionSums sums(Row row) {
        return new RevisionSums(
                row.getLong(7),
                row.getDouble(8),
                row.getDouble(9),
                row.getDouble(10),
                row.getDouble(11),
                row.getDouble(12),
                row.getDouble(13),
                row.getLong(14),
                row.getLong(15));
    }

    /** A row of the table from one of {@link #MEASURED}. */
    private static Row row(Row measured, String runId) {
        RevisionSums sums = sums(measured);
        String measure = measured.getString(5);
        boolean isTested = !measured.isNullAt(16);
        String reason = isTested
                ? null
                : measured.isNullAt(3)
                        ? POOLED
                        : sums.periods() < Revisions.FEWEST_FOR_TEST ? "TOO_SHORT" : "NO_VARIATION";
        return RowFactory.create(
                measured.getString(0),
                measured.getString(1),
                measured.getString(2),
                measured.get(3),
                measured.get(4),
                measure,
                measured.getString(6),
                sums.periods(),
                sums.mean(),
                sums.meanAbsolute(),
                measure.equals(LEVEL_RATIO) ? null : orNull(sums.relativeMeanAbsolute()),
                sums.rootMeanSquare(),
                orNull(sums.standardDeviation()),
                sums.smallest(),
                sums.largest(),
                measured.get(16),
                measured.get(17),
                sums.positiveShare(),
                measure.equals(YOY_RATIO) ? sums.signChangeShare() : null,
                reason,
                new String[] {measured.getString(0)},
                runId);
    }

    /** All dated vintages of one series, by period. */
    private static final class Gathered {
        private final Map<Integer, List<Estimate>> published = new TreeMap<>();
        private Row any;
        private LocalDate known = LocalDate.MIN;

        Gathered(Iterator<Row> rows) {
            while (rows.hasNext()) {
                any = rows.next();
                LocalDate day = any.getAs(PUBLISHED_AT);
                Double value = any.getAs(OBS_VALUE);
                known = day.isAfter(known) ? day : known;
                published
                        .computeIfAbsent(any.getAs(PERIOD_INDEX), period -> new ArrayList<>())
                        .add(new Estimate(day, value == null ? Double.NaN : value));
            }
        }

        Iterator<Row> measured() {
            List<Row> rows = new ArrayList<>();
            List<Estimates> levels =
                    published.values().stream().map(Estimates::new).toList();
            for (Horizon horizon : Horizon.all()) {
                Revisions level = new Revisions();
                Revisions ratio = new Revisions();
                for (Estimates estimates : revised(levels)) {
                    double later = horizon.of(estimates, known);
                    level.add(estimates.first(), later);
                    ratio.add(0, Growth.relativeChange(estimates.first(), later));
                }
                add(rows, LEVEL, horizon, level);
                if (!Units.RATES.contains(any.<String>getAs(UNIT_MEASURE))) {
                    add(rows, LEVEL_RATIO, horizon, ratio);
                    Revisions growth = new Revisions();
                    revised(growth()).forEach(one -> growth.add(one.first(), horizon.of(one, known)));
                    add(rows, YOY_RATIO, horizon, growth);
                }
            }
            return rows.iterator();
        }

        private static List<Estimates> revised(List<Estimates> all) {
            return all.stream().filter(Estimates::isRevised).toList();
        }

        /** Growth on the year before, as each release of either value let it be seen. */
        private List<Estimates> growth() {
            int perYear = Frequency.parse(any.getAs(FREQ)).orElseThrow().perYear();
            List<Estimates> growth = new ArrayList<>();
            published.forEach((period, values) -> {
                List<Estimate> bases = published.getOrDefault(period - perYear, List.of());
                TreeSet<LocalDate> days = new TreeSet<>();
                values.forEach(one -> days.add(one.published()));
                bases.forEach(one -> days.add(one.published()));
                List<Estimate> rates = new ArrayList<>();
                for (LocalDate day : days) {
                    double rate = Growth.relativeChange(at(bases, day), at(values, day));
                    if (!rates.isEmpty() || !Double.isNaN(rate)) {
                        rates.add(new Estimate(day, rate));
                    }
                }
                growth.add(new Estimates(rates));
            });
            return growth;
        }

        /** The last value published by a day. */
        private static double at(List<Estimate> values, LocalDate day) {
            double last = Double.NaN;
            for (Estimate one : values) {
                last = one.published().isAfter(day) ? last : one.value();
            }
            return last;
        }

        private void add(List<Row> rows, String measure, Horizon horizon, Revisions revisions) {
            if (revisions.sums().periods() > 0) {
                rows.add(RevisionStage.measured(
                        any.getAs(DATASET_ID),
                        any.getAs(INDICATOR),
                        any.getAs(FREQ),
                        any.getAs(SERIES_KEY),
                        any.getAs(SERIES_ID),
                        measure,
                        horizon.code(),
                        revisions.sums(),
                        orNull(revisions.tStatistic()),
                        orNull(revisions.pValue())));
            }
        }
    }
}
