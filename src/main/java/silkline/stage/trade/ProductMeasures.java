package silkline.stage.trade;

import static silkline.stage.TableNumbers.orNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import silkline.complexity.Complexity;
import silkline.share.Advantage;
import silkline.share.Share;
import silkline.share.Similarity;

/** Rows about areas and products in one period, from its matrix; NaN becomes null. */
final class ProductMeasures {
    /** Links that the maps of the product space show (Hidalgo et al. 2007); weaker ones are hundreds of thousands. */
    private static final double NEAR = 0.55;

    private final ProductMatrix matrix;
    private final List<String> areas;
    private final List<String> products;
    private final double[][] exports;
    private final double[] world;
    private final double[][] advantage;
    private final Complexity complexity;

    ProductMeasures(ProductMatrix matrix) {
        this.matrix = matrix;
        areas = matrix.exporters();
        products = matrix.products();
        exports = areas.stream().map(matrix::exports).toArray(double[][]::new);
        world = matrix.world();
        double worldTotal = ProductMatrix.total(world);
        advantage = new double[exports.length][products.size()];
        for (int area = 0; area < exports.length; area++) {
            double total = ProductMatrix.total(exports[area]);
            for (int product = 0; product < world.length; product++) {
                advantage[area][product] = Advantage.balassa(exports[area][product], total, world[product], worldTotal);
            }
        }
        complexity = Complexity.of(advantage);
    }

    /** Shaped like the own columns of {@link silkline.table.gold.AdvantageTable}. */
    List<Row> advantages() {
        List<Row> rows = new ArrayList<>();
        double[][] density = complexity.density();
        String denominator = matrix.hasPublishedWorld() ? "published_world" : "sum_of_reporters";
        for (int area = 0; area < exports.length; area++) {
            double total = ProductMatrix.total(exports[area]);
            for (int product = 0; product < world.length; product++) {
                double value = exports[area][product];
                double rca = advantage[area][product];
                rows.add(RowFactory.create(
                        areas.get(area),
                        products.get(product),
                        orNull(value),
                        orNull(Share.of(value, total)),
                        orNull(Share.of(value, world[product])),
                        orNull(rca),
                        orNull(Advantage.symmetric(rca)),
                        orNull(density[area][product]),
                        denominator,
                        (long) areas.size(),
                        Double.isNaN(value) ? "NOT_REPORTED" : Double.isNaN(rca) ? "WORLD_MISSING" : null));
            }
        }
        return rows;
    }

    /** Shaped like the own columns of {@link silkline.table.gold.ComplexityTable}; none where only the world is known. */
    List<Row> complexities() {
        List<Row> rows = new ArrayList<>();
        if (areas.isEmpty()) {
            return rows;
        }
        long areasKept = 0;
        long productsKept = 0;
        for (int area = 0; area < areas.size(); area++) {
            areasKept += complexity.diversity(area) > 0 ? 1 : 0;
        }
        for (int product = 0; product < products.size(); product++) {
            productsKept += complexity.ubiquity(product) > 0 ? 1 : 0;
        }
        for (int area = 0; area < areas.size(); area++) {
            int links = complexity.diversity(area);
            rows.add(complexity("area", areas.get(area), complexity.ofArea(area), links, areasKept, productsKept));
        }
        for (int product = 0; product < products.size(); product++) {
            int links = complexity.ubiquity(product);
            double index = complexity.ofProduct(product);
            rows.add(complexity("product", products.get(product), index, links, areasKept, productsKept));
        }
        return rows;
    }

    private Row complexity(String kind, String code, double index, long links, long areasKept, long productsKept) {
        boolean isSolved = complexity.reason() == Complexity.Reason.NONE;
        String reason = links == 0
                ? "NO_ADVANTAGE"
                : isSolved ? null : complexity.reason().name();
        return RowFactory.create(kind, code, orNull(index), links, areasKept, productsKept, reason);
    }

    /** Shaped like the own columns of {@link silkline.table.gold.ProximityTable}: each pair once, near ones; none without areas. */
    List<Row> proximities() {
        List<Row> rows = new ArrayList<>();
        if (areas.isEmpty()) {
            return rows;
        }
        for (int product = 0; product < products.size(); product++) {
            for (int other = product + 1; other < products.size(); other++) {
                double proximity = complexity.proximity(product, other);
                if (proximity >= NEAR) {
                    int most = Math.max(complexity.ubiquity(product), complexity.ubiquity(other));
                    long shared = Math.round(proximity * most);
                    rows.add(RowFactory.create(products.get(product), products.get(other), proximity, shared, null));
                }
            }
        }
        return rows;
    }

    /** Shaped like the own columns of {@link silkline.table.gold.SimilarityTable}. */
    List<Row> similarities() {
        List<Row> rows = new ArrayList<>();
        double[][] sold = Arrays.stream(exports).map(ProductMeasures::known).toArray(double[][]::new);
        double[][] bought =
                areas.stream().map(area -> known(matrix.imports(area))).toArray(double[][]::new);
        for (int area = 0; area < sold.length; area++) {
            for (int other = 0; other < sold.length; other++) {
                if (area != other) {
                    boolean isFitted = bought[other].length > 0;
                    double fit = isFitted ? Similarity.complementarity(sold[area], bought[other]) : Double.NaN;
                    rows.add(RowFactory.create(
                            areas.get(area),
                            areas.get(other),
                            orNull(Similarity.fingerKreinin(sold[area], sold[other])),
                            orNull(fit),
                            isFitted ? null : "SIDE_MISSING"));
                }
            }
        }
        return rows;
    }

    private static double[] known(double[] row) {
        return Arrays.stream(row).map(ProductMatrix::orZero).toArray();
    }
}
