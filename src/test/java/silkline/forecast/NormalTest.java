package silkline.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {
    /** Expected: CPython's {@code statistics.NormalDist().inv_cdf}. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            1e-300, -37.0470962993612
            1e-13, -7.3487961028006765
            0.001, -3.090232306167813
            0.025, -1.9599639845400538
            0.1, -1.2815515655446008
            0.3, -0.5244005127080407
            0.5, 0.0
            0.75, 0.6744897501960817
            0.9, 1.2815515655446008
            0.975, 1.9599639845400536
            0.995, 2.5758293035489
            0.999999, 4.753424308817089
            """)
    void quantilesAreExactToFourteenDigits(double probability, double expected) {
        assertThat(Normal.quantile(probability)).isCloseTo(expected, within(1e-14 * Math.max(1, Math.abs(expected))));
    }
}
