package silkline.stage.explain;

import static silkline.stage.explain.Cells.text;
import static silkline.table.gold.GrowthDetailTable.ROLLING_YEAR_RATIO;
import static silkline.table.gold.GrowthDetailTable.TREND_10Y_R2;
import static silkline.table.gold.GrowthDetailTable.TREND_10Y_RATIO;
import static silkline.table.gold.GrowthDetailTable.TREND_5Y_R2;
import static silkline.table.gold.GrowthDetailTable.TREND_5Y_RATIO;
import static silkline.table.gold.GrowthDetailTable.YTD_RATIO;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.apache.spark.sql.Row;
import silkline.explain.Explanation;
import silkline.explain.Input;
import silkline.explain.Key;
import silkline.growth.Trend;
import silkline.growth.Windows;
import silkline.series.Frequency;
import silkline.table.gold.GrowthDetailTable;

/** Growth along a trend, of the year so far, and of the last year of periods. */
final class GrowthDetailExplainer implements Explainer {
    private static final Map<String, Integer> YEARS =
            Map.of(TREND_5Y_RATIO, 5, TREND_5Y_R2, 5, TREND_10Y_RATIO, 10, TREND_10Y_R2, 10);

    @Override
    public String kind() {
        return "growth_detail";
    }

    @Override
    public String form() {
        return "growth_detail/SERIES_ID/PERIOD/trend_5y_ratio (or trend_5y_r2, trend_10y_ratio, trend_10y_r2, ytd_ratio,"
                + " rolling_year_ratio)";
    }

    @Override
    public Optional<Explanation> explain(Key key, Evidence evidence) {
        String column = key.last();
        if (!YEARS.containsKey(column)
                && !List.of(YTD_RATIO, ROLLING_YEAR_RATIO).contains(column)) {
            return Optional.empty();
        }
        return evidence.series(key.at(1)).flatMap(series -> evidence.row(
                        GrowthDetailTable.SPEC, Map.of(SERIES_KEY, Cells.key(series), TIME_PERIOD, key.middle(2)))
                .map(row -> explain(key, evidence, series, row)));
    }

    private static Explanation explain(Key key, Evidence evidence, Row series, Row row) {
        String column = key.last();
        boolean isFit = column.endsWith("_r2");
        Explanation explanation = evidence.about(key, GrowthDetailTable.SPEC, row, column, isFit ? "INDEX" : "RATIO");
        Stretch known = Stretch.of(evidence, series, row);
        if (column.equals(YTD_RATIO)) {
            int position = Math.floorMod(known.index(), known.perYear()) + 1;
            return explanation.recomputed(
                    "sum of the year so far / sum of the same periods of the year before - 1",
                    Windows.yearToDate(known.values(), known.at(), known.perYear(), position)
                            .ratio(),
                    known.inputs(known.perYear() + position));
        }
        if (column.equals(ROLLING_YEAR_RATIO)) {
            return explanation.recomputed(
                    "sum of the last year of periods / sum of the year before them - 1",
                    Windows.rollingYear(known.values(), known.at(), known.perYear())
                            .ratio(),
                    known.inputs(2 * known.perYear()));
        }
        int periods = YEARS.get(column) * known.perYear() + 1;
        Trend trend = Trend.of(known.last(periods));
        return isFit
                ? explanation.recomputed(
                        "share of the variance of ln(value) on the line that fits it best",
                        trend.rSquared(),
                        known.inputs(periods))
                : explanation.recomputed(
                        "exp(slope of the line that fits ln(value) best * periods of a year) - 1",
                        trend.annualRatio(known.perYear()),
                        known.inputs(periods));
    }

    /** A series up to one of its periods: a value a period, NaN in gaps; of ranges of months a value a year. */
    private record Stretch(NavigableMap<Integer, Observed> believed, int index, int step, int perYear) {
        static Stretch of(Evidence evidence, Row series, Row row) {
            Frequency frequency = Frequency.parse(text(series, FREQ)).orElseThrow();
            int index = row.getAs(PERIOD_INDEX);
            boolean isRange = !frequency.isConsecutive();
            return new Stretch(
                    evidence.believed(series).headMap(index, true),
                    isRange ? index / frequency.perYear() : index,
                    isRange ? frequency.perYear() : 1,
                    isRange ? 1 : frequency.perYear());
        }

        int at() {
            return (believed.lastKey() - believed.firstKey()) / step;
        }

        double[] values() {
            double[] values = new double[at() + 1];
            Arrays.fill(values, Double.NaN);
            believed.forEach((period, observed) -> values[(period - believed.firstKey()) / step] = observed.value());
            return values;
        }

        double[] last(int periods) {
            double[] values = values();
            return Arrays.copyOfRange(values, Math.max(0, values.length - periods), values.length);
        }

        List<Input> inputs(int periods) {
            return believed.tailMap(believed.lastKey() - (periods - 1) * step, true).values().stream()
                    .map(observed -> observed.input("value"))
                    .toList();
        }
    }
}
