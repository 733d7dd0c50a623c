package silkline.complexity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Which area sells which product with an advantage; what a {@link Complexity} is made of. */
final class Presence {
    private final List<BitSet> areasOfProduct = new ArrayList<>();
    private final int areas;

    /** {@code advantage}: rows areas, columns products; present where at least 1, NaN is absent. */
    Presence(double[][] advantage) {
        areas = advantage.length;
        int products = areas == 0 ? 0 : advantage[0].length;
        for (int product = 0; product < products; product++) {
            BitSet present = new BitSet(areas);
            for (int area = 0; area < areas; area++) {
                present.set(area, advantage[area][product] >= 1);
            }
            areasOfProduct.add(present);
        }
    }

    int areas() {
        return areas;
    }

    int products() {
        return areasOfProduct.size();
    }

    /** The areas that have the product; not to be changed. */
    BitSet areasOf(int product) {
        return areasOfProduct.get(product);
    }

    /** How many products each area has. */
    int[] diversity() {
        int[] diversity = new int[areas];
        for (BitSet present : areasOfProduct) {
            present.stream().forEach(area -> diversity[area]++);
        }
        return diversity;
    }

    /** How many areas have each product. */
    int[] ubiquity() {
        return areasOfProduct.stream().mapToInt(BitSet::cardinality).toArray();
    }

    /**
     * The lower of the two chances that an area with one product has the other; 1 for a product with itself, NaN where
     * an area with it does not exist (Hidalgo, Klinger, Barabasi and Hausmann 2007).
     */
    double proximity(int product, int other) {
        BitSet both = (BitSet) areasOf(product).clone();
        both.and(areasOf(other));
        int most = Math.max(areasOf(product).cardinality(), areasOf(other).cardinality());
        boolean isDefined = !areasOf(product).isEmpty() && !areasOf(other).isEmpty();
        return isDefined ? (double) both.cardinality() / most : Double.NaN;
    }

    /**
     * How near an area is to a product, {@code sum(present_i proximity_i) / sum(proximity_i)} over all products, the
     * product itself included: 0 to 1; rows areas, columns products, NaN for a product that no area has (same source).
     */
    double[][] density() {
        double[][] density = new double[areas][products()];
        double[] near = new double[areas];
        for (int product = 0; product < products(); product++) {
            java.util.Arrays.fill(near, 0);
            double all = 0;
            for (int other = 0; other < products(); other++) {
                double proximity = proximity(product, other);
                if (proximity > 0) {
                    all += proximity;
                    BitSet present = areasOf(other);
                    for (int area = present.nextSetBit(0); area >= 0; area = present.nextSetBit(area + 1)) {
                        near[area] += proximity;
                    }
                }
            }
            for (int area = 0; area < areas; area++) {
                density[area][product] = near[area] / all;
            }
        }
        return density;
    }
}
