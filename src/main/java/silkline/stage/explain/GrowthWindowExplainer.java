package silkline.stage.explain;

import static silkline.stage.explain.Cells.text;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import silkline.explain.Explanation;
import silkline.explain.Input;
import silkline.explain.Key;
import silkline.growth.Growth;
import silkline.series.Frequency;
import silkline.table.gold.GrowthWindowTable;

/** Growth over several years. */
final class GrowthWindowExplainer implements Explainer {
    @Override
    public String kind() {
        return "growth_window";
    }

    @Override
    public String form() {
        return "growth_window/SERIES_ID/FROM/TO/cagr_ratio (or fold)";
    }

    @Override
    public Optional<Explanation> explain(Key key, Evidence evidence) {
        if (!List.of(GrowthWindowTable.FOLD, GrowthWindowTable.CAGR_RATIO).contains(key.last())) {
            return Optional.empty();
        }
        return evidence.series(key.at(1)).flatMap(series -> evidence.row(
                        GrowthWindowTable.SPEC,
                        Map.of(
                                SERIES_KEY,
                                Cells.key(series),
                                GrowthWindowTable.FROM_PERIOD,
                                key.at(2),
                                GrowthWindowTable.TO_PERIOD,
                                key.at(3)))
                .flatMap(row -> explain(key, evidence, series, row)));
    }

    private static Optional<Explanation> explain(Key key, Evidence evidence, Row series, Row row) {
        Optional<Observed> from = at(evidence, series, key.at(2));
        Optional<Observed> to = at(evidence, series, key.at(3));
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        boolean isFold = key.last().equals(GrowthWindowTable.FOLD);
        double start = from.get().value();
        double end = to.get().value();
        double perYear = Frequency.parse(text(series, FREQ)).orElseThrow().perYear();
        double years = (to.get().periodIndex() - from.get().periodIndex()) / perYear;
        List<Input> inputs = List.of(
                from.get().input("from_value"), to.get().input("to_value"), Input.of("years", "", years, "YEARS"));
        Explanation explanation =
                evidence.about(key, GrowthWindowTable.SPEC, row, key.last(), isFold ? "FACTOR" : "RATIO");
        return Optional.of(
                isFold
                        ? explanation.recomputed("to_value / from_value", Growth.fold(start, end), inputs)
                        : explanation.recomputed(
                                "(to_value / from_value)^(1 / years) - 1",
                                Growth.compoundAnnualRate(start, end, years),
                                inputs));
    }

    private static Optional<Observed> at(Evidence evidence, Row series, String period) {
        return evidence.believed(series).values().stream()
                .filter(one -> one.period().equals(period))
                .findFirst();
    }
}
