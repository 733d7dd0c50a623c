package silkline.forecast.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of the flows of one reporter can be the sum of others, by what they are called alone; whether they are is for
 * their values to say.
 *
 * @param flows in the order that {@link Sum} counts them
 * @param aggregates areas that are no partners
 * @param groups members of the groups of partners
 */
public record TradeSums(List<Flow> flows, Set<String> aggregates, Map<String, Set<String>> groups) {
    /** All partners together. */
    public static final String WORLD = "WLD";

    /** Partners that a source does not name. */
    private static final String REST = "_X";

    private static final String NO_PARTNER = "_Z";
    private static final String ALL_PRODUCTS = "TOTAL";

    /** Trade with a partner in a product. */
    public record Flow(String partner, String product) {}

    private record Family(int total, String classification) {}

    public TradeSums {
        flows = List.copyOf(flows);
        aggregates = Set.copyOf(aggregates);
        groups = Map.copyOf(groups);
    }

    /** The world of all its partners, for each product. */
    public List<Sum> byPartner() {
        return sums(WORLD, this::isPartner);
    }

    /** Published groups of their members, for each product. */
    public List<Sum> byGroup() {
        List<Sum> sums = new ArrayList<>();
        groups.forEach((group, members) -> sums.addAll(sums(group, members::contains)));
        return sums;
    }

    private interface IsPart {
        boolean test(String partner);
    }

    private List<Sum> sums(String total, IsPart isPart) {
        Map<String, Integer> totals = new LinkedHashMap<>();
        Map<String, List<Integer>> parts = new LinkedHashMap<>();
        for (int i = 0; i < flows.size(); i++) {
            Flow flow = flows.get(i);
            if (flow.partner().equals(total)) {
                totals.put(flow.product(), i);
            } else if (isPart.test(flow.partner())) {
                parts.computeIfAbsent(flow.product(), product -> new ArrayList<>())
                        .add(i);
            }
        }
        List<Sum> sums = new ArrayList<>();
        totals.forEach((product, place) -> {
            if (parts.containsKey(product)) {
                sums.add(new Sum(place, parts.get(product)));
            }
        });
        return sums;
    }

    /** Whether it is an area that others do not contain. */
    public boolean isPartner(String area) {
        return area.equals(REST) || !(area.equals(NO_PARTNER) || aggregates.contains(area));
    }

    /**
     * Products of those right below them, for each partner. Of codes of one classification, a longer one that begins with
     * a shorter one is part of it (Harmonized System, SITC, EBOPS); one that no other holds is part of {@code TOTAL}.
     */
    public List<Sum> byProduct() {
        Map<String, Map<String, Integer>> byPartner = new LinkedHashMap<>();
        for (int i = 0; i < flows.size(); i++) {
            Flow flow = flows.get(i);
            byPartner
                    .computeIfAbsent(flow.partner(), partner -> new LinkedHashMap<>())
                    .put(flow.product(), i);
        }
        Map<Family, List<Integer>> families = new LinkedHashMap<>();
        for (Map<String, Integer> products : byPartner.values()) {
            products.forEach((product, place) -> {
                Integer total = products.get(above(product, products.keySet()));
                if (total != null) {
                    families.computeIfAbsent(new Family(total, classification(product)), family -> new ArrayList<>())
                            .add(place);
                }
            });
        }
        List<Sum> sums = new ArrayList<>();
        families.forEach((family, parts) -> sums.add(new Sum(family.total(), parts)));
        return sums;
    }

    private static String above(String product, Set<String> products) {
        int colon = product.indexOf(':');
        if (colon < 0) {
            return "";
        }
        for (int length = product.length() - 1; length > colon + 1; length--) {
            if (products.contains(product.substring(0, length))) {
                return product.substring(0, length);
            }
        }
        return ALL_PRODUCTS;
    }

    private static String classification(String product) {
        return product.substring(0, product.indexOf(':'));
    }
}
