package silkline.testing.bench;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import silkline.forecast.ForecastRequest.Reconciliation;
import silkline.forecast.reconcile.Sum;
import silkline.forecast.reconcile.TradeSums;
import silkline.series.Frequency;
import silkline.series.Period;
import silkline.series.SeriesId;
import silkline.stage.panel.GroupMember;
import silkline.table.gold.ForecastTable;

/**
 * Forecasts of flows held against what came. A case is a hierarchy from one origin and a period ahead, or a longer one
 * that ends within the horizon; of one that is under way, only what was ahead counts. The absolute errors of all flows of
 * a kind are summed up, in shares of what the total of the last year makes for as many periods.
 */
final class ReconcileScore {
    private static final int RECENT = 3;
    /** As in the stage. */
    private static final double TOLERANCE = 0.005;

    /** What a 95 % interval costs that misses, for each unit that it misses by. Gneiting and Raftery 2007. */
    private static final double MISSED = 2 / 0.05;

    private final ReconcilePanel panel;
    private final Map<SeriesId, TreeMap<Integer, Double>> values = new HashMap<>();
    /** By what was asked for, series and period. */
    private final Map<String, Map<SeriesId, Map<String, Row>>> forecasts = new LinkedHashMap<>();

    private final Map<Frequency, Map<String, Map<String, Mean>>> scores = new EnumMap<>(Frequency.class);

    private static final class Mean {
        private double sum;
        private int count;

        void add(double value) {
            sum += value;
            count++;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.4f", sum / count);
        }
    }

    /** Flows of one reporter that were forecast from one origin, by place; which are in a sum, and in which. */
    private record Hierarchy(
            int origin, List<SeriesId> flows, int total, Set<Integer> places, Map<Reconciliation, List<Sum>> sums) {}

    /** Rows: the id of a series, the index of a period, its value. */
    ReconcileScore(ReconcilePanel panel, List<Row> rows) {
        this.panel = panel;
        rows.forEach(row -> values.computeIfAbsent(SeriesId.parse(row.getString(0)), id -> new TreeMap<>())
                .put(row.getInt(1), row.getDouble(2)));
    }

    /** Forecasts of series whose last value is not that of the origin are left out. */
    void add(String along, List<Row> rows) {
        Map<SeriesId, Map<String, Row>> bySeries = new TreeMap<>(Comparator.comparing(SeriesId::toString));
        for (Row row : rows) {
            SeriesId id =
                    SeriesId.parse(row.getAs(ForecastTable.SPEC.fields().get(1).name()));
            boolean isFromOrigin =
                    row.getAs(ForecastTable.ORIGIN).equals(period(origin(id)).toString());
            boolean counts = row.<Boolean>getAs(ForecastTable.IS_SELECTED)
                    || ForecastTable.SUMS.contains(row.<String>getAs(ForecastTable.MODEL_REQUESTED));
            if (isFromOrigin && counts) {
                bySeries.computeIfAbsent(id, key -> new HashMap<>()).put(row.getAs("time_period"), row);
            }
        }
        forecasts.put(along, bySeries);
    }

    private static int origin(SeriesId id) {
        return Integer.parseInt(id.datasetId().substring(ReconcileMeasure.DATASET.length()));
    }

    private Period period(int index) {
        return new Period(panel.frequency(), index);
    }

    /** A table for each length of periods. */
    void print(PrintStream out) {
        List<Hierarchy> hierarchies = hierarchies();
        hierarchies.forEach(this::score);
        scores.forEach((frequency, byAlong) -> {
            int cases = byAlong.get("NONE").get("total").count;
            out.printf("%n%s, %s: %d hierarchies, %d cases%n", panel.title(), frequency, hierarchies.size(), cases);
            List<String> columns = byAlong.values().stream()
                    .flatMap(means -> means.keySet().stream())
                    .distinct()
                    .toList();
            out.printf("| | %s |%n", String.join(" | ", columns));
            byAlong.forEach((along, means) -> out.printf(
                    "| %s | %s |%n",
                    along,
                    columns.stream()
                            .map(column -> means.containsKey(column)
                                    ? means.get(column).toString()
                                    : "")
                            .collect(Collectors.joining(" | "))));
        });
    }

