package silkline.stage.explain;

import static silkline.stage.explain.Cells.text;
import static silkline.table.gold.ForecastTable.HI80;
import static silkline.table.gold.ForecastTable.HI95;
import static silkline.table.gold.ForecastTable.LO80;
import static silkline.table.gold.ForecastTable.LO95;
import static silkline.table.gold.ForecastTable.MEAN;
import static silkline.table.gold.ForecastTable.OBSERVATIONS;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.SERIES_KEY;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import silkline.explain.Explanation;
import silkline.explain.Key;
import silkline.forecast.ForecastRequest.Reconciliation;
import silkline.table.gold.ForecastTable;

/** A forecast: the series is forecast once more. */
final class ForecastExplainer implements Explainer {
    private static final List<String> MEASURES = List.of(MEAN, LO80, HI80, LO95, HI95, OBSERVATIONS);

    /** What a forecast adds up to may be of the period asked for too; the last of these counts most. */
    private static final List<String> SUMS = List.of("quarters", "years", "year-to-date");

    @Override
    public String kind() {
        return "forecast";
    }

    @Override
    public String form() {
        return "forecast/SERIES_ID/PERIOD/mean (or lo80, hi80, lo95, hi95)";
    }

    @Override
    public Optional<Explanation> explain(Key key, Evidence evidence) {
        if (!MEASURES.contains(key.last())) {
            return Optional.empty();
        }
        return evidence.series(key.at(1))
                .flatMap(series ->
                        stored(evidence, series, key.middle(2)).map(row -> explain(key, evidence, series, row)))
                .or(() -> GroupSum.explain(key, evidence));
    }

    /** The forecast that counts; of a year under way the one from its first months. */
    private static Optional<Row> stored(Evidence evidence, Row series, String period) {
        return evidence
                .rows(
                        ForecastTable.SPEC,
                        Map.of(SERIES_KEY, Cells.key(series), TIME_PERIOD, period, ForecastTable.IS_CURRENT, true))
                .stream()
                .filter(row -> row.<Boolean>getAs(ForecastTable.IS_SELECTED)
                        || SUMS.contains(text(row, ForecastTable.MODEL_REQUESTED)))
                .max(Comparator.<Row, Boolean>comparing(row -> row.getAs(ForecastTable.IS_SELECTED))
                        .thenComparing(row -> SUMS.indexOf(text(row, ForecastTable.MODEL_REQUESTED))));
    }

    private static Explanation explain(Key key, Evidence evidence, Row series, Row row) {
        String column = key.last();
        String unit = column.equals(OBSERVATIONS) ? "COUNT" : text(series, UNIT_MEASURE);
        Explanation explanation = evidence.about(key, ForecastTable.SPEC, row, column, unit);
        Refit refit = Refit.of(evidence, series, row);
        String how = "%s of the model %s, trained on %s to %s"
                .formatted(
                        column,
                        text(row, ForecastTable.MODEL_USED),
                        text(row, ForecastTable.TRAINED_FROM),
                        text(row, ForecastTable.ORIGIN));
        String together = text(row, ForecastTable.RECONCILED);
        return together.isEmpty() || together.equals(Reconciliation.TIME.name())
                ? explanation.recomputed(
                        how,
                        refit.forecast(text(row, ForecastTable.MODEL_REQUESTED), key.middle(2), column),
                        refit.history())
                : explanation.lookedUp(
                        how,
                        refit.history(),
                        "it was made to add up with those of other series (%s); 'silkline forecast --reconcile' does it again"
                                .formatted(together));
    }
}
