package silkline.forecast.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Partners by products, with groups of partners, all at once: most of these sums follow from others. */
class TradeSumsPropertyTest {
    private static final double NEXT_TO_NOTHING = 1e-9;

    private static TradeSums flows(int partners, int chapters) {
        List<TradeSums.Flow> flows = new ArrayList<>();
        List<String> areas = new ArrayList<>(List.of("WLD", "NEAR"));
        IntStream.range(0, partners).forEach(i -> areas.add("P" + i));
        for (String area : areas) {
            flows.add(new TradeSums.Flow(area, "TOTAL"));
            for (int chapter = 10; chapter < 10 + chapters; chapter++) {
                flows.add(new TradeSums.Flow(area, "HS:" + chapter));
                flows.add(new TradeSums.Flow(area, "HS:" + chapter + "01"));
                flows.add(new TradeSums.Flow(area, "HS:" + chapter + "02"));
            }
        }
        return new TradeSums(flows, Set.of("WLD", "NEAR"), Map.of("NEAR", Set.of("P0", "P1")));
    }

    /** Values of {@link #flows} that add up, from those of the lowest products by partner. */
    private static double[] table(int partners, int chapters, DoubleSupplier values) {
        int width = 1 + 3 * chapters;
        double[] table = new double[(partners + 2) * width];
        for (int p = 2; p < partners + 2; p++) {
            for (int k = 1; k < width; k++) {
                if (k % 3 != 1) {
                    double value = values.getAsDouble();
                    int chapter = k - (k + 2) % 3;
                    for (int area : p < 4 ? new int[] {p, 0, 1} : new int[] {p, 0}) {
                        table[area * width + k] += value;
                        table[area * width + chapter] += value;
                        table[area * width] += value;
                    }
                }
            }
        }
        return table;
    }

    @Property(tries = 1000)
    void partsAddUpAlongEveryDimensionAndNothingIsBelowZero(
            @ForAll @IntRange(min = 2, max = 6) int partners,
            @ForAll @IntRange(min = 1, max = 3) int chapters,
            @ForAll long seed) {
        TradeSums trade = flows(partners, chapters);
        List<Sum> sums = Stream.of(trade.byPartner(), trade.byGroup(), trade.byProduct())
                .flatMap(List::stream)
                .toList();
        assertThat(sums).hasSize(2 * (1 + 3 * chapters) + (partners + 2) * (1 + chapters));
        Random random = new Random(seed);
        int n = trade.flows().size();
        // From next to nothing to billions, off by up to a third, some of them without any error.
        double[] base = table(partners, chapters, () -> Math.pow(10, 9 * random.nextDouble()));
        Arrays.setAll(base, i -> base[i] * (2.0 / 3 + random.nextDouble() * 2 / 3));
        double[] errors = random.doubles(n).map(x -> x < 0.1 ? 0 : 2 * x).toArray();
        Arrays.setAll(errors, i -> Math.max(1e-4, errors[i]) * base[i]);
        double[][] past = IntStream.range(0, n)
                .mapToObj(i -> random.doubles(12, -1, 1).toArray())
                .toArray(double[][]::new);
        ErrorCovariance covariance = random.nextBoolean()
                ? ErrorCovariance.uncorrelated(errors)
                : ErrorCovariance.of(errors, ErrorCorrelation.shrunk(past));
        MinimumTrace minimum = MinimumTrace.of(sums);
        double[] reconciled = minimum.reconciledAboveZero(base, covariance);
        double largest = Arrays.stream(reconciled).max().orElseThrow();
        assertThat(Arrays.stream(reconciled)).allMatch(value -> value >= 0);
        for (Sum sum : sums) {
            double parts =
                    sum.parts().stream().mapToDouble(part -> reconciled[part]).sum();
            assertThat(parts).isCloseTo(reconciled[sum.total()], within(NEXT_TO_NOTHING * largest));
        }
    }

    /** What agrees already stays, whatever the errors are said to be. */
    @Property(tries = 50)
    void whatAddsUpIsLeftAlone(@ForAll @IntRange(min = 2, max = 5) int partners, @ForAll long seed) {
        TradeSums trade = flows(partners, 1);
        Random random = new Random(seed);
        double[] values = table(partners, 1, () -> random.nextInt(1000));
        List<Sum> sums = Stream.of(trade.byPartner(), trade.byGroup(), trade.byProduct())
                .flatMap(List::stream)
                .toList();
        double[] reconciled = MinimumTrace.of(sums)
                .reconciledAboveZero(
                        values,
                        ErrorCovariance.uncorrelated(
                                random.doubles(values.length).toArray()));
        assertThat(reconciled).containsExactly(values, within(1e-9));
    }
}
