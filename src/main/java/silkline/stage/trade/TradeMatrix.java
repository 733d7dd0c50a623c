package silkline.stage.trade;

import static silkline.series.SeriesId.WORLD;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import silkline.series.FlowCode;

/** What everyone says of the trade with everyone in one period. Missing values are NaN. */
final class TradeMatrix {
    /** A sum has to hold this part of what it stands for. */
    private static final double COMPLETE = 0.95;

    private final Map<String, Map<String, Double>> exports = new TreeMap<>();
    private final Map<String, Map<String, Double>> imports = new TreeMap<>();

    /** Of two values for one cell the first stays. */
    void put(String area, String flow, String partner, double value) {
        (flow.equals(FlowCode.EXPORTS) ? exports : imports)
                .computeIfAbsent(area, key -> new TreeMap<>())
                .putIfAbsent(partner, value);
    }

    /** Areas that report anything, in order, without the world. */
    Set<String> reporters() {
        Set<String> reporters = new TreeSet<>(exports.keySet());
        reporters.addAll(imports.keySet());
        reporters.remove(WORLD);
        return reporters;
    }

    double exports(String area, String partner) {
        return exports.getOrDefault(area, Map.of()).getOrDefault(partner, Double.NaN);
    }

    double imports(String area, String partner) {
        return imports.getOrDefault(area, Map.of()).getOrDefault(partner, Double.NaN);
    }

    /** Single partners with which the area reports trade, in order. */
    Set<String> partners(String area) {
        Set<String> partners =
                new TreeSet<>(exports.getOrDefault(area, Map.of()).keySet());
        partners.addAll(imports.getOrDefault(area, Map.of()).keySet());
        partners.remove(WORLD);
        return partners;
    }

    /** Values by single partner, in order; not to be changed. */
    Map<String, Double> byPartner(String area, String flow) {
        Map<String, Double> found = (flow.equals(FlowCode.EXPORTS) ? exports : imports).getOrDefault(area, Map.of());
        return found.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(WORLD))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    /** The published total, else the sum over single partners; NaN without either. */
    double total(String area, String flow) {
        Map<String, Double> found = (flow.equals(FlowCode.EXPORTS) ? exports : imports).getOrDefault(area, Map.of());
        double sum = found.isEmpty() ? Double.NaN : 0;
        for (double value : found.values()) {
            sum += value;
        }
        return found.getOrDefault(WORLD, sum);
    }

    boolean hasPublishedWorld() {
        return exports.containsKey(WORLD);
    }

    /** Which part of all exports, as published or added up, goes to areas that report themselves; NaN without exports. */
    double covered() {
        double known = 0;
        double all = 0;
        Set<String> reporters = reporters();
        for (String area : reporters) {
            double total = total(area, FlowCode.EXPORTS);
            all += Double.isNaN(total) ? 0 : total;
            for (Map.Entry<String, Double> cell :
                    byPartner(area, FlowCode.EXPORTS).entrySet()) {
                known += reporters.contains(cell.getKey()) ? cell.getValue() : 0;
            }
        }
        return all > 0 ? known / all : Double.NaN;
    }

    /** Whether the single partners make up (nearly) all that the area exports, so that they may be counted. */
    boolean namesItsMarkets(String area) {
        double named = 0;
        for (double value : byPartner(area, FlowCode.EXPORTS).values()) {
            named += value;
        }
        return named >= COMPLETE * total(area, FlowCode.EXPORTS);
    }

    /** Whether there is a world to compare with, published or as the sum of those who report. */
    boolean hasWorld() {
        return hasPublishedWorld() || covered() >= COMPLETE;
    }

    /** The world's trade with {@code partner}, or with all where that is the world itself; only where it {@link #hasWorld}. */
    double world(String flow, String partner) {
        if (hasPublishedWorld()) {
            double published = flow.equals(FlowCode.EXPORTS) ? exports(WORLD, partner) : imports(WORLD, partner);
            return partner.equals(WORLD) && Double.isNaN(published) ? total(WORLD, flow) : published;
        }
        double sum = 0;
        for (String area : reporters()) {
            double value = partner.equals(WORLD)
                    ? total(area, flow)
                    : flow.equals(FlowCode.EXPORTS) ? exports(area, partner) : imports(area, partner);
            sum += Double.isNaN(value) ? 0 : value;
        }
        return sum;
    }

    /** All single areas that import, by their own report or by that of an exporter. */
    Set<String> importers() {
        Set<String> importers = new TreeSet<>();
        for (String area : reporters()) {
            byPartner(area, FlowCode.EXPORTS).forEach((partner, value) -> addIf(value > 0, importers, partner));
            addIf(total(area, FlowCode.IMPORTS) > 0, importers, area);
        }
        return importers;
    }

    private static void addIf(boolean isIn, Set<String> areas, String area) {
        if (isIn) {
            areas.add(area);
        }
    }
}
