package silkline.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;

class StructurePropertyTest {
    private static final int SIZE = 12;
    private static final Offset<Double> CLOSE = within(1e-9);

    @Property
    void advantageOfTheWorldIsOne(@ForAll("parts") double[] world) {
        double total = Arrays.stream(world).sum();
        for (double product : world) {
            double rca = Advantage.balassa(product, total, product, total);
            assertThat(rca).isCloseTo(1, CLOSE);
            assertThat(Advantage.symmetric(rca)).isCloseTo(0, CLOSE);
        }
    }

    /** Weighted by the countries' sizes, the advantages in a product average to that of the world. */
    @Property
    void advantagesAverageToOne(@ForAll("parts") double[] product, @ForAll("parts") double[] rest) {
        double worldProduct = Arrays.stream(product).sum();
        double worldTotal = worldProduct + Arrays.stream(rest).sum();
        double mean = 0;
        for (int country = 0; country < SIZE; country++) {
            double total = product[country] + rest[country];
            mean += total / worldTotal * Advantage.balassa(product[country], total, worldProduct, worldTotal);
        }
        assertThat(mean).isCloseTo(1, CLOSE);
    }

    @Property
    void similarityIsSymmetricAndBetweenZeroAndOne(@ForAll("parts") double[] a, @ForAll("parts") double[] b) {
        assertThat(Similarity.fingerKreinin(a, b))
                .isBetween(0.0, 1 + 1e-12)
                .isCloseTo(Similarity.fingerKreinin(b, a), CLOSE);
        assertThat(Similarity.fingerKreinin(a, a)).isCloseTo(1, CLOSE);
        assertThat(1 - distance(a, b) / 2).isCloseTo(Similarity.complementarity(a, b), CLOSE);
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(
                    a[i] / Arrays.stream(a).sum() - b[i] / Arrays.stream(b).sum());
        }
        return sum;
    }

    @Property
    void orderAndScaleChangeNothing(@ForAll("parts") double[] parts, @ForAll long seed) {
        double[] other = shuffled(parts, seed);
        for (int i = 0; i < other.length; i++) {
            other[i] *= 3;
        }
        assertThat(Concentration.entropy(other)).isCloseTo(Concentration.entropy(parts), CLOSE);
        assertThat(Concentration.theil(other)).isCloseTo(Concentration.theil(parts), CLOSE);
        assertThat(Concentration.herfindahl(other)).isCloseTo(Concentration.herfindahl(parts), CLOSE);
    }

    @Property
    void marginsAndMarketSharesClose(
            @ForAll("parts") double[] before, @ForAll("parts") double[] after, @ForAll("parts") double[] imports) {
        double change = Arrays.stream(after).sum() - Arrays.stream(before).sum();
        double size = Arrays.stream(after).sum() + Arrays.stream(before).sum();
        Offset<Double> rounding = within(1e-9 * size);
        assertThat(Margins.of(before, after).change()).isCloseTo(change, rounding);
        double[] later = shuffled(imports, 7);
        later[0] = Double.NaN;
        double whole = size
                + size
                        * Arrays.stream(later).skip(1).max().orElseThrow()
                        / Arrays.stream(imports).min().orElseThrow();
        assertThat(ConstantMarketShare.of(before, after, imports, later).change())
                .isCloseTo(change, within(1e-12 * whole));
    }

    /** Had every share stayed, nothing would be won or lost. */
    @Property
    void constantSharesAreNoCompetitiveness(
            @ForAll("parts") double[] imports,
            @ForAll("parts") double[] later,
            @ForAll @DoubleRange(min = 0.01, max = 0.9) double share) {
        double[] before = Arrays.stream(imports).map(value -> value * share).toArray();
        double[] after = Arrays.stream(later).map(value -> value * share).toArray();
        ConstantMarketShare parts = ConstantMarketShare.of(before, after, imports, later);
        Offset<Double> rounding = within(
                1e-9 * (Arrays.stream(later).sum() + Arrays.stream(imports).sum()));
        assertThat(parts.competitiveness()).isCloseTo(0, rounding);
        assertThat(parts.structure()).isCloseTo(0, rounding);
    }

    /** What is known only in part never excludes the truth. */
    @Property
    void boundsHoldTheTruth(@ForAll("parts") double[] parts, @ForAll @IntRange(min = 1, max = SIZE - 1) int known) {
        double[] shares = Arrays.stream(parts)
                .map(part -> part / Arrays.stream(parts).sum())
                .sorted()
                .toArray();
        double hhi = Concentration.herfindahl(parts);
        double top = shares[SIZE - 1];
        Bounds fromTop = Bounds.herfindahl(top, SIZE);
        assertThat(hhi).isBetween(fromTop.low() - 1e-9, fromTop.high() + 1e-9);
        Bounds fromKnown = Bounds.herfindahl(Arrays.copyOf(shares, known), SIZE - known);
        assertThat(hhi).isBetween(fromKnown.low() - 1e-9, fromKnown.high() + 1e-9);
        Bounds rank = Bounds.rank(shares[SIZE - 1 - known], SIZE);
        long larger = Arrays.stream(shares)
                .filter(share -> share > shares[SIZE - 1 - known])
                .count();
        assertThat(1.0 + larger).isBetween(rank.low(), rank.high());
    }

    private static double[] shuffled(double[] parts, long seed) {
        List<Double> values = new ArrayList<>(Arrays.stream(parts).boxed().toList());
        Collections.shuffle(values, new Random(seed));
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Provide
    Arbitrary<double[]> parts() {
        return Arbitraries.doubles().between(0.01, 1e6).array(double[].class).ofSize(SIZE);
    }
}
