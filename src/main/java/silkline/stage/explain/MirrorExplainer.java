package silkline.stage.explain;

import static silkline.stage.explain.Cells.number;
import static silkline.stage.explain.Cells.text;
import static silkline.table.gold.MirrorTable.ASYMMETRY_RATIO;
import static silkline.table.gold.MirrorTable.BALANCED;
import static silkline.table.gold.MirrorTable.CIF_FOB_RATIO;
import static silkline.table.gold.MirrorTable.CIF_FOB_USED;
import static silkline.table.gold.MirrorTable.EXPORTER;
import static silkline.table.gold.MirrorTable.EXPORTER_WEIGHT_RATIO;
import static silkline.table.gold.MirrorTable.IMPORTER;
import static silkline.table.gold.MirrorTable.MIRRORED;
import static silkline.table.gold.MirrorTable.REPORTED;
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
import silkline.mirror.Mirror;
import silkline.table.gold.MirrorTable;

/** One flow as both sides report it. */
final class MirrorExplainer implements Explainer {
    @Override
    public String kind() {
        return "mirror";
    }

    @Override
    public String form() {
        return "mirror/INDICATOR.DATASET.BASIS.UNIT/EXPORTER/IMPORTER/PERIOD/reported"
                + " (or mirrored, balanced, cif_fob_ratio, asymmetry_ratio)";
    }

    @Override
    public Optional<Explanation> explain(Key key, Evidence evidence) {
        return PanelTrade.row(
                        evidence,
                        MirrorTable.SPEC,
                        key.at(1),
                        Map.of(EXPORTER, key.at(2), IMPORTER, key.at(3), TIME_PERIOD, key.middle(4)))
                .flatMap(row -> explain(key, evidence, row));
    }

    private static Optional<Explanation> explain(Key key, Evidence evidence, Row row) {
        String exporter = text(row, EXPORTER);
        String importer = text(row, IMPORTER);
        PanelTrade sold = PanelTrade.of(evidence, row, exporter, PanelTrade.EXPORTS);
        PanelTrade bought = PanelTrade.of(evidence, row, importer, PanelTrade.IMPORTS);
        Mirror mirror = new Mirror(sold.with(importer), bought.with(exporter));
        List<Input> inputs = new ArrayList<>(sold.input(importer, REPORTED));
        inputs.addAll(bought.input(exporter, MIRRORED));
        String unit = text(row, UNIT_MEASURE);
        return switch (key.last()) {
            case REPORTED ->
                Optional.of(evidence.about(key, MirrorTable.SPEC, row, REPORTED, unit)
                        .recomputed("as the exporter publishes it", mirror.reported(), inputs));
            case MIRRORED ->
                Optional.of(evidence.about(key, MirrorTable.SPEC, row, MIRRORED, unit)
                        .recomputed("as the importer publishes it", mirror.mirrored(), inputs));
            case CIF_FOB_RATIO ->
                Optional.of(evidence.about(key, MirrorTable.SPEC, row, CIF_FOB_RATIO, "INDEX")
                        .recomputed("mirrored / reported", mirror.cifFobRatio(), inputs));
            case ASYMMETRY_RATIO ->
                Optional.of(evidence.about(key, MirrorTable.SPEC, row, ASYMMETRY_RATIO, "RATIO")
                        .recomputed("(reported - mirrored) / (reported + mirrored)", mirror.asymmetry(), inputs));
            case BALANCED -> Optional.of(balanced(key, evidence, row, mirror, inputs));
            default -> Optional.empty();
        };
    }

    private static Explanation balanced(Key key, Evidence evidence, Row row, Mirror mirror, List<Input> sides) {
        double weight = number(row, EXPORTER_WEIGHT_RATIO);
        double cifFob = number(row, CIF_FOB_USED);
        List<Input> inputs = new ArrayList<>(sides);
        inputs.add(Input.of("exporter_weight", "", weight, "RATIO"));
        inputs.add(Input.of("cif_fob", "", cifFob, "FACTOR"));
        return evidence.about(key, MirrorTable.SPEC, row, BALANCED, text(row, UNIT_MEASURE))
                .recomputed(
                        "exporter_weight * reported + (1 - exporter_weight) * mirrored / cif_fob",
                        mirror.balanced(cifFob, weight, 1 - weight),
                        inputs)
                .noted(
                        "exporter_weight and cif_fob are those of gold.mirror, found from all earlier periods of the panel");
    }
}
