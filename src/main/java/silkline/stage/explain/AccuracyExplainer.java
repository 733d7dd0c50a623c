package silkline.stage.explain;

import static silkline.stage.explain.Cells.number;
import static silkline.stage.explain.Cells.text;
import static silkline.table.gold.AccuracyTable.COVERAGE_RATIO;
import static silkline.table.gold.AccuracyTable.IS_SELECTED;
import static silkline.table.gold.AccuracyTable.MASE;
import static silkline.table.gold.AccuracyTable.MODEL;
import static silkline.table.gold.AccuracyTable.SKILL;
import static silkline.table.silver.SeriesTable.SERIES_KEY;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import silkline.explain.Explanation;
import silkline.explain.Input;
import silkline.explain.Key;
import silkline.table.gold.AccuracyTable;
import silkline.table.gold.BacktestTable;

/** How a model did in the backtest: the series is forecast, and its past replayed, once more. */
final class AccuracyExplainer implements Explainer {
    private static final Map<String, String> FORMULAS = Map.of(
            MASE, "mean of |actual - forecast| / mean absolute change over a year in the training part",
            SKILL, "1 - mean of |actual - forecast| / mean of |actual - naive|",
            COVERAGE_RATIO, "number of actual values within the 95 percent interval / number of points");

    @Override
    public String kind() {
        return "accuracy";
    }

    @Override
    public String form() {
        return "accuracy/SERIES_ID/mase (or skill, coverage_ratio)";
    }

    @Override
    public Optional<Explanation> explain(Key key, Evidence evidence) {
        if (!FORMULAS.containsKey(key.last()) || key.parts().size() != 3) {
            return Optional.empty();
        }
        return evidence.series(key.at(1)).flatMap(series -> evidence.row(
                        AccuracyTable.SPEC, Map.of(SERIES_KEY, Cells.key(series), IS_SELECTED, true))
                .map(row -> explain(key, evidence, series, row)));
    }

    private static Explanation explain(Key key, Evidence evidence, Row series, Row row) {
        String unit = key.last().equals(MASE) ? "INDEX" : "RATIO";
        return evidence.about(key, AccuracyTable.SPEC, row, key.last(), unit)
                .recomputed(
                        FORMULAS.get(key.last()),
                        Refit.of(evidence, series, row).accuracy(text(row, MODEL), key.last()),
                        folds(evidence, series, text(row, MODEL)))
                .noted("model %s, %s points; the forecasts beside what came are rows of gold.backtest"
                        .formatted(text(row, MODEL), text(row, AccuracyTable.POINTS)));
    }

    private static List<Input> folds(Evidence evidence, Row series, String model) {
        List<Input> folds = new ArrayList<>();
        evidence
                .rows(
                        BacktestTable.SPEC,
                        Map.of(SERIES_KEY, Cells.key(series), BacktestTable.KIND, BacktestTable.REPLAYED, MODEL, model))
                .stream()
                .sorted(Comparator.comparing((Row row) -> text(row, "origin"))
                        .thenComparing(row -> number(row, "horizon")))
                .forEach(row -> {
                    String at = "%s of %s".formatted(text(row, "time_period"), text(row, "origin"));
                    String unit = text(series, UNIT_MEASURE);
                    folds.add(Input.of("actual " + at, "", number(row, BacktestTable.ACTUAL), unit));
                    folds.add(Input.of("forecast " + at, "", number(row, BacktestTable.FORECAST), unit));
                });
        return folds;
    }
}