    private List<Hierarchy> hierarchies() {
        return forecasts.get("NONE").keySet().stream()
                .collect(Collectors.groupingBy(
                        id -> List.of(id.datasetId(), id.refArea(), id.flow()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .flatMap(this::hierarchy)
                .toList();
    }

    /** None where the total of all is not the sum of anything. */
    private Stream<Hierarchy> hierarchy(List<SeriesId> flows) {
        int origin = origin(flows.get(0));
        Map<String, Set<String>> groups = panel.areas().memberships().stream()
                .filter(member -> member.isValid(period(origin)))
                .collect(Collectors.groupingBy(
                        GroupMember::group, Collectors.mapping(GroupMember::area, Collectors.toSet())));
        TradeSums known = new TradeSums(
                flows.stream()
                        .map(id -> new TradeSums.Flow(id.counterpartArea(), id.product()))
                        .toList(),
                panel.areas().aggregates(),
                groups);
        Map<Reconciliation, List<Sum>> sums = new EnumMap<>(Reconciliation.class);
        sums.put(Reconciliation.PARTNER, complete(known.byPartner(), flows, origin));
        sums.put(Reconciliation.PRODUCT, complete(known.byProduct(), flows, origin));
        sums.put(Reconciliation.GROUP, complete(known.byGroup(), flows, origin));
        Set<Integer> places = sums.values().stream()
                .flatMap(List::stream)
                .flatMap(sum -> Stream.concat(Stream.of(sum.total()), sum.parts().stream()))
                .collect(Collectors.toSet());
        return places.stream()
                .filter(place -> kind(flows.get(place)).equals("total"))
                .map(total -> new Hierarchy(origin, flows, total, places, sums));
    }

    private List<Sum> complete(List<Sum> sums, List<SeriesId> flows, int origin) {
        return sums.stream()
                .filter(sum -> IntStream.range(0, RECENT).allMatch(ago -> {
                    double total = value(flows.get(sum.total()), origin - ago);
                    double parts = sum.parts().stream()
                            .mapToDouble(part -> value(flows.get(part), origin - ago))
                            .filter(value -> !Double.isNaN(value))
                            .sum();
                    return Math.abs(parts - total) <= TOLERANCE * Math.abs(total);
                }))
                .toList();
    }

    private double value(SeriesId id, int index) {
        return values.get(id).getOrDefault(index, Double.NaN);
    }

    private String kind(SeriesId id) {
        boolean isGroup = panel.areas().memberships().stream()
                .anyMatch(member -> member.group().equals(id.counterpartArea()));
        boolean isTotal = id.product().equals("TOTAL");
        if (id.counterpartArea().equals(SeriesId.WORLD)) {
            return isTotal ? "total" : "products";
        }
        return isGroup ? "groups" : isTotal ? "partners" : "cells";
    }

    private void score(Hierarchy hierarchy) {
        int last = hierarchy.origin() + panel.horizon();
        for (Frequency frequency : List.of(Frequency.MONTH, Frequency.QUARTER, Frequency.ANNUAL)) {
            int size = panel.frequency().perYear() / frequency.perYear();
            if (size > 0) {
                for (int i = Math.floorDiv(hierarchy.origin() + 1, size); (i + 1) * size <= last + 1; i++) {
                    score(hierarchy, new Period(frequency, i), i * size, (i + 1) * size);
                }
            }
        }
    }

    /** A period that goes from {@code from} to before {@code to}. */
    private void score(Hierarchy hierarchy, Period whole, int from, int to) {
        int[] ahead =
                IntStream.range(Math.max(from, hierarchy.origin() + 1), to).toArray();
        SeriesId top = hierarchy.flows().get(hierarchy.total());
        int perYear = panel.frequency().perYear();
        double scale = ahead.length
                * IntStream.range(0, perYear)
                        .mapToDouble(ago -> value(top, hierarchy.origin() - ago))
                        .sum()
                / perYear;
        if (Double.isNaN(scale + actual(top, ahead))) {
            return;
        }
        forecasts.forEach((along, known) -> {
            Map<String, Double> errors = new TreeMap<>();
            for (int place : hierarchy.places()) {
                SeriesId id = hierarchy.flows().get(place);
                double error = Math.abs(mean(known, hierarchy, place, ahead) - actual(id, ahead)) / scale;
                if (!Double.isNaN(error)) {
                    errors.merge(kind(id), error, Double::sum);
                }
                double came = actual(id, IntStream.range(from, to).toArray());
                Row row = known.getOrDefault(id, Map.of()).get(whole.toString());
                if (row != null && !Double.isNaN(came)) {
                    double below = Math.max(0, row.<Double>getAs(ForecastTable.LO95) - came);
                    double above = Math.max(0, came - row.<Double>getAs(ForecastTable.HI95));
                    double width = row.<Double>getAs(ForecastTable.HI95) - row.<Double>getAs(ForecastTable.LO95);
                    add(whole, along, kind(id) + " covered", below + above > 0 ? 0 : 1);
                    errors.merge(kind(id) + " interval", (width + MISSED * (below + above)) / scale, Double::sum);
                }
            }
            hierarchy.sums().forEach((dimension, sums) -> {
                double gap = 0;
                for (Sum sum : sums) {
                    double parts = sum.parts().stream()
                            .mapToDouble(part -> mean(known, hierarchy, part, ahead))
                            .sum();
                    gap += Math.abs(mean(known, hierarchy, sum.total(), ahead) - parts) / scale;
                    if (sum.total() == hierarchy.total()) {
                        errors.put("total as sum", Math.abs(parts - actual(top, ahead)) / scale);
                    }
                }
                if (!sums.isEmpty()) {
                    add(whole, along, dimension + " gaps", gap);
                }
            });
            errors.forEach((kind, error) -> add(whole, along, kind, error));
        });
    }

    private double actual(SeriesId id, int[] periods) {
        double sum = 0;
        for (int period : periods) {
            sum += value(id, period);
        }
        return sum;
    }

    /** Of a group that nobody publishes and nothing was made for: the sum of its members. */
    private double mean(Map<SeriesId, Map<String, Row>> known, Hierarchy hierarchy, int place, int[] periods) {
        Map<String, Row> rows = known.get(hierarchy.flows().get(place));
        if (rows == null) {
            return hierarchy.sums().get(Reconciliation.GROUP).stream()
                    .filter(sum -> sum.total() == place)
                    .flatMap(sum -> sum.parts().stream())
                    .mapToDouble(part -> mean(known, hierarchy, part, periods))
                    .sum();
        }
        double sum = 0;
        for (int period : periods) {
            sum += rows.get(period(period).toString()).<Double>getAs(ForecastTable.MEAN);
        }
        return sum;
    }

    private void add(Period period, String along, String what, double value) {
        scores.computeIfAbsent(period.frequency(), key -> new LinkedHashMap<>())
                .computeIfAbsent(along, key -> new TreeMap<>())
                .computeIfAbsent(what, key -> new Mean())
                .add(value);
    }
}
