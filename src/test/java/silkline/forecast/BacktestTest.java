package silkline.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BacktestTest {
    /**
     * By hand: two origins of two steps; scales (1 + 2 + 3) / 3 and (1 + 2 + 3 + 4) / 4 from the training parts alone.
     */
    @Test
    void everyOriginIsForecastFromWhatCameBeforeIt() {
        Backtest backtest = Backtest.of(new Naive(), new double[] {1, 2, 4, 7, 11, 16, 22}, 1, 2, 2);
        assertThat(backtest.rows())
                .extracting(
                        Backtest.Row::origin,
                        Backtest.Row::step,
                        Backtest.Row::actual,
                        Backtest.Row::forecast,
                        Backtest.Row::error,
                        Backtest.Row::scale)
                .containsExactly(
                        tuple(4, 1, 11.0, 7.0, 4.0, 2.0),
                        tuple(4, 2, 16.0, 7.0, 9.0, 2.0),
                        tuple(5, 1, 16.0, 11.0, 5.0, 2.5),
                        tuple(5, 2, 22.0, 11.0, 11.0, 2.5));
        assertThat(backtest.accuracy().mase()).isCloseTo((2 + 4.5 + 2 + 4.4) / 4, within(1e-12));
        assertThat(backtest.accuracy().skill()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "4, 1, 6, 0, 0, 0",
        "5, 1, 6, 4, 4, 1",
        "9, 1, 6, 4, 4, 5",
        "12, 1, 6, 4, 6, 6",
        "40, 1, 6, 27, 34, 6",
        "25, 12, 12, 0, 0, 0",
        "30, 12, 12, 25, 25, 5",
        "60, 12, 12, 41, 48, 12"
    })
    void theLengthDecidesOriginsAndSteps(int length, int season, int horizon, int first, int last, int steps) {
        Backtest backtest = Backtest.of(new Drift(), ForecasterContract.wave(length), season, horizon);
        assertThat(backtest.rows()).hasSize((last - first + 1) * steps);
        assertThat(backtest.rows().stream().mapToInt(Backtest.Row::origin).distinct())
                .hasSize(steps == 0 ? 0 : last - first + 1)
                .allMatch(origin -> origin >= first && origin <= last);
        assertThat(backtest.rows().stream().mapToInt(Backtest.Row::step).max().orElse(0))
                .isEqualTo(steps);
    }

    @Test
    void theIntervalDecidesWhatIsCovered() {
        Backtest.Row row = new Backtest.Row(5, 1, 10, 9, 8, 10, 8, 2);
        assertThat(row.isCovered()).isTrue();
        assertThat(new Backtest.Row(5, 1, 10.1, 9, 8, 10, 8, 2).isCovered()).isFalse();
    }

    @Test
    void refusesLessThanOneOrigin() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Backtest.of(new Naive(), ForecasterContract.wave(20), 1, 6, 0))
                .withMessageContaining("origins 0");
    }
}
