package silkline.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
    private static final double[] LEVELS = {0.95};
    private final Selection auto = Selection.named(Selection.AUTO, Floor.ZERO);

    @Test
    void combinesModelsAndSaysHowSimpleOnesWouldHaveDone() {
        SelectedForecast selected = auto.forecast(ClassicSeries.AIR_PASSENGERS.history(), 12, 12, LEVELS);
        assertThat(selected.used()).isEqualTo("ensemble");
        assertThat(selected.requested()).isEqualTo("auto");
        assertThat(selected.reason()).isEqualTo(Reason.NONE);
        assertThat(selected.backtests())
                .extracting(Backtest::model)
                .containsExactly("naive", "seasonal-naive", "drift", "theta", "ensemble");
        assertThat(selected.backtest().orElseThrow().accuracy().mase())
                .isLessThan(selected.backtests().get(1).accuracy().mase());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, none, TOO_SHORT",
        "1, 1, none, TOO_SHORT",
        "2, 1, naive, TOO_SHORT",
        "3, 1, naive, TOO_SHORT",
        "4, 1, ensemble, NONE",
        "4, 4, naive, TOO_SHORT",
        "4, 2, seasonal-naive, TOO_SHORT",
        "5, 4, ensemble, NONE",
        "12, 12, ensemble, NONE"
    })
    void aShortSeriesFallsBackAndSaysWhy(int length, int season, String used, Reason reason) {
        SelectedForecast selected = auto.forecast(ForecasterContract.wave(length), season, 3, LEVELS);
        assertThat(selected.used()).isEqualTo(used);
        assertThat(selected.reason()).isEqualTo(reason);
        assertThat(selected.forecast().isPresent()).isEqualTo(length >= 2);
        assertThat(selected.backtests()).isEmpty();
        assertThat(selected.backtest()).isEmpty();
    }

    @Test
    void aGapIsTheReasonWhereWhatFollowsItIsTooShort() {
        double[] gapped = ForecasterContract.wave(30);
        gapped[26] = Double.NaN;
        gapped[27] = Double.NaN;
        SelectedForecast selected = auto.forecast(gapped, 1, 3, LEVELS);
        assertThat(selected.reason()).isEqualTo(Reason.GAPS);
        assertThat(selected.used()).isEqualTo("naive");
        assertThat(selected.history().start()).isEqualTo(28);
    }

    @Test
    void aGapWithEnoughAfterItIsNoReason() {
        double[] gapped = ForecasterContract.wave(30);
        gapped[2] = Double.NaN;
        gapped[3] = Double.NaN;
        SelectedForecast selected = auto.forecast(gapped, 1, 3, LEVELS);
        assertThat(selected.reason()).isEqualTo(Reason.NONE);
        assertThat(selected.forecast())
                .isEqualTo(auto.forecast(Arrays.copyOfRange(gapped, 4, 30), 1, 3, LEVELS)
                        .forecast());
    }

    @Test
    void aFilledGapIsNeverScored() {
        double[] gapped = ForecasterContract.wave(30);
        gapped[27] = Double.NaN;
        SelectedForecast selected = auto.forecast(gapped, 1, 3, LEVELS);
        assertThat(selected.reason()).isEqualTo(Reason.NONE);
        assertThat(selected.backtest().orElseThrow().rows())
                .isNotEmpty()
                .noneMatch(row -> row.origin() + row.step() - 1 == 27)
                .noneMatch(row -> row.origin() == 28);
    }

    @Test
    void aBreakIsTheReasonWhereWhatFollowsItIsTooShort() {
        History history = History.of(ForecasterContract.wave(30), 27, 1);
        SelectedForecast selected = auto.forecast(history, 1, 3, LEVELS);
        assertThat(selected.reason()).isEqualTo(Reason.BREAK);
        assertThat(selected.used()).isEqualTo("naive");
    }

    @Test
    void theModelAskedForIsUsedWhereTheSeriesIsLongEnoughForIt() {
        Selection theta = Selection.named("theta", Floor.NONE);
        SelectedForecast selected = theta.forecast(ForecasterContract.wave(4), 1, 3, LEVELS);
        assertThat(selected.used()).isEqualTo("theta");
        assertThat(selected.reason()).isEqualTo(Reason.NONE);
        assertThat(selected.backtest()).isEmpty();
        SelectedForecast shorter = theta.forecast(ForecasterContract.wave(3), 1, 3, LEVELS);
        assertThat(shorter.requested()).isEqualTo("theta");
        assertThat(shorter.used()).isEqualTo("naive");
        assertThat(shorter.reason()).isEqualTo(Reason.TOO_SHORT);
    }

    @Test
    void aConstantSeriesIsForecastAsThatConstant() {
        double[] constant = new double[30];
        Arrays.fill(constant, 0.1);
        SelectedForecast selected = auto.forecast(constant, 12, 2, LEVELS);
        Forecast forecast = selected.forecast().orElseThrow();
        assertThat(Forecasts.means(forecast)).containsExactly(0.1, 0.1);
        assertThat(Forecasts.lowers(forecast)).containsExactly(0.1, 0.1);
        assertThat(selected.used()).isEqualTo("ensemble");
    }

    @Test
    void aPositiveSeriesStaysAboveZeroWhereAskedAndThatIsRecorded() {
        double[] falling = {50, 40, 31, 20, 11, 1};
        SelectedForecast floored = Selection.named("drift", Floor.ZERO).forecast(falling, 1, 2, LEVELS);
        assertThat(floored.isFloored()).isTrue();
        assertThat(Forecasts.means(floored.forecast().orElseThrow())).containsExactly(0, 0);
        assertThat(floored.backtest().orElseThrow().rows()).allMatch(row -> row.lower() >= 0);
        SelectedForecast free = Selection.named("drift", Floor.NONE).forecast(falling, 1, 2, LEVELS);
        assertThat(free.isFloored()).isFalse();
        assertThat(free.forecast().orElseThrow().mean(1)).isNegative();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "-1, false"})
    void aSeriesThatWasBelowZeroIsNotFloored(double last, boolean isFloored) {
        double[] falling = {50, 40, 31, 20, 11, last};
        assertThat(Selection.named("drift", Floor.ZERO)
                        .forecast(falling, 1, 2, LEVELS)
                        .isFloored())
                .isEqualTo(isFloored);
    }

    @Test
    void aValueTooLargeForAnyModelIsAReason() {
        SelectedForecast selected = auto.forecast(new double[] {1, 2, 1e200, 4, 5, 6}, 1, 2, LEVELS);
        assertThat(selected.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(selected.forecast()).isEmpty();
    }

    @Test
    void refusesAnUnknownModel() {
        assertThatIllegalArgumentException().isThrownBy(() -> Selection.named("prophet", Floor.NONE));
    }
}
