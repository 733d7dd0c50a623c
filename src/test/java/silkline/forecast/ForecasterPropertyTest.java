package silkline.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class ForecasterPropertyTest {
    private static final double[] LEVELS = {0.95};

    @Property(tries = 200)
    void aConstantIsForecastAsThatConstant(
            @ForAll("models") Forecaster model,
            @ForAll("seasons") int season,
            @ForAll @DoubleRange(min = -1e12, max = 1e12) double value) {
        double[] history = new double[40];
        Arrays.fill(history, value);
        Forecast forecast = model.forecast(history, season, 5, LEVELS);
        assertThat(Forecasts.means(forecast)).containsOnly(new double[] {value}, within(1e-12 * Math.abs(value)));
    }

    /** A power of two only moves the binary point, so not even rounding may differ. */
    @Property(tries = 300)
    void scalingTheHistoryScalesTheForecast(
            @ForAll("models") Forecaster model, @ForAll("seasons") int season, @ForAll("histories") double[] history) {
        Forecast forecast = model.forecast(history, season, 5, LEVELS);
        Forecast scaled = model.forecast(times(history, 1024), season, 5, LEVELS);
        assertThat(Forecasts.means(scaled)).containsExactly(times(Forecasts.means(forecast), 1024));
        assertThat(Forecasts.lowers(scaled)).containsExactly(times(Forecasts.lowers(forecast), 1024));
    }

    @Property(tries = 300)
    void theUpperBoundIsAsFarAsTheLower(
            @ForAll("symmetric") Forecaster model,
            @ForAll("seasons") int season,
            @ForAll("histories") double[] history) {
        Forecast forecast = model.forecast(history, season, 5, LEVELS);
        for (int step = 1; step <= 5; step++) {
            double above = forecast.upper(0, step) - forecast.mean(step);
            assertThat(forecast.mean(step) - forecast.lower(0, step)).isCloseTo(above, within(1e-6));
        }
    }

    @Property(tries = 200)
    void whatComesLaterDoesNotChangeAForecastNorAnEarlierFold(
            @ForAll("models") Forecaster model, @ForAll("seasons") int season, @ForAll("histories") double[] history) {
        double[] changed = history.clone();
        changed[history.length - 1] = changed[history.length - 1] * 3 + 1;
        Backtest before = Backtest.of(model, history, season, 1, 5);
        Backtest after = Backtest.of(model, changed, season, 1, 5);
        int last = history.length - 1;
        for (int i = 0; i < before.rows().size(); i++) {
            Backtest.Row row = before.rows().get(i);
            Backtest.Row twin = after.rows().get(i);
            assertThat(twin.forecast()).isEqualTo(row.forecast());
            assertThat(twin.scale()).isEqualTo(row.scale());
            if (row.origin() < last) {
                assertThat(twin).isEqualTo(row);
            }
        }
    }

    @Provide
    Arbitrary<Forecaster> models() {
        return Arbitraries.of(Forecasters.all());
    }

    /** The combination bends its intervals where all is above zero. */
    @Provide
    Arbitrary<Forecaster> symmetric() {
        return models().filter(model -> !model.name().equals("ensemble"));
    }

    @Provide
    Arbitrary<Integer> seasons() {
        return Arbitraries.of(1, 2, 4, 12);
    }

    @Provide
    Arbitrary<double[]> histories() {
        return Arbitraries.doubles()
                .between(-1000, 1000)
                .ofScale(3)
                .array(double[].class)
                .ofMinSize(26)
                .ofMaxSize(60);
    }

    private static double[] times(double[] values, double factor) {
        return Arrays.stream(values).map(value -> value * factor).toArray();
    }
}
