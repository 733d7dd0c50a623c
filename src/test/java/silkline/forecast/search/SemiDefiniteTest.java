package silkline.forecast.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SemiDefiniteTest {
    /** By hand: 4x + 2y = 10, 2x + 3y = 9. */
    @Test
    void solvesTwoEquations() {
        double[][] matrix = {{4, 2}, {2, 3}};
        assertThat(SemiDefinite.of(matrix).solve(new double[] {10, 9}))
                .containsExactly(new double[] {1.5, 2}, within(1e-12));
    }

    /** The second says the same as the first, the third is about nothing. */
    @Test
    void equationsThatSayNothingNewArePassedOver() {
        double[][] matrix = {{1, 2, 0, 1}, {2, 4, 0, 2}, {0, 0, 0, 0}, {1, 2, 0, 5}};
        double[] x = SemiDefinite.of(matrix).solve(new double[] {3, 6, 0, 7});
        for (int i = 0; i < matrix.length; i++) {
            double sum = 0;
            for (int j = 0; j < x.length; j++) {
                sum += matrix[i][j] * x[j];
            }
            assertThat(sum).isCloseTo(new double[] {3, 6, 0, 7}[i], within(1e-12));
        }
    }
}
