package silkline.stage.revision;

import static silkline.stage.TableNumbers.orNull;
import static silkline.table.gold.RevisionTable.LEVEL;
import static silkline.table.gold.RevisionTable.LEVEL_RATIO;
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
import org.apache.spark.sql.Row;
import silkline.growth.Growth;
import silkline.revision.Estimates;
import silkline.revision.Estimates.Estimate;
import silkline.revision.Horizon;
import silkline.revision.Revisions;
import silkline.series.Frequency;
import silkline.series.Units;

/** All dated vintages of one series, by period. */
final class RevisedSeries {
    private final Map<Integer, List<Estimate>> published = new TreeMap<>();
    private Row any;
    private LocalDate known = LocalDate.MIN;

    RevisedSeries(Iterator<Row> rows) {
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

    /** Shaped like {@link MeasuredRevisions#SCHEMA}: one row for each measure and horizon that was revised. */
    Iterator<Row> measured() {
        List<Row> rows = new ArrayList<>();
        List<Estimates> levels = published.values().stream().map(Estimates::new).toList();
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
            rows.add(MeasuredRevisions.row(
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
