package silkline.stage.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import silkline.growth.Detail;
import silkline.growth.Measured;
import silkline.growth.Trend;
import silkline.series.Frequency;
import silkline.series.Observations;
import silkline.series.Period;
import silkline.series.SeriesId;
import silkline.series.Units;
import silkline.table.block.Block;

/** The rows of {@code gold.growth_detail} of one reporter with all its partners. */
final class DetailRows {
    private static final String WORLD = "WLD";
    private static final String NOT_SPECIFIED = "_X";
    private static final String BREAK = "B";
    private static final int FIVE_YEARS = 5;
    private static final int TEN_YEARS = 10;

    private final List<Line> family;
    private final Detail total;
    private final List<Detail> parts;

    /** One series, of ranges of months one range of it: {@code positions} of its periods, which are {@code step} apart. */
    private record Line(long key, SeriesId id, List<Integer> indices, int step, Detail detail) {
        static Line of(Block history, Observations observed, List<Integer> positions) {
            Frequency frequency = observed.frequency();
            int step = frequency.isConsecutive() ? 1 : frequency.perYear();
            List<Integer> indices = positions.stream().map(observed::index).toList();
            int first = indices.get(0);
            double[] values = new double[(indices.get(indices.size() - 1) - first) / step + 1];
            boolean[] isBreak = new boolean[values.length];
            Arrays.fill(values, Double.NaN);
            for (int position : positions) {
                int at = (observed.index(position) - first) / step;
                values[at] = observed.value(position);
                isBreak[at] = history.label(Histories.FIRST_STATUS + history.integer(Histories.STATUS, position))
                        .equals(BREAK);
            }
            Detail.Kind kind = kind(observed.id(), new Period(frequency, first));
            Detail detail = frequency.isConsecutive()
                    ? new Detail(values, isBreak, first, frequency.perYear(), kind)
                    : new Detail(values, isBreak, Math.floorDiv(first, step), 1, kind);
            return new Line(history.getKey(), observed.id(), indices, step, detail);
        }

        private static Detail.Kind kind(SeriesId id, Period first) {
            if (Units.RATES.contains(id.unitMeasure())) {
                return Detail.Kind.RATE;
            }
            boolean isFromJanuary = first.start().getMonthValue() == 1;
            return first.frequency().isConsecutive()
                    ? Detail.Kind.CONSECUTIVE
                    : isFromJanuary ? Detail.Kind.FROM_JANUARY : Detail.Kind.RANGE;
        }

        /** Which range this is a series of; 0 for consecutive periods. */
        int place() {
            return Math.floorMod(indices.get(0), step);
        }

        Frequency frequency() {
            return Frequency.parse(id.freq()).orElseThrow();
        }

        boolean isTotal() {
            return id.counterpartArea().equals(WORLD);
        }

        /** Whether it is added up to the total: a single partner, or areas that the source does not name. */
        boolean isPart(Set<String> aggregates) {
            String partner = id.counterpartArea();
            boolean isArea = !aggregates.contains(partner) && !partner.equals(SeriesId.NOT_APPLICABLE) && !isTotal();
            return isArea || partner.equals(NOT_SPECIFIED);
        }
    }

    private DetailRows(List<Line> family, Set<String> aggregates) {
        this.family = family;
        total = family.stream()
                .filter(Line::isTotal)
                .map(Line::detail)
                .findFirst()
                .orElse(Detail.none());
        parts = family.stream()
                .filter(line -> line.isPart(aggregates))
                .map(Line::detail)
                .toList();
    }

    /** {@code histories}: those that differ in the partner alone. */
    static Stream<Row> of(Iterator<Block> histories, Set<String> aggregates) {
        List<Line> lines = new ArrayList<>();
        while (histories.hasNext()) {
            Block history = histories.next();
            Observations observed = Histories.observations(history);
            Frequency frequency = observed.frequency();
            Map<Integer, List<Integer>> byPlace = new TreeMap<>();
            for (int position = 0; position < observed.length(); position++) {
                // Of ranges, each that begins and ends alike is a series of its own, year by year.
                int place =
                        frequency.isConsecutive() ? 0 : Math.floorMod(observed.index(position), frequency.perYear());
                byPlace.computeIfAbsent(place, any -> new ArrayList<>()).add(position);
            }
            byPlace.values().forEach(positions -> lines.add(Line.of(history, observed, positions)));
        }
        // What partners leave is a difference of sums: added in one order it is the same each time.
        lines.sort(Comparator.comparing(line -> line.id().counterpartArea()));
        return lines.stream().collect(Collectors.groupingBy(Line::place)).values().stream()
                .flatMap(family -> new DetailRows(family, aggregates).rows());
    }

    private Stream<Row> rows() {
        return family.stream().flatMap(line -> line.indices().stream().map(index -> row(line, index)));
    }

    private Row row(Line line, int index) {
        Detail detail = line.detail();
        int at = (index - line.indices().get(0)) / line.step();
        Period period = new Period(line.frequency(), index);
        Measured annualised = detail.annualised(at);
        Measured arc = detail.arc(at);
        Measured acceleration = detail.acceleration(at);
        Measured yearToDate = detail.yearToDate(at);
        Measured rollingYear = detail.rollingYear(at);
        Measured momentum = detail.momentum(at);
        Measured carryOver = detail.carryOver(at);
        Measured baseEffect = detail.baseEffect(at);
        Measured contribution = detail.contribution(at, total);
        Measured rebased = detail.index(at);
        Trend five = detail.trend(at, FIVE_YEARS);
        Trend ten = detail.trend(at, TEN_YEARS);
        return RowFactory.create(
                line.key(),
                line.id().toString(),
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
                line.isTotal() ? orNull(total.residual(at, parts)) : null,
                reason(contribution),
                orNull(rebased.value()),
                Double.isNaN(rebased.value()) ? null : detail.baseYear(),
                reason(rebased),
                orNull(detail.trendRatio(five)),
                orNull(five.rSquared()),
                orNull(five.volatility()),
                trendReason(detail, at, five, FIVE_YEARS),
                orNull(detail.trendRatio(ten)),
                orNull(ten.rSquared()),
                orNull(ten.volatility()),
                trendReason(detail, at, ten, TEN_YEARS),
                new String[] {line.id().datasetId()});
    }

    private static Double orNull(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static String reason(Measured measured) {
        return measured.reason().isEmpty() ? null : measured.reason();
    }

    private static String trendReason(Detail detail, int at, Trend trend, int years) {
        return Double.isNaN(trend.logChange()) ? detail.trendReason(at, years) : null;
    }
}
