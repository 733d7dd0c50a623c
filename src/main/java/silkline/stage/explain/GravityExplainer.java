package silkline.stage.explain;

import static silkline.stage.explain.Cells.number;
import static silkline.stage.explain.Cells.text;
import static silkline.table.gold.GravityTable.ACTUAL_TO_EXPECTED;
import static silkline.table.gold.GravityTable.DISTANCE_ELASTICITY;
import static silkline.table.gold.GravityTable.EXPECTED;
import static silkline.table.gold.GravityTable.KILOMETRES;
import static silkline.table.gold.GravityTable.PAIRS;
import static silkline.table.gold.MirrorTable.EXPORTER;
import static silkline.table.gold.MirrorTable.IMPORTER;
import static silkline.table.gold.ShareTable.VALUE;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import silkline.explain.Explanation;
import silkline.explain.Input;
import silkline.explain.Key;
import silkline.table.gold.GravityTable;

/** Exports of a pair against what the gravity equation expects. */
final class GravityExplainer implements Explainer {
    @Override
    public String kind() {
        return "gravity";
    }

    @Override
    public String form() {
        return "gravity/INDICATOR.DATASET.BASIS.UNIT/EXPORTER/IMPORTER/PERIOD/value (or expected, actual_to_expected)";
    }

    @Override
    public Optional<Explanation> explain(Key key, Evidence evidence) {
        return PanelTrade.row(
                        evidence,
                        GravityTable.SPEC,
                        key.at(1),
                        Map.of(EXPORTER, key.at(2), IMPORTER, key.at(3), TIME_PERIOD, key.middle(4)))
                .flatMap(row -> explain(key, evidence, row));
    }

    private static Optional<Explanation> explain(Key key, Evidence evidence, Row row) {
        PanelTrade sold = PanelTrade.of(evidence, row, text(row, EXPORTER), PanelTrade.EXPORTS);
        String importer = text(row, IMPORTER);
        double value = sold.with(importer);
        double expected = number(row, EXPECTED);
        List<Input> inputs = new ArrayList<>(sold.input(importer, VALUE));
        return switch (key.last()) {
            case VALUE ->
                Optional.of(evidence.about(key, GravityTable.SPEC, row, VALUE, text(row, UNIT_MEASURE))
                        .recomputed("as the exporter publishes it", value, inputs));
            case EXPECTED ->
                Optional.of(evidence.about(key, GravityTable.SPEC, row, EXPECTED, text(row, UNIT_MEASURE))
                        .lookedUp(
                                "exp(constant + exporter + importer + elasticity * ln(kilometres))",
                                List.of(
                                        Input.of("kilometres", "", number(row, KILOMETRES), "KM"),
                                        Input.of("elasticity", "", number(row, DISTANCE_ELASTICITY), "RATIO")),
                                "the equation is estimated from all %s pairs at once; 'silkline shares' does it again"
                                        .formatted(text(row, PAIRS))));
            case ACTUAL_TO_EXPECTED -> {
                inputs.add(Input.of(EXPECTED, key.toString().replace(ACTUAL_TO_EXPECTED, EXPECTED), expected, ""));
                yield Optional.of(evidence.about(key, GravityTable.SPEC, row, ACTUAL_TO_EXPECTED, "INDEX")
                        .recomputed("value / expected", value / expected, inputs));
            }
            default -> Optional.empty();
        };
    }
}
