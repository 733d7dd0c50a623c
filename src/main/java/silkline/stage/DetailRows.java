package silkline.stage;

import static silkline.stage.PairMeasures.orNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import silkline.growth.Detail;
import silkline.growth.Measured;
import silkline.growth.Trend;
import silkline.series.Frequency;
import silkline.series.Period;

/** The rows of {@code gold.growth_detail} of one reporter with all its partners. */
final class DetailRows {
    /** Trade with the world, as published. */
    static final int TOTAL = 0;
    /** A single partner. */
    static final int PART = 1;
    /** A group of partners, or no trade at all. */
    static final int OTHER = 2;

    private static final int FIVE_YEARS = 5;
    private static final int TEN_YEARS = 10;

    private final Map<Integer, List<Line>> families = new TreeMap<>();

    /** One series, of ranges of months one range of it. */
    private record Line(List<Row> rows, int first, int step, Detail detail) {
        static Line of(List<Row> rows) {
            Row any = rows.get(0);
            Frequency frequency = Frequency.parse(any.getString(5)).orElseThrow();
            int step = frequency.isConsecutive() ? 1 : frequency.perYear();
            int first = any.getInt(2);
            double[] values = new double[(rows.get(rows.size() - 1).getInt(2) - first) / step + 1];
            boolean[] isBreak = new boolean[values.length];
            Arrays.fill(values, Double.NaN);
            for (Row row : rows) {
                int at = (row.getInt(2) - first) / step;
                values[at] = row.isNullAt(3) ? Double.NaN : row.getDouble(3);
                isBreak[at] = row.getBoolean(4);
            }
            Detail detail = frequency.isConsecutive()
                    ? new Detail(values, isBreak, first, frequency.perYear(), kind(any, frequency))
                    : new Detail(values, isBreak, Math.floorDiv(first, step), 1, kind(any, frequency));
            return new Line(rows, first, step, detail);
        }

        private static Detail.Kind kind(Row row, Frequency frequency) {
            if (row.getBoolean(7)) {
                return Detail.Kind.RATE;
            }
            boolean isFromJanuary = new Period(frequency, row.getInt(2)).start().getMonthValue() == 1;
            return frequency.isConsecutive()
                    ? Detail.Kind.CONSECUTIVE
                    : isFromJanuary ? Detail.Kind.FROM_JANUARY : Detail.Kind.RANGE;
        }

        int role() {
            return rows.get(0).getInt(6);
        }
    }

    /** {@code rows} in the order of series and periods: family, series, period, value, break, frequency, role, rate. */
    DetailRows(Iterator<Row> rows) {
        Map<Integer, List<Row>> ofSeries = new TreeMap<>();
        long key = 0;
        while (rows.hasNext()) {
            Row row = rows.next();
            if (row.getLong(1) != key) {
                finish(ofSeries);
            }
            key = row.getLong(1);
            Frequency frequency = Frequency.parse(row.getString(5)).orElseThrow();
            int place = frequency.isConsecutive() ? 0 : Math.floorMod(row.getInt(2), frequency.perYear());
            ofSeries.computeIfAbsent(place, any -> new ArrayList<>()).add(row);
        }
        finish(ofSeries);
    }

    private void finish(Map<Integer, List<Row>> ofSeries) {
        ofSeries.forEach((place, rows) ->
                families.computeIfAbsent(place, any -> new ArrayList<>()).add(Line.of(rows)));
        ofSeries.clear();
    }

    Iterator<Row> iterator() {
        return families.values().stream().flatMap(DetailRows::rows).iterator();
    }

    private static Stream<Row> rows(List<Line> family) {
        List<Detail> parts = family.stream()
                .filter(line -> line.role() == PART)
                .map(Line::detail)
                .toList();
        Detail total = family.stream()
                .filter(line -> line.role() == TOTAL)
                .map(Line::detail)
                .findFirst()
                .orElse(Detail.none());
        return family.stream().flatMap(line -> line.rows().stream().map(row -> row(line, row, total, parts)));
    }

    private static Row row(Line line, Row observed, Detail total, List<Detail> parts) {
        Detail detail = line.detail();
        int at = (observed.getInt(2) - line.first()) / line.step();
        Frequency frequency = Frequency.parse(observed.getString(5)).orElseThrow();
        Period period = new Period(frequency, observed.getInt(2));
        Measured annualised = detail.annualised(at);
        Measured arc = detail.arc(at);
        Measured acceleration = detail.acceleration(at);
        Measured yearToDate = detail.yearToDate(at);
        Measured rollingYear = detail.rollingYear(at);
        Measured momentum = detail.momentum(at);
        Measured carryOver = detail.carryOver(at);
        Measured baseEffect = detail.baseEffect(at);
        Measured contribution = detail.contribution(at, total);
        Measured index = detail.index(at);
        Trend five = detail.trend(at, FIVE_YEARS);
        Trend ten = detail.trend(at, TEN_YEARS);
        return RowFactory.create(
                observed.getLong(1),
                period.toString(),
                period.index(),
                orNull(detail.valueAt(at)),
                orNull(annualised.value()),
                reason(annualised),
                orNull(arc.value()),
                reason(arc),
                orNull(acceleration.value()),
                reason(acceleration),
                orNull(yearToDate.value()),
                reason(yearToDate),
                orNull(rollingYear.value()),
                reason(rollingYear),
                orNull(momentum.value()),
                reason(momentum),
                orNull(carryOver.value()),
                reason(carryOver),
                orNull(baseEffect.value()),
                reason(baseEffect),
                orNull(contribution.value()),
                line.role() == TOTAL ? orNull(total.residual(at, parts)) : null,
                reason(contribution),
                orNull(index.value()),
                Double.isNaN(index.value()) ? null : detail.baseYear(),
                reason(index),
                orNull(detail.trendRatio(five)),
                orNull(five.rSquared()),
                orNull(five.volatility()),
                trendReason(detail, at, five, FIVE_YEARS),
                orNull(detail.trendRatio(ten)),
                orNull(ten.rSquared()),
                orNull(ten.volatility()),
                trendReason(detail, at, ten, TEN_YEARS));
    }

    private static String reason(Measured measured) {
        return measured.reason().isEmpty() ? null : measured.reason();
    }

    private static String trendReason(Detail detail, int at, Trend trend, int years) {
        return Double.isNaN(trend.logChange()) ? detail.trendReason(at, years) : null;
    }
}
