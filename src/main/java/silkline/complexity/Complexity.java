package silkline.complexity;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Economic complexity of areas (ECI) and products (PCI) from revealed comparative advantage (Hidalgo and Hausmann 2009,
 * Hausmann et al. 2014). Areas without an advantage and products that no area has one in are left out before; they have
 * NaN. ECI has mean 0 and (population) standard deviation 1 over the areas left and grows with diversity; PCI is on the
 * scale of ECI, so that an area's ECI is the mean PCI of what it has.
 */
public final class Complexity {
    private static final double TIE = 1e-9;
    private static final int FEWEST = 3;

    private final Presence presence;
    private final int[] diversity;
    private final int[] ubiquity;
    private final double[] ofAreas;
    private final double[] ofProducts;
    private Reason reason = Reason.NONE;

    /** Why there is no index. */
    public enum Reason {
        NONE,
        /** Fewer than three areas or products are left. */
        TOO_FEW,
        /** Areas and products fall into groups without a link, so the second eigenvector says nothing about complexity. */
        DISCONNECTED,
        /** The second and the third eigenvalue are the same: there is no one second vector. */
        TIE
    }

    private Complexity(Presence presence) {
        this.presence = presence;
        diversity = presence.diversity();
        ubiquity = presence.ubiquity();
        ofAreas = new double[presence.areas()];
        ofProducts = new double[presence.products()];
        Arrays.fill(ofAreas, Double.NaN);
        Arrays.fill(ofProducts, Double.NaN);
    }

    /** {@code advantage}: Balassa's index, rows areas, columns products; NaN where there is none. */
    public static Complexity of(double[][] advantage) {
        Complexity complexity = new Complexity(new Presence(advantage));
        complexity.solve();
        return complexity;
    }

    private void solve() {
        int[] kept = IntStream.range(0, diversity.length)
                .filter(area -> diversity[area] > 0)
                .toArray();
        long products = Arrays.stream(ubiquity).filter(count -> count > 0).count();
        if (kept.length < FEWEST || products < FEWEST) {
            reason = Reason.TOO_FEW;
            return;
        }
        SymmetricEigen eigen = SymmetricEigen.of(links(kept));
        if (eigen.value(2) > 1 - TIE) {
            reason = Reason.DISCONNECTED;
        } else if (eigen.value(2) - eigen.value(3) < TIE) {
            reason = Reason.TIE;
        } else {
            index(kept, eigen.vector(2));
        }
    }

    /**
     * {@code D^-1/2 M U^-1 M' D^-1/2}: symmetric, with the eigenvalues of {@code D^-1 M U^-1 M'}, whose vectors are these
     * times {@code D^-1/2} ({@code M} presence, {@code D} diversity, {@code U} ubiquity).
     */
    private double[][] links(int[] kept) {
        int[] place = new int[diversity.length];
        for (int i = 0; i < kept.length; i++) {
            place[kept[i]] = i;
        }
        double[][] links = new double[kept.length][kept.length];
        for (int product = 0; product < ubiquity.length; product++) {
            int[] areas = presence.areasOf(product).stream().toArray();
            for (int area : areas) {
                for (int other : areas) {
                    links[place[area]][place[other]] += 1.0 / ubiquity[product];
                }
            }
        }
        for (int i = 0; i < kept.length; i++) {
            for (int j = 0; j < kept.length; j++) {
                links[i][j] /= Math.sqrt((double) diversity[kept[i]] * diversity[kept[j]]);
            }
        }
        return links;
    }

    private void index(int[] kept, double[] vector) {
        double[] areas = new double[diversity.length];
        for (int i = 0; i < kept.length; i++) {
            areas[kept[i]] = vector[i] / Math.sqrt(diversity[kept[i]]);
        }
        double[] products = new double[ubiquity.length];
        double[] means = new double[diversity.length];
        for (int product = 0; product < ubiquity.length; product++) {
            BitSet present = presence.areasOf(product);
            for (int area = present.nextSetBit(0); area >= 0; area = present.nextSetBit(area + 1)) {
                products[product] += areas[area] / ubiquity[product];
            }
            for (int area = present.nextSetBit(0); area >= 0; area = present.nextSetBit(area + 1)) {
                means[area] += products[product] / diversity[area];
            }
        }
        double mean =
                Arrays.stream(kept).mapToDouble(area -> means[area]).average().orElseThrow();
        double squares = Arrays.stream(kept)
                .mapToDouble(area -> (means[area] - mean) * (means[area] - mean))
                .sum();
        double scale = Math.sqrt(squares / kept.length) * sign(kept, means, mean);
        for (int area : kept) {
            ofAreas[area] = (means[area] - mean) / scale;
        }
        for (int product = 0; product < ubiquity.length; product++) {
            ofProducts[product] = ubiquity[product] > 0 ? (products[product] - mean) / scale : Double.NaN;
        }
    }

    /** An eigenvector has no direction of its own: areas with more products shall be the complex ones. */
    private double sign(int[] kept, double[] means, double mean) {
        double covariance = 0;
        double average =
                Arrays.stream(kept).map(area -> diversity[area]).average().orElseThrow();
        for (int area : kept) {
            covariance += (diversity[area] - average) * (means[area] - mean);
        }
        return covariance < 0 ? -1 : 1;
    }

    public Reason reason() {
        return reason;
    }

    /** ECI; NaN for an area that was left out, and for all where there is a {@link #reason}. */
    public double ofArea(int area) {
        return ofAreas[area];
    }

    /** PCI; NaN for a product that was left out, and for all where there is a {@link #reason}. */
    public double ofProduct(int product) {
        return ofProducts[product];
    }

    /** In how many products an area has an advantage of at least 1. */
    public int diversity(int area) {
        return diversity[area];
    }

    /** How many areas have an advantage of at least 1 in a product. */
    public int ubiquity(int product) {
        return ubiquity[product];
    }

    /** {@link Presence#proximity}. */
    public double proximity(int product, int other) {
        return presence.proximity(product, other);
    }

    /** {@link Presence#density}. */
    public double[][] density() {
        return presence.density();
    }
}
