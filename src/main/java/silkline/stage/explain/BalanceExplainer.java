package silkline.stage.explain;

import static silkline.series.SeriesId.WORLD;
import static silkline.stage.explain.Cells.text;
import static silkline.table.gold.BalanceTable.BALANCE;
import static silkline.table.gold.BalanceTable.MARKETS;
import static silkline.table.gold.BalanceTable.NORMALISED_BALANCE_RATIO;
import static silkline.table.gold.BalanceTable.OPENNESS_RATIO;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.COUNTERPART_AREA;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.PRICES;
import static silkline.table.silver.SeriesTable.REF_AREA;
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
import silkline.share.Balance;
import silkline.table.gold.BalanceTable;

/** Exports against imports of a country with the world. */
final class BalanceExplainer implements Explainer {
    @Override
    public String kind() {
        return "balance";
    }

    @Override
    public String form() {
        return "balance/COUNTRY.INDICATOR.DATASET.BASIS.UNIT/PERIOD/balance"
                + " (or normalised_balance_ratio, openness_ratio, markets)";
    }

    @Override
    public Optional<Explanation> explain(Key key, Evidence evidence) {
        int dot = key.at(1).indexOf('.');
        if (dot < 0 || key.parts().size() != 4) {
            return Optional.empty();
        }
        Map<String, String> others =
                Map.of(REF_AREA, key.at(1).substring(0, dot), COUNTERPART_AREA, WORLD, TIME_PERIOD, key.middle(2));
        return PanelTrade.row(evidence, BalanceTable.SPEC, key.at(1).substring(dot + 1), others)
                .flatMap(row -> explain(key, evidence, row));
    }

    private static Optional<Explanation> explain(Key key, Evidence evidence, Row row) {
        PanelTrade exports = PanelTrade.of(evidence, row, text(row, REF_AREA), PanelTrade.EXPORTS);
        PanelTrade imports = PanelTrade.of(evidence, row, text(row, REF_AREA), PanelTrade.IMPORTS);
        double x = exports.total();
        double m = imports.total();
        List<Input> inputs = new ArrayList<>(exports.totalInputs("exports"));
        inputs.addAll(imports.totalInputs("imports"));
        return switch (key.last()) {
            case BALANCE ->
                Optional.of(evidence.about(key, BalanceTable.SPEC, row, BALANCE, text(row, UNIT_MEASURE))
                        .recomputed("exports - imports", x - m, inputs));
            case NORMALISED_BALANCE_RATIO ->
                Optional.of(evidence.about(key, BalanceTable.SPEC, row, NORMALISED_BALANCE_RATIO, "RATIO")
                        .recomputed("(exports - imports) / (exports + imports)", Balance.normalised(x, m), inputs));
            case OPENNESS_RATIO -> openness(key, evidence, row, inputs, x + m);
            case MARKETS ->
                Optional.of(evidence.about(key, BalanceTable.SPEC, row, MARKETS, "COUNT")
                        .recomputed(
                                "number of partners with exports above zero",
                                (double) exports.markets(),
                                exports.partnerInputs("")));
            default -> Optional.empty();
        };
    }

    private static Optional<Explanation> openness(
            Key key, Evidence evidence, Row row, List<Input> inputs, double trade) {
        Optional<Observed> gdp = gdp(evidence, row);
        return gdp.map(value -> {
            List<Input> all = new ArrayList<>(inputs);
            all.add(value.input("gdp"));
            return evidence.about(key, BalanceTable.SPEC, row, OPENNESS_RATIO, "RATIO")
                    .recomputed("(exports + imports) / gdp", trade / value.value(), all);
        });
    }

    /** At current prices, in the unit of the trade, of the dataset whose id comes first. */
    private static Optional<Observed> gdp(Evidence evidence, Row row) {
        return evidence
                .series(Map.of(
                        INDICATOR, "gdp",
                        PRICES, "V",
                        FREQ, text(row, FREQ),
                        REF_AREA, text(row, REF_AREA),
                        UNIT_MEASURE, text(row, UNIT_MEASURE)))
                .stream()
                .sorted(Comparator.comparing(series -> text(series, DATASET_ID)))
                .flatMap(series ->
                        Optional.ofNullable(evidence.believed(series).get(row.<Integer>getAs(PERIOD_INDEX))).stream())
                .filter(observed -> observed.value() > 0)
                .findFirst();
    }
}
