package silkline.stage.explain;

import static silkline.stage.explain.Cells.text;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.apache.spark.sql.Row;
import silkline.explain.Explanation;
import silkline.explain.Key;
import silkline.growth.Growth;
import silkline.series.Frequency;
import silkline.table.gold.GrowthTable;

/** Growth on the period or the year before. */
final class GrowthExplainer implements Explainer {
    @Override
    public String kind() {
        return "growth";
    }

    @Override
    public String form() {
        return "growth/SERIES_ID/PERIOD/yoy_ratio (or pop_ratio)";
    }

    @Override
    public Optional<Explanation> explain(Key key, Evidence evidence) {
        String column = key.last();
        if (!List.of(GrowthTable.YOY_RATIO, GrowthTable.POP_RATIO).contains(column)) {
            return Optional.empty();
        }
        return evidence.series(key.at(1)).flatMap(series -> evidence.row(
                        GrowthTable.SPEC, Map.of(SERIES_KEY, Cells.key(series), TIME_PERIOD, key.middle(2)))
                .flatMap(row -> explain(key, evidence, series, row)));
    }

    private static Optional<Explanation> explain(Key key, Evidence evidence, Row series, Row row) {
        Explanation explanation = evidence.about(key, GrowthTable.SPEC, row, key.last(), "RATIO");
        boolean isOfYear = key.last().equals(GrowthTable.YOY_RATIO);
        int lag = isOfYear ? Frequency.parse(text(series, FREQ)).orElseThrow().perYear() : 1;
        NavigableMap<Integer, Observed> values = evidence.believed(series);
        int at = row.getAs(PERIOD_INDEX);
        Observed now = values.get(at);
        Observed before = values.get(at - lag);
        if (now == null || before == null) {
            return Optional.empty();
        }
        String base = isOfYear ? "year_ago" : "previous";
        return Optional.of(explanation.recomputed(
                "value / %s - 1".formatted(base),
                Growth.relativeChange(before.value(), now.value()),
                List.of(now.input("value"), before.input(base))));
    }
}
