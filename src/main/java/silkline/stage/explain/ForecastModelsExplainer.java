package silkline.stage.explain;

import static silkline.stage.explain.Cells.text;
import static silkline.table.gold.ForecastTable.FALLBACK_REASON;
import static silkline.table.gold.ForecastTable.IS_CURRENT;
import static silkline.table.gold.ForecastTable.IS_SELECTED;
import static silkline.table.gold.ForecastTable.MODEL_USED;
import static silkline.table.silver.SeriesTable.SERIES_ID;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import silkline.explain.Explanation;
import silkline.explain.Key;
import silkline.table.gold.ForecastTable;

/** How many series a model forecasts. */
final class ForecastModelsExplainer implements Explainer {
    private static final String NO_REASON = "-";

    @Override
    public String kind() {
        return "forecast_models";
    }

    @Override
    public String form() {
        return "forecast_models/MODEL/REASON, the reason being - where the model is the one asked for";
    }

    @Override
    public Optional<Explanation> explain(Key key, Evidence evidence) {
        String reason = key.at(2).equals(NO_REASON) ? "" : key.at(2);
        long series =
                evidence
                        .rows(ForecastTable.SPEC, Map.of(IS_CURRENT, true, IS_SELECTED, true, MODEL_USED, key.at(1)))
                        .stream()
                        .filter(row -> text(row, FALLBACK_REASON).equals(reason))
                        .map(row -> text(row, SERIES_ID))
                        .distinct()
                        .count();
        return series == 0
                ? Optional.empty()
                : Optional.of(evidence.printed(Explanation.of(key, "number of series that the model forecasts", "COUNT")
                        .recomputed(
                                "count of the series of gold.forecast with this model and reason, current and selected",
                                (double) series,
                                List.of())));
    }
}
