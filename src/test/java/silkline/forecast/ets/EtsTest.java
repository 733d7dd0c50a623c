package silkline.forecast.ets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import silkline.forecast.ClassicSeries;
import silkline.forecast.Forecast;
import silkline.forecast.Forecaster;
import silkline.forecast.ForecasterContract;

class EtsTest {
    @Nested
    class Best implements ForecasterContract {
        @Override
        public Forecaster model() {
            return new Ets(Ets.Choice.BEST);
        }
    }

    @Nested
    class Average implements ForecasterContract {
        @Override
        public Forecaster model() {
            return new Ets(Ets.Choice.AVERAGE);
        }
    }

    @Test
    void continuesAStraightLine() {
        double[] line = IntStream.range(0, 30).mapToDouble(t -> 10 + 3 * t).toArray();
        Forecast forecast = new Ets(Ets.Choice.BEST).forecast(line, 1, 5, new double[] {});
        assertThat(forecast.mean(5)).isCloseTo(10 + 3 * 34, within(0.5));
    }

    /** R's forecast 8.20 chooses MAM as well; Hyndman et al. 2008 on the same series. */
    @Test
    void airPassengersGrowWithAMultiplicativeSeason() {
        Family family = new Family(ClassicSeries.AIR_PASSENGERS.history(), 12);
        assertThat(family.best().form().season()).isEqualTo(Form.Season.MULTIPLICATIVE);
        assertThat(family.best().form().hasTrend()).isTrue();
    }

    @Test
    void aSeriesThatTouchesZeroHasNoMultiplicativePart() {
        double[] history = ForecasterContract.wave(40);
        history[3] = 0;
        assertThat(new Family(history, 4).members()).isNotEmpty().allSatisfy(member -> assertThat(
                        member.form().multiplicativeError() || member.form().hasFactors())
                .isFalse());
    }
}
