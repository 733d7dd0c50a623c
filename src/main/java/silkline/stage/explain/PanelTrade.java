package silkline.stage.explain;

import static silkline.series.SeriesId.WORLD;
import static silkline.stage.explain.Cells.text;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.ADJUSTMENT;
import static silkline.table.silver.SeriesTable.BASIS;
import static silkline.table.silver.SeriesTable.COUNTERPART_AREA;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.FLOW;
import static silkline.table.silver.SeriesTable.FREQ;
import static silkline.table.silver.SeriesTable.INDICATOR;
import static silkline.table.silver.SeriesTable.PRICES;
import static silkline.table.silver.SeriesTable.PRODUCT;
import static silkline.table.silver.SeriesTable.REF_AREA;
import static silkline.table.silver.SeriesTable.SERIES_KEY;
import static silkline.table.silver.SeriesTable.UNIT_MEASURE;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import silkline.explain.Input;
import silkline.explain.Key;
import silkline.table.TableSpec;

/** What one area says of its trade in a panel: the values that {@code PairStage} compares across reporters. */
final class PanelTrade {
    static final String EXPORTS = "X";
    static final String IMPORTS = "M";

    private final NavigableMap<String, Observed> byPartner;

    private PanelTrade(NavigableMap<String, Observed> byPartner) {
        this.byPartner = byPartner;
    }

    /**
     * A row of a table by panel. The panel in a key is {@code INDICATOR.DATASET.BASIS.UNIT}; of several products that of
     * all counts.
     */
    static Optional<Row> row(Evidence evidence, TableSpec table, String panel, Map<String, String> others) {
        Key parts = new Key(List.of(panel.split("\\.", -1)));
        Map<String, String> equal = new LinkedHashMap<>(others);
        equal.put(INDICATOR, parts.at(0));
        equal.put(DATASET_ID, parts.at(1));
        equal.put(BASIS, parts.at(2));
        equal.put(UNIT_MEASURE, parts.at(3));
        return evidence.rows(table, equal).stream()
                .max(Comparator.comparing(row -> text(row, PRODUCT).equals("TOTAL")));
    }

    /** In the panel and period of {@code about}. */
    static PanelTrade of(Evidence evidence, Row about, String area, String flow) {
        Map<String, Object> same = new HashMap<>();
        Stream.of(DATASET_ID, INDICATOR, FREQ, PRODUCT, BASIS, UNIT_MEASURE)
                .forEach(column -> same.put(column, about.getAs(column)));
        same.put(REF_AREA, area);
        same.put(FLOW, flow);
        List<Row> series = evidence.series(same).stream()
                .filter(row ->
                        !text(row, PRICES).equals("L") && !text(row, ADJUSTMENT).equals("S"))
                .filter(row -> isArea(evidence, text(row, COUNTERPART_AREA)))
                .toList();
        Map<Long, NavigableMap<Integer, List<Observed>>> vintages = evidence.vintages(series);
        NavigableMap<String, Observed> byPartner = new TreeMap<>();
        for (Row one : series) {
            vintages.getOrDefault(one.<Long>getAs(SERIES_KEY), new TreeMap<>()).values().stream()
                    .filter(all -> !all.isEmpty() && all.get(0).period().equals(text(about, TIME_PERIOD)))
                    .flatMap(all -> Believed.last(all).stream())
                    .filter(observed -> observed.value() >= 0)
                    .forEach(observed -> byPartner.merge(
                            text(one, COUNTERPART_AREA), observed, (a, b) -> a.value() <= b.value() ? a : b));
        }
        return new PanelTrade(byPartner);
    }

    private static boolean isArea(Evidence evidence, String area) {
        return area.equals(WORLD)
                || !evidence.background().reference().aggregates().contains(area);
    }

    /** NaN where nothing is said. */
    double with(String partner) {
        Observed observed = byPartner.get(partner);
        return observed == null ? Double.NaN : observed.value();
    }

    /** The published total, else the sum over partners; NaN without either. */
    double total() {
        return byPartner.containsKey(WORLD)
                ? with(WORLD)
                : byPartner.values().stream()
                        .map(Observed::value)
                        .reduce(Double::sum)
                        .orElse(Double.NaN);
    }

    /** Partners with more than nothing. */
    long markets() {
        return byPartner.entrySet().stream()
                .filter(entry ->
                        !entry.getKey().equals(WORLD) && entry.getValue().value() > 0)
                .count();
    }

    List<Input> input(String partner, String name) {
        return byPartner.containsKey(partner) ? List.of(byPartner.get(partner).input(name)) : List.of();
    }

    /** What {@link #total} rests on. */
    List<Input> totalInputs(String name) {
        return byPartner.containsKey(WORLD) ? input(WORLD, name) : partnerInputs(name + " ");
    }

    List<Input> partnerInputs(String prefix) {
        return byPartner.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(WORLD))
                .map(entry -> entry.getValue().input(prefix + entry.getKey()))
                .toList();
    }
}
