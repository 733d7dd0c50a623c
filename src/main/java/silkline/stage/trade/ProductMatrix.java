package silkline.stage.trade;

import static silkline.series.SeriesId.WORLD;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import silkline.series.FlowCode;

/** What everyone sells to and buys from the world, by product, in one period; NaN where nothing is reported. */
final class ProductMatrix {
    private final Map<String, Map<String, Double>> exports = new TreeMap<>();
    private final Map<String, Map<String, Double>> imports = new TreeMap<>();
    private final Set<String> products = new TreeSet<>();

    /** Of two values for one cell the smaller stays, whichever comes first. */
    void put(String area, String flow, String product, double value) {
        products.add(product);
        (flow.equals(FlowCode.EXPORTS) ? exports : imports)
                .computeIfAbsent(area, key -> new TreeMap<>())
                .merge(product, value, Math::min);
    }

    List<String> products() {
        return List.copyOf(products);
    }

    /** Areas that report exports, in order, without the world. */
    List<String> exporters() {
        List<String> areas = new ArrayList<>(exports.keySet());
        areas.remove(WORLD);
        return areas;
    }

    boolean hasPublishedWorld() {
        return exports.containsKey(WORLD);
    }

    double[] exports(String area) {
        return row(exports.getOrDefault(area, Map.of()));
    }

    /** Empty where the area reports none. */
    double[] imports(String area) {
        return imports.containsKey(area) ? row(imports.get(area)) : new double[0];
    }

    private double[] row(Map<String, Double> values) {
        return products.stream()
                .mapToDouble(product -> values.getOrDefault(product, Double.NaN))
                .toArray();
    }

    /** Exports of each product by the world: as published, else by all who report. */
    double[] world() {
        if (hasPublishedWorld()) {
            return exports(WORLD);
        }
        double[] world = new double[products.size()];
        for (String area : exporters()) {
            double[] row = exports(area);
            for (int product = 0; product < row.length; product++) {
                world[product] += orZero(row[product]);
            }
        }
        return world;
    }

    static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    static double total(double[] row) {
        double total = 0;
        for (double value : row) {
            total += orZero(value);
        }
        return total;
    }
}
