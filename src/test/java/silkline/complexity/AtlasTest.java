package silkline.complexity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import silkline.share.Advantage;

/**
 * The world's exports by country and product in 2016 against the Python package {@code ecomplexity} and the published
 * indices of the Atlas; see {@code PROVENANCE.md} beside the expected figures.
 */
class AtlasTest {
    private static final Path MATRIX = Path.of("../shared/data/official/atlas/world_exports_country_hs4_2016.csv.gz");
    private static List<String> areas;
    private static List<String> products;
    private static double[][] values;
    private static double[][] advantage;
    private static Complexity complexity;

    @BeforeAll
    static void compute() throws IOException {
        Assumptions.assumeTrue(Files.exists(MATRIX), MATRIX + " is not there: nothing to compare");
        List<CSVRecord> cells;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(MATRIX))) {
            cells = parse(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        areas = new ArrayList<>(new TreeSet<>(cells.stream().map(c -> c.get(0)).toList()));
        products =
                new ArrayList<>(new TreeSet<>(cells.stream().map(c -> c.get(2)).toList()));
        values = new double[areas.size()][products.size()];
        for (CSVRecord cell : cells) {
            values[areas.indexOf(cell.get(0))][products.indexOf(cell.get(2))] = Double.parseDouble(cell.get(3));
        }
        advantage = advantage(values);
        complexity = Complexity.of(advantage);
    }

    private static double[][] advantage(double[][] exports) {
        double[] ofProducts = new double[exports[0].length];
        double world = 0;
        for (double[] area : exports) {
            for (int product = 0; product < area.length; product++) {
                ofProducts[product] += area[product];
                world += area[product];
            }
        }
        double[][] found = new double[exports.length][ofProducts.length];
        for (int area = 0; area < exports.length; area++) {
            double total = Arrays.stream(exports[area]).sum();
            for (int product = 0; product < ofProducts.length; product++) {
                found[area][product] = Advantage.balassa(exports[area][product], total, ofProducts[product], world);
            }
        }
        return found;
    }

    private static List<CSVRecord> parse(Reader reader) throws IOException {
        return CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(reader)
                .getRecords();
    }

    private static List<CSVRecord> expected(String name) throws IOException {
        try (Reader reader = new InputStreamReader(
                AtlasTest.class.getResourceAsStream("/silkline/complexity/" + name), StandardCharsets.UTF_8)) {
            return parse(reader);
        }
    }

    @Test
    void countriesAreAsThePythonPackageFindsThem() throws IOException {
        List<CSVRecord> rows = expected("eci.csv");
        assertThat(rows).hasSize(areas.size());
        for (CSVRecord row : rows) {
            int area = areas.indexOf(row.get("loc"));
            assertThat(complexity.diversity(area))
                    .as("%s", row)
                    .isEqualTo(Integer.parseInt(row.get("diversity").replace(".0", "")));
            assertThat(complexity.ofArea(area)).as("%s", row).isCloseTo(number(row, "eci"), within(1e-9));
        }
    }

    @Test
    void productsAreAsThePythonPackageFindsThem() throws IOException {
        for (CSVRecord row : expected("pci.csv")) {
            int product = products.indexOf(row.get("prod"));
            assertThat((double) complexity.ubiquity(product)).as("%s", row).isEqualTo(number(row, "ubiquity"));
            assertThat(complexity.ofProduct(product)).as("%s", row).isCloseTo(number(row, "pci"), within(1e-9));
        }
    }

    @Test
    void advantageAndDensityAreAsThePythonPackageFindsThem() throws IOException {
        double[][] density = complexity.density();
        for (CSVRecord row : expected("advantage.csv")) {
            int area = areas.indexOf(row.get("loc"));
            int product = products.indexOf(row.get("prod"));
            assertThat(advantage[area][product]).as("%s", row).isCloseTo(number(row, "rca"), within(1e-9));
            assertThat(density[area][product]).as("%s", row).isCloseTo(number(row, "density"), within(1e-9));
        }
        for (CSVRecord row : expected("proximity.csv")) {
            double found =
                    complexity.proximity(products.indexOf(row.get("product")), products.indexOf(row.get("other")));
            assertThat(found).as("%s", row).isCloseTo(number(row, "proximity"), within(1e-12));
        }
    }

    /**
     * The Atlas cleans more, ranks 145 countries, and this edition is of a later vintage of the trade data, so the
     * published indices are not these to the digit: the order is, nearly.
     */
    @Test
    void theRankedCountriesFollowThePublishedIndex() throws IOException {
        List<CSVRecord> rows = expected("published.csv");
        double[][] ranked =
                rows.stream().map(row -> values[areas.indexOf(row.get("loc"))]).toArray(double[][]::new);
        Complexity found = Complexity.of(advantage(ranked));
        double[] mine = new double[rows.size()];
        double[] theirs = new double[rows.size()];
        for (int i = 0; i < mine.length; i++) {
            mine[i] = found.ofArea(i);
            theirs[i] = number(rows.get(i), "eci");
        }
        // As the Python package gives on the same rows: 0.965871, and 0.973906 of the ranks.
        assertThat(correlation(mine, theirs)).isCloseTo(0.965871, within(1e-6));
        assertThat(correlation(ranks(mine), ranks(theirs))).isCloseTo(0.973906, within(1e-4));
    }

    private static double[] ranks(double[] values) {
        return Arrays.stream(values)
                .map(value -> Arrays.stream(values)
                                .filter(other -> other < value)
                                .count()
                        + (Arrays.stream(values).filter(other -> other == value).count() + 1) / 2.0)
                .toArray();
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElseThrow();
        double meanB = Arrays.stream(b).average().orElseThrow();
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }

    private static double number(CSVRecord row, String column) {
        return Double.parseDouble(row.get(column));
    }
}
