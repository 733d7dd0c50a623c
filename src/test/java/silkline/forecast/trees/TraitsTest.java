package silkline.forecast.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** By hand, on 4, 6, 5, 9, 8, 12, 13: changes 2, -1, 4, -1, 4, 1, mean 1.5, mean absolute 13 / 6. */
class TraitsTest {
    private static final double UNIT = 13 / 6.0;

    private final Traits traits = Traits.of(new double[] {4, 6, 5, 9, 8, 12, 13});

    @Test
    void changesAreInMeanAbsoluteChanges() {
        assertThat(traits.unit()).isCloseTo(UNIT, within(1e-12));
        assertThat(traits.last()).isCloseTo(13, within(0.0));
        assertFigure("last_change", 1 / UNIT);
        assertFigure("change_before", 4 / UNIT);
        assertFigure("change_of_5", 7 / 5.0 / UNIT);
        assertFigure("drift", 1.5 / UNIT);
    }

    @Test
    void linesAreThoseOfLeastSquares() {
        // Places -3 to 3: sum of place times value 42, of squares 28; mean of the values 57 / 7.
        assertFigure("slope", 1.5 / UNIT);
        assertFigure("slope_of_10", 1.5 / UNIT);
        assertFigure("line_gap", (57 / 7.0 + 4.5 - 13) / UNIT);
        // The last five: 5, 9, 8, 12, 13: slope 19 / 10, mean 9.4.
        assertFigure("line_gap_of_5", (9.4 + 3.8 - 13) / UNIT);
    }

    @Test
    void levelsAndTrendsAreSmoothed() {
        // 4, 5.6, 5.12, 8.224, 8.0448, 11.20896, 12.641792 with weight 0.8.
        assertFigure("level_gap_fast", (12.641792 - 13) / UNIT);
        // 2, 0.2, 2.48, 0.392, 2.5568, 1.62272 with weight 0.6.
        assertFigure("trend_fast", 1.62272 / UNIT);
    }

    @Test
    void noiseIsWhatTheDriftLeaves() {
        // Deviations 0.5, -2.5, 2.5, -2.5, 2.5, -0.5: squares 25.5, neighbours -21.25.
        assertFigure("noise", Math.sqrt(25.5 / 6) / UNIT);
        assertFigure("persistence", -21.25 / 25.5);
        assertFigure("rises", 4 / 6.0);
        assertFigure("restless", 1);
    }

    @Test
    void growthIsWhatTheNextYearWouldAdd() {
        assertFigure("size", 13 / UNIT);
        assertFigure("below_highest", 0);
        assertFigure("above_lowest", 9 / UNIT);
        assertFigure("growth", 13 * (Math.pow(13 / 4.0, 1 / 6.0) - 1) / UNIT);
        assertFigure("growth_of_3", 13 * (Math.pow(13 / 9.0, 1 / 3.0) - 1) / UNIT);
    }

    @Test
    void withoutAGrowthRateTheMeanChangeStandsIn() {
        Traits negative = Traits.of(new double[] {-4, 6, 5, 9, 8, 12, 14});
        assertThat(negative.at(1)[Traits.NAMES.indexOf("growth")]).isCloseTo(3 / negative.unit(), within(1e-12));
    }

    @Test
    void theLastFiguresBelongToTheStep() {
        double[] seen = traits.at(4);
        assertThat(seen[Traits.NAMES.indexOf("log_length")]).isCloseTo(Math.log(7), within(1e-12));
        assertThat(seen[Traits.NAMES.indexOf("step")]).isCloseTo(4, within(0.0));
        assertThat(seen[Traits.NAMES.indexOf("drift_ahead")]).isCloseTo(6 / UNIT, within(1e-12));
        assertThat(seen[Traits.NAMES.indexOf("trend_ahead")])
                .isCloseTo(4 * seen[Traits.NAMES.indexOf("trend_slow")], within(1e-12));
        assertThat(seen).hasSameSizeAs(Traits.NAMES.toArray());
    }

    private void assertFigure(String name, double expected) {
        assertThat(traits.at(1)[Traits.NAMES.indexOf(name)]).isCloseTo(expected, within(1e-9));
    }
}
