package silkline.stage.forecast;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import silkline.forecast.ForecastRequest.Reconciliation;
import silkline.forecast.reconcile.Sum;
import silkline.forecast.reconcile.TradeSums;
import silkline.series.Period;
import silkline.series.SeriesId;
import silkline.stage.panel.GroupMember;
import silkline.stage.panel.ShareStage;

/** Flows of one reporter, of which some are sums of others: results of {@link ForecastStage#results} with their places. */
final class SeriesHierarchy {
    /** Parts and total of the past may differ by this share of the total. */
    private static final double TOLERANCE = 0.005;

    private static final int LEAST_MEMBERS = 2;

    private final List<SeriesNode> results = new ArrayList<>();
    private final Plan plan;

    /** What is to add up, and what areas are. */
    record Plan(Set<Reconciliation> along, ShareStage.Areas areas) implements Serializable {
        Plan {
            along = Set.copyOf(along);
        }
    }

    SeriesHierarchy(Iterator<Row> rows, Plan plan) {
        this.plan = plan;
        Map<String, List<SeriesNode>> byOrigin = new TreeMap<>(Comparator.reverseOrder());
        List<SeriesNode> derived = new ArrayList<>();
        rows.forEachRemaining(row -> {
            SeriesNode node = new SeriesNode(row);
            if (node.isDerived()) {
                derived.add(node);
            } else {
                results.add(node);
                byOrigin.computeIfAbsent(node.origin(), origin -> new ArrayList<>())
                        .add(node);
            }
        });
        byOrigin.remove("");
        byOrigin.forEach((origin, nodes) -> reconcile(origin, nodes, derived));
    }

    /** All that came, reconciled where sums were complete, and the groups that are the sum of their members. */
    List<Row> results() {
        return results.stream().map(SeriesNode::result).toList();
    }

    /** {@code derived} loses what is made here. */
    private void reconcile(String origin, List<SeriesNode> nodes, List<SeriesNode> derived) {
        List<TradeSums.Flow> flows = nodes.stream().map(SeriesNode::flow).toList();
        TradeSums known = new TradeSums(flows, plan.areas().aggregates(), groups(origin));
        Map<Reconciliation, List<Sum>> sums = new EnumMap<>(Reconciliation.class);
        sums.put(Reconciliation.PARTNER, complete(known.byPartner(), nodes));
        sums.put(Reconciliation.PRODUCT, complete(known.byProduct(), nodes));
        sums.put(Reconciliation.GROUP, complete(known.byGroup(), nodes));
        Map<SeriesNode, List<Integer>> groups = plan.along().contains(Reconciliation.GROUP)
                ? members(derived, known, sums.get(Reconciliation.PARTNER))
                : Map.of();
        List<Sum> asked = new ArrayList<>();
        plan.along().forEach(dimension -> sums.get(dimension).forEach(sum -> {
            asked.add(sum);
            nodes.get(sum.total()).add(Set.of(dimension));
            sum.parts().forEach(part -> nodes.get(part).add(Set.of(dimension)));
        }));
        if (asked.isEmpty() && groups.isEmpty()) {
            return;
        }
        Set<Integer> places = new TreeSet<>();
        asked.forEach(sum -> {
            places.add(sum.total());
            places.addAll(sum.parts());
        });
        groups.values().forEach(places::addAll);
        List<SeriesNode> together = places.stream().map(nodes::get).toList();
        Map<Integer, Integer> at = new HashMap<>();
        places.forEach(place -> at.put(place, at.size()));
        Reconciled reconciled = Reconciled.of(
                together,
                asked.stream().map(sum -> sum.at(at)).toList(),
                groups.values().stream()
                        .map(members -> members.stream().map(at::get).toList())
                        .toList());
        reconciled.move();
        List<SeriesNode> made = reconciled.groups(List.copyOf(groups.keySet()));
        results.addAll(made);
        if (plan.along().contains(Reconciliation.PARTNER)) {
            sums.get(Reconciliation.PARTNER).forEach(sum -> share(nodes, sum, made));
        }
    }

    /** Of the partners and groups in the world. */
    private static void share(List<SeriesNode> nodes, Sum sum, List<SeriesNode> groups) {
        SeriesNode world = nodes.get(sum.total());
        sum.parts().forEach(part -> nodes.get(part).shareOf(world));
        groups.stream()
                .filter(group -> group.flow().product().equals(world.flow().product()))
                .forEach(group -> group.shareOf(world));
        world.shareOf(world);
    }

    private Map<String, Set<String>> groups(String origin) {
        Period period = Period.parse(origin).orElseThrow();
        return plan.areas().memberships().stream()
                .filter(member -> member.isValid(period))
                .collect(Collectors.groupingBy(
                        GroupMember::group, TreeMap::new, Collectors.mapping(GroupMember::area, Collectors.toSet())));
    }

    /** Sums that the last values agree with. */
    private static List<Sum> complete(List<Sum> sums, List<SeriesNode> nodes) {
        return sums.stream().filter(sum -> isComplete(sum, nodes)).toList();
    }

    private static boolean isComplete(Sum sum, List<SeriesNode> nodes) {
        List<Double> total = nodes.get(sum.total()).recent();
        for (int t = 0; t < total.size(); t++) {
            double parts = 0;
            for (int part : sum.parts()) {
                Double value = nodes.get(part).recent().get(t);
                parts += value == null ? 0 : value;
            }
            if (total.get(t) == null || !(Math.abs(parts - total.get(t)) <= TOLERANCE * Math.abs(total.get(t)))) {
                return false;
            }
        }
        return true;
    }

    /**
     * The members of groups that are taken out of {@code derived}: those of which every member but the reporter itself is
     * among the flows, or where the partners that are there make up the world.
     */
    private static Map<SeriesNode, List<Integer>> members(
            List<SeriesNode> derived, TradeSums known, List<Sum> ofPartners) {
        Map<SeriesNode, List<Integer>> members = new LinkedHashMap<>();
        for (SeriesNode group : derived) {
            String product = group.flow().product();
            Set<String> missing =
                    new HashSet<>(known.groups().getOrDefault(group.flow().partner(), Set.of()));
            List<Integer> places = IntStream.range(0, known.flows().size())
                    .filter(i -> known.flows().get(i).product().equals(product))
                    .filter(i -> missing.contains(known.flows().get(i).partner()))
                    .boxed()
                    .toList();
            places.forEach(place -> missing.remove(known.flows().get(place).partner()));
            missing.remove(SeriesId.parse(group.id()).refArea());
            boolean isWorldComplete = ofPartners.stream()
                    .anyMatch(sum -> known.flows().get(sum.total()).product().equals(product));
            if (places.size() >= LEAST_MEMBERS && (missing.isEmpty() || isWorldComplete)) {
                members.put(group, places);
            }
        }
        derived.removeAll(members.keySet());
        return members;
    }
}
