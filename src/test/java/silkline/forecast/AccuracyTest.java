package silkline.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AccuracyTest {
    /**
     * By hand: errors 1 and -3, scales 2 and 4, benchmark errors 2 and 6, the second actual value above its interval.
     */
    @Test
    void everyFigureFromTwoRows() {
        Accuracy accuracy = Accuracy.of(
                List.of(new Backtest.Row(5, 1, 10, 9, 8, 11, 8, 2), new Backtest.Row(6, 1, 9, 12, 6, 8, 15, 4)));
        assertThat(accuracy.points()).isEqualTo(2);
        assertThat(accuracy.mae()).isCloseTo(2, within(1e-12));
        assertThat(accuracy.rmse()).isCloseTo(Math.sqrt(5), within(1e-12));
        assertThat(accuracy.smape()).isCloseTo((2 / 19.0 + 6 / 21.0) / 2, within(1e-12));
        assertThat(accuracy.mase()).isCloseTo((0.5 + 0.75) / 2, within(1e-12));
        assertThat(accuracy.coverage()).isCloseTo(0.5, within(1e-12));
        assertThat(accuracy.skill()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void whatIsUndefinedIsNaN() {
        Accuracy none = Accuracy.of(List.of());
        assertThat(new double[] {none.mae(), none.rmse(), none.smape(), none.mase(), none.coverage(), none.skill()})
                .containsOnly(Double.NaN);
        Accuracy flat = Accuracy.of(List.of(new Backtest.Row(5, 1, 0, 0, 0, 0, 0, 0)));
        assertThat(flat.smape()).isZero();
        assertThat(flat.mase()).isNaN();
        assertThat(flat.skill()).isNaN();
        assertThat(flat.coverage()).isEqualTo(1);
    }

    @Test
    void rowsWithoutAScaleAreLeftOutOfMaseAlone() {
        Accuracy accuracy = Accuracy.of(
                List.of(new Backtest.Row(5, 1, 10, 9, 8, 11, 8, 0), new Backtest.Row(6, 1, 9, 12, 6, 8, 15, 4)));
        assertThat(accuracy.mase()).isCloseTo(0.75, within(1e-12));
        assertThat(accuracy.mae()).isCloseTo(2, within(1e-12));
    }
}
