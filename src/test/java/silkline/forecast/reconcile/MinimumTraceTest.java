package silkline.forecast.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MinimumTraceTest {
    private static ErrorCovariance diagonal(double... variances) {
        return ErrorCovariance.uncorrelated(
                Arrays.stream(variances).map(Math::sqrt).toArray());
    }

    /** By hand: the gap of 6 is shared as the variances are, 1 : 2 : 3. */
    @Test
    void theGapIsSharedByVariance() {
        double[] reconciled = MinimumTrace.totalOf(2).reconciled(new double[] {106, 60, 40}, diagonal(1, 2, 3));
        assertThat(reconciled).containsExactly(new double[] {105, 62, 43}, within(1e-9));
    }

    /**
     * By hand: two partners by two products with their totals, all errors of the same size. Of 9 that one partner's
     * product is too large by, (1/3, 2/3, -1/3) go to the world, the partner and the other one, and of each of these as
     * much to the total, the product and the other one.
     */
    @Test
    void aGapByPartnerAndProductIsSharedAmongRowsAndColumns() {
        List<TradeSums.Flow> flows = new ArrayList<>();
        for (String partner : List.of("WLD", "CHN", "TUR")) {
            for (String product : List.of("TOTAL", "HS:01", "HS:02")) {
                flows.add(new TradeSums.Flow(partner, product));
            }
        }
        TradeSums trade = new TradeSums(flows, Set.of("WLD"), Map.of());
        List<Sum> sums = new ArrayList<>(trade.byPartner());
        sums.addAll(trade.byProduct());
        double[] base = {10, 4, 6, 3, 1, 2, 7, 3, 4};
        base[4] += 9;
        double[] reconciled = MinimumTrace.of(sums).reconciled(base, diagonal(1, 1, 1, 1, 1, 1, 1, 1, 1));
        assertThat(reconciled).containsExactly(new double[] {11, 6, 5, 5, 5, 0, 6, 1, 5}, within(1e-9));
    }

    /** By hand: 2 + 3; with a correlation of -1/2 between them also -2 sqrt(2 * 3) / 2. */
    @Test
    void theErrorOfASumIsThatOfItsPartsAndOfThemTogether() {
        assertThat(diagonal(1, 2, 3).variance(List.of(1, 2))).isCloseTo(5, within(1e-12));
        double[] errors = {1, Math.sqrt(2), Math.sqrt(3)};
        double[][] correlation = {{1, 0.9, 0.9}, {0.9, 1, -0.5}, {0.9, -0.5, 1}};
        assertThat(ErrorCovariance.of(errors, correlation).variance(List.of(1, 2)))
                .isCloseTo(5 - Math.sqrt(6), within(1e-12));
    }

    @Test
    void whatAddsUpIsLeftAlone() {
        double[] base = {100, 60, 40};
        assertThat(MinimumTrace.totalOf(2).reconciled(base, diagonal(1, 2, 3))).containsExactly(base, within(1e-12));
    }

    /** Months, quarters and partners at once: every constraint holds, whatever the covariance. */
    @Test
    void constraintsAcrossTimeAndPartnersHoldTogether() {
        // total, part and rest, each of a year and two halves
        double[][] constraints = {
            {1, -1, -1, 0, 0, 0, 0, 0, 0},
            {0, 0, 0, 1, -1, -1, 0, 0, 0},
            {0, 0, 0, 0, 0, 0, 1, -1, -1},
            {1, 0, 0, -1, 0, 0, -1, 0, 0},
            {0, 1, 0, 0, -1, 0, 0, -1, 0},
            {0, 0, 1, 0, 0, -1, 0, 0, -1}
        };
        Random random = new Random(5);
        double[][] errors = new double[9][40];
        for (double[] row : errors) {
            Arrays.setAll(row, k -> random.nextGaussian());
        }
        double[] base = random.doubles(9, 1, 10).toArray();
        double[] ones = new double[9];
        Arrays.fill(ones, 1);
        double[] reconciled = new MinimumTrace(constraints)
                .reconciled(base, ErrorCovariance.of(ones, ErrorCorrelation.shrunk(errors)));
        for (double[] row : constraints) {
            double sum = 0;
            for (int i = 0; i < row.length; i++) {
                sum += row[i] * reconciled[i];
            }
            assertThat(sum).isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void nothingFallsBelowZeroAndSharesSumToOne() {
        double[] reconciled =
                MinimumTrace.totalOf(3).reconciledAboveZero(new double[] {50, 60, 1, 40}, diagonal(1, 10, 10, 10));
        assertThat(Arrays.stream(reconciled)).allMatch(value -> value >= 0);
        assertThat((reconciled[1] + reconciled[2] + reconciled[3]) / reconciled[0])
                .isCloseTo(1, within(1e-12));
        assertThat(reconciled[2]).isZero();
    }

    @Test
    void aSeriesWithoutVarianceStays() {
        double[] reconciled = MinimumTrace.totalOf(2).reconciled(new double[] {106, 60, 40}, diagonal(1, 0, 2));
        assertThat(reconciled).containsExactly(new double[] {104, 60, 44}, within(1e-9));
        assertThat(MinimumTrace.totalOf(2).reconciled(new double[] {106, 60, 40}, diagonal(0, 0, 0)))
                .containsExactly(106, 60, 40);
    }

    @Test
    void correlationsOfManyErrorsAreKeptAndThoseOfFewAreNot() {
        Random random = new Random(2);
        double[][] many = new double[2][400];
        for (int k = 0; k < 400; k++) {
            double common = random.nextGaussian();
            many[0][k] = common + random.nextGaussian();
            many[1][k] = 5 * (common + random.nextGaussian());
        }
        assertThat(ErrorCorrelation.shrunk(many)[0][1]).isCloseTo(0.5, within(0.08));
        double[][] few = {{1, 2}, {2, 4}};
        assertThat(ErrorCorrelation.shrunk(few)[0][1]).isZero();
        assertThat(ErrorCorrelation.shrunk(new double[][] {{0, 0, 0}, {1, 2, 3}})[0])
                .containsExactly(1, 0);
    }
}
