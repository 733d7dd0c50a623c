package silkline.stage.explain;

import static silkline.series.FlowCode.TURNOVER;
import static silkline.stage.explain.Cells.text;
import static silkline.table.silver.SeriesTable.BASIS;
import static silkline.table.silver.SeriesTable.COUNTERPART_AREA;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FLOW;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.PRODUCT;
import static silkline.table.silver.SeriesTable.REF_AREA;
import static silkline.table.silver.SeriesTable.SERIES_KEY;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import silkline.explain.Input;

/** What one reporter says of its trade with each partner in one period; shares and concentration start from it. */
final class PartnerTrade {
    private static final String EXPORTS = "X";
    private static final String IMPORTS = "M";
    /** Partners that a source lumps together: part of a total, but no partner. */
    private static final String REST = "_X";

    private final Map<String, Map<String, Observed>> byPartner;
    private final Set<String> aggregates;

    private PartnerTrade(Map<String, Map<String, Observed>> byPartner, Set<String> aggregates) {
        this.byPartner = byPartner;
        this.aggregates = aggregates;
    }

    /** {@code about} is a row of a table that has the dimensions of the reporter. */
    static PartnerTrade of(Evidence evidence, Row about, int periodIndex) {
        Map<String, Object> same = new HashMap<>();
        Stream.of(DATASET_ID, INDICATOR, FREQ, REF_AREA, PRODUCT, BASIS, UNIT_MEASURE)
                .forEach(column -> same.put(column, about.getAs(column)));
        same.put(FLOW, List.of(EXPORTS, IMPORTS, TURNOVER));
        List<Row> series = evidence.series(same);
        Map<Long, NavigableMap<Integer, List<Observed>>> vintages = evidence.vintages(series);
        Map<String, Map<String, Observed>> byPartner = new TreeMap<>();
        for (Row one : series) {
            Believed.last(vintages.getOrDefault(one.<Long>getAs(SERIES_KEY), new TreeMap<>())
                            .getOrDefault(periodIndex, List.of()))
                    .filter(observed -> !Double.isNaN(observed.value()))
                    .ifPresent(observed -> byPartner
                            .computeIfAbsent(text(one, COUNTERPART_AREA), key -> new TreeMap<>())
                            .merge(text(one, FLOW), observed, (a, b) -> a.value() >= b.value() ? a : b));
        }
        return new PartnerTrade(byPartner, evidence.background().reference().aggregates());
    }

    /** Single partners, in order. */
    Set<String> partners() {
        return byPartner.keySet().stream()
                .filter(partner -> !aggregates.contains(partner))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** NaN where it is not known; turnover needs both sides. */
    double value(String partner, String flow) {
        return flow.equals(TURNOVER) && Double.isNaN(published(partner, TURNOVER))
                ? published(partner, EXPORTS) + published(partner, IMPORTS)
                : published(partner, flow);
    }

    /** As {@link #value}; of a turnover with one known side, that side. */
    double known(String partner, String flow) {
        double value = value(partner, flow);
        if (!Double.isNaN(value) || !flow.equals(TURNOVER)) {
            return value;
        }
        double exports = published(partner, EXPORTS);
        return Double.isNaN(exports) ? published(partner, IMPORTS) : exports;
    }

    private double published(String partner, String flow) {
        Observed observed = byPartner.getOrDefault(partner, Map.of()).get(flow);
        return observed == null ? Double.NaN : observed.value();
    }

    /** What is known of all parts of the total together; NaN where nothing is. */
    double sumOfParts(String flow) {
        Set<String> parts = partners();
        parts.add(REST);
        return sum(parts, flow);
    }

    /** What is known of {@code partners} together, from the smallest to the largest; NaN where nothing is. */
    double sum(Set<String> partners, String flow) {
        return partners.stream()
                .map(partner -> known(partner, flow))
                .filter(value -> !value.isNaN())
                .sorted()
                .reduce(Double::sum)
                .orElse(Double.NaN);
    }

    /** What {@link #value} and {@link #known} rest on, by flow. */
    List<Input> inputs(String partner, String flow, String name) {
        Map<String, Observed> flows = byPartner.getOrDefault(partner, Map.of());
        if (!flow.equals(TURNOVER) || flows.containsKey(TURNOVER)) {
            return flows.containsKey(flow) ? List.of(flows.get(flow).input(name)) : List.of();
        }
        List<Input> inputs = new ArrayList<>();
        flows.forEach((side, observed) ->
                inputs.add(observed.input(name + (side.equals(EXPORTS) ? "_exports" : "_imports"))));
        return inputs;
    }
}
