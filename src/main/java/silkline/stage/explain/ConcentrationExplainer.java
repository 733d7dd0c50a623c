package silkline.stage.explain;

import static silkline.stage.explain.Cells.text;
import static silkline.table.gold.ConcentrationTable.EFFECTIVE_NUMBER;
import static silkline.table.gold.ConcentrationTable.HHI;
import static silkline.table.gold.ConcentrationTable.TOP_PARTNER;
import static silkline.table.gold.ConcentrationTable.TOP_SHARE_RATIO;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FLOW;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.PRODUCT;
import static silkline.table.silver.SeriesTable.REF_AREA;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import silkline.explain.Explanation;
import silkline.explain.Input;
import silkline.explain.Key;
import silkline.share.Concentration;
import silkline.table.gold.ConcentrationTable;

/** How much of a country's trade lies with few partners. */
final class ConcentrationExplainer implements Explainer {
    private static final String TOP_SHARE = "top_share";

    @Override
    public String kind() {
        return "concentration";
    }

    @Override
    public String form() {
        return "concentration/COUNTRY.INDICATOR.DATASET.FLOW/PERIOD/hhi (or effective_number, top_share)";
    }

    @Override
    public Optional<Explanation> explain(Key key, Evidence evidence) {
        Key id = new Key(List.of(key.at(1).split("\\.", -1)));
        return evidence
                .rows(
                        ConcentrationTable.SPEC,
                        Map.of(
                                REF_AREA, id.at(0),
                                INDICATOR, id.at(1),
                                DATASET_ID, id.at(2),
                                FLOW, id.at(3),
                                TIME_PERIOD, key.middle(2)))
                .stream()
                .max(Comparator.comparing(row -> text(row, PRODUCT).equals("TOTAL")))
                .flatMap(row -> explain(key, evidence, row));
    }

    private static Optional<Explanation> explain(Key key, Evidence evidence, Row row) {
        PartnerTrade trade = PartnerTrade.of(evidence, row, row.getAs(PERIOD_INDEX));
        String flow = text(row, FLOW);
        List<String> partners = trade.partners().stream()
                .filter(partner -> trade.known(partner, flow) > 0)
                .toList();
        double[] parts = partners.stream()
                .mapToDouble(partner -> trade.known(partner, flow))
                .sorted()
                .toArray();
        List<Input> inputs = new ArrayList<>();
        partners.forEach(partner -> inputs.addAll(trade.inputs(partner, flow, partner)));
        double index = Concentration.herfindahl(parts);
        return switch (key.last()) {
            case HHI ->
                Optional.of(evidence.about(key, ConcentrationTable.SPEC, row, HHI, "INDEX")
                        .recomputed("sum of (partner / sum of all partners)^2", index, inputs));
            case EFFECTIVE_NUMBER ->
                Optional.of(evidence.about(key, ConcentrationTable.SPEC, row, EFFECTIVE_NUMBER, "INDEX")
                        .recomputed(
                                "1 / sum of (partner / sum of all partners)^2",
                                Concentration.effectiveNumber(index),
                                inputs));
            case TOP_SHARE ->
                Optional.of(evidence.about(key, ConcentrationTable.SPEC, row, TOP_SHARE_RATIO, "RATIO")
                        .recomputed(
                                "largest partner / sum of all partners",
                                parts.length == 0
                                        ? Double.NaN
                                        : parts[parts.length - 1]
                                                / Arrays.stream(parts).sum(),
                                inputs)
                        .noted("the largest partner: " + text(row, TOP_PARTNER)));
            default -> Optional.empty();
        };
    }
}
