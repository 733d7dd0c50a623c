package silkline.stage.explain;

import static silkline.stage.explain.Cells.text;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import silkline.explain.Explanation;
import silkline.explain.Input;
import silkline.explain.Key;
import silkline.table.gold.GrowthTable;
import silkline.table.silver.ObservationTable;

/** A value as published: which of its vintages counts. */
final class ObservationExplainer implements Explainer {
    @Override
    public String kind() {
        return "observation";
    }

    @Override
    public String form() {
        return "observation/SERIES_ID/PERIOD, a series id having twelve parts with dots between";
    }

    @Override
    public Optional<Explanation> explain(Key key, Evidence evidence) {
        Optional<Row> series = evidence.series(key.at(1));
        return series.flatMap(row -> explain(key, evidence, row));
    }

    private static Optional<Explanation> explain(Key key, Evidence evidence, Row series) {
        String period = key.rest(2);
        List<Observed> vintages = evidence.vintages(List.of(series)).values().stream()
                .flatMap(periods -> periods.values().stream())
                .filter(all -> !all.isEmpty() && all.get(0).period().equals(period))
                .findFirst()
                .orElse(List.of());
        Optional<Observed> believed = Believed.last(vintages);
        if (believed.isEmpty()) {
            return Optional.empty();
        }
        Explanation explanation = evidence.row(
                        GrowthTable.SPEC, Map.of(SERIES_KEY, Cells.key(series), TIME_PERIOD, period))
                .map(row -> evidence.about(
                        key, GrowthTable.SPEC, row, ObservationTable.OBS_VALUE, text(series, UNIT_MEASURE)))
                .orElseGet(() -> Explanation.of(key, "value of an observation", text(series, UNIT_MEASURE)));
        return Optional.of(explanation
                .recomputed(
                        "the vintage to believe: a dated one before one known only as on or before a day, then the newest",
                        believed.get().value(),
                        inputs(vintages))
                .noted("series %s; the source states it in units of 10^%d"
                        .formatted(
                                text(series, SERIES_ID),
                                believed.get().row().<Integer>getAs(ObservationTable.UNIT_MULT))));
    }

    private static List<Input> inputs(List<Observed> vintages) {
        List<Input> inputs = new ArrayList<>();
        for (Observed vintage : vintages) {
            boolean isLast = inputs.size() == vintages.size() - 1;
            inputs.add(vintage.input(isLast ? "believed vintage" : "other vintage"));
        }
        return inputs;
    }
}
