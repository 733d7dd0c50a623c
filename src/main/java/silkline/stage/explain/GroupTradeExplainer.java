package silkline.stage.explain;

import static silkline.series.SeriesId.WORLD;
import static silkline.stage.explain.Cells.number;
import static silkline.stage.explain.Cells.text;
import static silkline.table.gold.BalanceTable.EXPORTS;
import static silkline.table.gold.BalanceTable.IMPORTS;
import static silkline.table.gold.GroupTradeTable.AREA_GROUP;
import static silkline.table.gold.GroupTradeTable.INTRA_SHARE_RATIO;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.BASIS;
import static silkline.table.silver.SeriesTable.COUNTERPART_AREA;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.PRODUCT;
import static silkline.table.silver.SeriesTable.REF_AREA;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import silkline.explain.Explanation;
import silkline.explain.Input;
import silkline.explain.Key;
import silkline.series.Period;
import silkline.share.Share;
import silkline.source.ReferenceData.Membership;
import silkline.table.gold.BalanceTable;
import silkline.table.gold.GroupTradeTable;

/** The share of a group's trade that stays inside, from the balances of its members. */
final class GroupTradeExplainer implements Explainer {
    @Override
    public String kind() {
        return "group_trade";
    }

    @Override
    public String form() {
        return "group_trade/INDICATOR.DATASET.BASIS.UNIT/GROUP/PERIOD/intra_share_ratio";
    }

    @Override
    public Optional<Explanation> explain(Key key, Evidence evidence) {
        return key.last().equals(INTRA_SHARE_RATIO)
                ? PanelTrade.row(
                                evidence,
                                GroupTradeTable.SPEC,
                                key.at(1),
                                Map.of(AREA_GROUP, key.at(2), TIME_PERIOD, key.middle(3)))
                        .map(row -> explain(key, evidence, row))
                : Optional.empty();
    }

    private static Explanation explain(Key key, Evidence evidence, Row row) {
        Set<String> members = members(evidence, row);
        Map<String, Object> same = new HashMap<>();
        Stream.of(DATASET_ID, INDICATOR, FREQ, PRODUCT, BASIS, UNIT_MEASURE, TIME_PERIOD)
                .forEach(column -> same.put(column, row.getAs(column)));
        same.put(REF_AREA, List.copyOf(members));
        String unit = text(row, UNIT_MEASURE);
        double inside = 0;
        double total = 0;
        List<Input> parts = new ArrayList<>();
        for (Row balance : evidence.rows(BalanceTable.SPEC, same)) {
            String partner = text(balance, COUNTERPART_AREA);
            double trade = orZero(number(balance, EXPORTS)) + orZero(number(balance, IMPORTS));
            boolean isWorld = partner.equals(WORLD);
            total += isWorld ? trade : 0;
            inside += members.contains(partner) ? trade : 0;
            if (isWorld || members.contains(partner)) {
                parts.add(Input.of("%s with %s".formatted(text(balance, REF_AREA), partner), "", trade, unit));
            }
        }
        List<Input> inputs = new ArrayList<>();
        inputs.add(Input.of("inside", "", inside, unit));
        inputs.add(Input.of("total_trade", "", total, unit));
        inputs.addAll(parts);
        return evidence.about(key, GroupTradeTable.SPEC, row, INTRA_SHARE_RATIO, "RATIO")
                .recomputed("inside / total_trade", Share.of(inside, total), inputs)
                .noted("exports and imports of the members, rows of gold.balance; members in the period: "
                        + String.join(", ", members));
    }

    private static Set<String> members(Evidence evidence, Row row) {
        Period period = Period.parse(text(row, TIME_PERIOD)).orElseThrow();
        return evidence.background().reference().memberships().stream()
                .filter(one -> one.group().equals(text(row, AREA_GROUP)))
                .filter(one -> !one.from().isAfter(period.start()) && !one.to().isBefore(period.end()))
                .map(Membership::member)
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}
