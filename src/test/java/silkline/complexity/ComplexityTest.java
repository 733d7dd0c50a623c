package silkline.complexity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import silkline.complexity.Complexity.Reason;

/** Worked by hand on matrices of ones and zeros. */
class ComplexityTest {
    private static final Offset<Double> CLOSE = within(1e-12);
    /** Nested: the first area has all products, the last only the one that all have. */
    private static final double[][] NESTED = {{1, 1, 1}, {0, 1, 1}, {0, 0, 1}};

    /**
     * {@code D^-1 M U^-1 M'} has rows (11/18, 5/18, 1/9), (5/12, 5/12, 1/6), (1/3, 1/3, 1/3), so its eigenvalues are 1,
     * 1/4 and 1/9; to 1/4 belongs (1, -1/2, -2). Means of areas 1/4 of that: mean -1/8, deviation 3/8 sqrt(2/3); products
     * 1, 1/4 and -1/2.
     */
    @Test
    void nestedAreasAreRankedByDiversity() {
        Complexity found = Complexity.of(NESTED);
        assertThat(found.reason()).isEqualTo(Reason.NONE);
        double unit = Math.sqrt(1.5);
        assertThat(new double[] {found.ofArea(0), found.ofArea(1), found.ofArea(2)})
                .containsExactly(new double[] {unit, 0, -unit}, CLOSE);
        assertThat(new double[] {found.ofProduct(0), found.ofProduct(1), found.ofProduct(2)})
                .containsExactly(new double[] {3 * unit, unit, -unit}, CLOSE);
        assertThat(found.diversity(0)).isEqualTo(3);
        assertThat(found.ubiquity(0)).isEqualTo(1);
    }

    @Test
    void theIndexOfAnAreaIsTheMeanOfItsProducts() {
        Complexity found = Complexity.of(NESTED);
        double mean = (found.ofProduct(1) + found.ofProduct(2)) / 2;
        assertThat(found.ofArea(1)).isCloseTo(mean, CLOSE);
    }

    @Test
    void emptyRowsAndColumnsChangeNothing() {
        double[][] wider = {{1, 0, 1, 1}, {Double.NaN, 0.9, 1, 1}, {0, 0, 0, 0}, {0, 0, 0, 1}};
        Complexity found = Complexity.of(wider);
        Complexity plain = Complexity.of(NESTED);
        assertThat(found.ofArea(0)).isCloseTo(plain.ofArea(0), CLOSE);
        assertThat(found.ofArea(3)).isCloseTo(plain.ofArea(2), CLOSE);
        assertThat(found.ofArea(2)).isNaN();
        assertThat(found.ofProduct(1)).isNaN();
        assertThat(found.ofProduct(3)).isCloseTo(plain.ofProduct(2), CLOSE);
    }

    @Test
    void groupsWithoutALinkHaveNoIndex() {
        Complexity found = Complexity.of(new double[][] {{1, 1, 0, 0}, {1, 0, 0, 0}, {0, 0, 1, 1}, {0, 0, 0, 1}});
        assertThat(found.reason()).isEqualTo(Reason.DISCONNECTED);
        assertThat(found.ofArea(0)).isNaN();
    }

    @Test
    void allTheSameIsATieAndTwoAreTooFew() {
        assertThat(Complexity.of(new double[][] {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}})
                        .reason())
                .isEqualTo(Reason.TIE);
        assertThat(Complexity.of(new double[][] {{1, 1, 1}, {0, 1, 1}}).reason())
                .isEqualTo(Reason.TOO_FEW);
        assertThat(Complexity.of(new double[0][0]).reason()).isEqualTo(Reason.TOO_FEW);
    }

    /** Of products with 1, 2 and 3 areas, all nested: 1/2, 1/3, 2/3. */
    @Test
    void proximityIsTheLowerOfTheTwoChances() {
        Complexity found = Complexity.of(NESTED);
        assertThat(found.proximity(0, 1)).isCloseTo(0.5, CLOSE);
        assertThat(found.proximity(2, 0)).isCloseTo(1 / 3.0, CLOSE);
        assertThat(found.proximity(1, 2)).isCloseTo(2 / 3.0, CLOSE);
        assertThat(found.proximity(1, 1)).isCloseTo(1, CLOSE);
    }

    /** Around the second product: 1/2 + 1 + 2/3; the last area has only the third. */
    @Test
    void densityIsTheShareOfTheNeighbourhoodThatAnAreaHas() {
        double[][] density = Complexity.of(NESTED).density();
        assertThat(density[0][1]).isCloseTo(1, CLOSE);
        assertThat(density[2][1]).isCloseTo((2 / 3.0) / (0.5 + 1 + 2 / 3.0), CLOSE);
    }
}
