package silkline.stage.trade;

import static silkline.stage.TableNumbers.orNull;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import silkline.growth.Prices;
import silkline.series.Frequency;
import silkline.series.Period;
import silkline.share.Share;

/** The rows of {@code gold.price} of one reporter, partner and level of a classification. */
final class PriceRows {
    private static final String BASE_MISSING = "BASE_MISSING";
    private static final String QUANTITY_MISSING = "QUANTITY_MISSING";

    private final long basket;
    private final Frequency frequency;
    private final String classification;
    /** By unit, product and period. */
    private final Map<String, Map<String, Map<Integer, Double>>> values = new TreeMap<>();

    private final Map<String, Map<String, Map<Integer, Double>>> quantities = new TreeMap<>();

    /** {@code rows}: basket, frequency, classification, product, unit, whether a quantity, period, value. */
    PriceRows(long basket, Iterator<Row> rows) {
        this.basket = basket;
        Row any = null;
        while (rows.hasNext()) {
            Row row = rows.next();
            any = row;
            // Of two values for one place the smaller stays, whichever comes first.
            (row.getBoolean(5) ? quantities : values)
                    .computeIfAbsent(row.getString(4), unit -> new TreeMap<>())
                    .computeIfAbsent(row.getString(3), product -> new TreeMap<>())
                    .merge(row.getInt(6), row.getDouble(7), Math::min);
        }
        frequency = Frequency.parse(any.getString(1)).orElseThrow();
        classification = any.getString(2);
    }

    Iterator<Row> iterator() {
        List<Row> rows = new ArrayList<>();
        values.forEach((currency, products) -> {
            TreeSet<Integer> periods = new TreeSet<>();
            products.forEach((product, byPeriod) -> {
                periods.addAll(byPeriod.keySet());
                if (!unit(product).isEmpty()) {
                    byPeriod.keySet().forEach(period -> rows.add(row(currency, products, product, period)));
                }
            });
            periods.forEach(period -> rows.add(row(currency, products, classification, period)));
        });
        return rows.iterator();
    }

    /** The first unit that quantities of a product are in; empty where it has none. */
    private String unit(String product) {
        return quantities.keySet().stream()
                .filter(unit -> quantities.get(unit).containsKey(product))
                .findFirst()
                .orElse("");
    }

    private double quantity(String product, int period) {
        String unit = unit(product);
        return unit.isEmpty() ? Double.NaN : quantities.get(unit).get(product).getOrDefault(period, Double.NaN);
    }

    /** Of one product, or of all under the name of their classification. */
    private Row row(String currency, Map<String, Map<Integer, Double>> products, String name, int period) {
        boolean isOne = products.containsKey(name);
        List<String> wanted = isOne ? List.of(name) : List.copyOf(products.keySet());
        int before = period - frequency.perYear();
        List<String> weighed = wanted.stream()
                .filter(product -> unitValue(products, product, period) > 0)
                .toList();
        List<String> known = weighed.stream()
                .filter(product -> unitValue(products, product, before) > 0)
                .toList();
        Prices prices = Prices.of(
                each(known, product -> unitValue(products, product, before)),
                each(known, product -> unitValue(products, product, period)),
                each(known, product -> quantity(product, before)),
                each(known, product -> quantity(product, period)));
        double all = sum(wanted, product -> products.get(product).getOrDefault(period, 0.0));
        double compared = sum(known, product -> products.get(product).get(period));
        return RowFactory.create(
                basket,
                currency,
                name,
                new Period(frequency, period).toString(),
                period,
                (long) known.size(),
                all,
                isOne ? orNull(quantity(name, period)) : null,
                isOne ? unit(name) : null,
                isOne ? orNull(unitValue(products, name, period)) : null,
                orNull(prices.value() - 1),
                orNull(prices.price() - 1),
                orNull(prices.volume() - 1),
                orNull(prices.laspeyres()),
                orNull(prices.paasche()),
                orNull(Share.of(compared, all)),
                weighed.isEmpty() ? QUANTITY_MISSING : known.isEmpty() ? BASE_MISSING : null);
    }

    private double unitValue(Map<String, Map<Integer, Double>> products, String product, int period) {
        double value = products.get(product).getOrDefault(period, Double.NaN);
        return Prices.unitValue(value, quantity(product, period));
    }

    private static double[] each(List<String> products, ToDoubleFunction<String> figure) {
        return products.stream().mapToDouble(figure).toArray();
    }

    private static double sum(List<String> products, ToDoubleFunction<String> figure) {
        return products.stream().mapToDouble(figure).sum();
    }
}
