package silkline.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
    private static final double[] LEVELS = {0.95};
    private final Selection auto = Selection.named(Selection.AUTO, Floor.ZERO);

    @Test
    void takesTheModelWithTheSmallestScaledError() {
        SelectedForecast selected = auto.forecast(ClassicSeries.AIR_PASSENGERS.history(), 12, 12, LEVELS);
        double least = selected.backtests().stream()
                .mapToDouble(test -> test.accuracy().mase())
                .min()
                .orElseThrow();
        assertThat(selected.used()).isEqualTo("theta");
        assertThat(selected.requested()).isEqualTo("auto");
        assertThat(selected.reason()).isEqualTo(Reason.NONE);
        assertThat(selected.backtests()).hasSize(4);
        assertThat(selected.backtest().orElseThrow().accuracy().mase()).isEqualTo(least);
    }

    @Test
    void aStraightLineIsTakenByTheDrift() {
        assertThat(auto.forecast(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, 1, 3, LEVELS)
                        .used())
                .isEqualTo("drift");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, none, TOO_SHORT",
        "1, 1, none, TOO_SHORT",
        "2, 1, naive, TOO_SHORT",
        "3, 1, naive, TOO_SHORT",
        "4, 1, drift, NO_BACKTEST",
        "5, 4, seasonal-naive, NO_BACKTEST",
        "4, 4, naive, NO_BACKTEST",
        "25, 12, seasonal-naive, NO_BACKTEST",
        "12, 12, naive, NO_BACKTEST"
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
        gapped[27] = Double.NaN;
        SelectedForecast selected = auto.forecast(gapped, 1, 3, LEVELS);
        assertThat(selected.reason()).isEqualTo(Reason.GAPS);
        assertThat(selected.used()).isEqualTo("naive");
        assertThat(selected.history().start()).isEqualTo(28);
    }

    @Test
    void aGapWithEnoughAfterItIsNoReason() {
        double[] gapped = ForecasterContract.wave(30);
        gapped[3] = Double.NaN;
        SelectedForecast selected = auto.forecast(gapped, 1, 3, LEVELS);
        assertThat(selected.reason()).isEqualTo(Reason.NONE);
        assertThat(selected.forecast())
                .isEqualTo(auto.forecast(Arrays.copyOfRange(gapped, 4, 30), 1, 3, LEVELS)
                        .forecast());
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
        assertThat(selected.used()).isEqualTo("naive");
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

    @Test
    void aSeriesThatTouchedZeroIsNotFloored() {
        double[] falling = {50, 40, 31, 20, 11, 0};
        assertThat(Selection.named("drift", Floor.ZERO)
                        .forecast(falling, 1, 2, LEVELS)
                        .isFloored())
                .isFalse();
    }

    @Test
    void aModelThatCannotBeJudgedOnEveryFoldIsNotChosen() {
        double[] line = IntStream.range(0, 24).mapToDouble(t -> t).toArray();
        SelectedForecast selected = Selection.among(List.of(new Naive(), new LateDrift()), Floor.NONE)
                .forecast(line, 1, 3, LEVELS);
        assertThat(selected.used()).isEqualTo("naive");
        assertThat(selected.backtests().get(1).accuracy().mae()).isZero();
    }

    @Test
    void refusesAnUnknownModelAndAnEmptyList() {
        assertThatIllegalArgumentException().isThrownBy(() -> Selection.named("prophet", Floor.NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> Selection.among(List.of(), Floor.NONE));
    }

    /** A perfect model for a line, but one that asks for twenty observations. */
    private record LateDrift() implements Forecaster {
        @Override
        public String name() {
            return "late-drift";
        }

        @Override
        public int minimumLength(int season) {
            return 20;
        }

        @Override
        public Forecast forecast(double[] history, int season, int horizon, double[] levels) {
            return new Drift().forecast(history, season, horizon, levels);
        }
    }
}
