package silkline.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class SelectionPropertyTest {
    private static final double[] LEVELS = {0.95};

    @Property(tries = 200)
    void everySeriesGivesAForecastOrAReason(
            @ForAll("names") String name, @ForAll("seasons") int season, @ForAll("series") double[] series) {
        SelectedForecast selected = Selection.named(name, Floor.ZERO).forecast(series, season, 4, LEVELS);
        if (selected.forecast().isEmpty()) {
            assertThat(selected.used()).isEqualTo(SelectedForecast.NO_MODEL);
            assertThat(selected.reason()).isNotEqualTo(Reason.NONE);
        }
        boolean asRequested = name.equals(Selection.AUTO) || selected.used().equals(name);
        assertThat(asRequested || selected.reason() != Reason.NONE).isTrue();
    }

    @Property(tries = 200)
    void aPositiveSeriesIsNeverForecastBelowItsFloor(@ForAll("names") String name, @ForAll("series") double[] series) {
        double[] positive =
                Arrays.stream(series).map(value -> Math.abs(value) + 0.001).toArray();
        SelectedForecast selected = Selection.named(name, Floor.ZERO).forecast(positive, 4, 8, LEVELS);
        double[] lowers = selected.forecast().map(Forecasts::lowers).orElse(new double[0]);
        assertThat(Arrays.stream(lowers)).allMatch(bound -> bound >= 0);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("auto", "naive", "seasonal-naive", "theta", "dynamic-theta", "ets", "ces", "arima");
    }

    @Provide
    Arbitrary<Integer> seasons() {
        return Arbitraries.of(1, 2, 4, 12);
    }

    /** With zeros, repeated values and gaps. */
    @Provide
    Arbitrary<double[]> series() {
        return Arbitraries.frequencyOf(
                        Tuple.of(20, Arbitraries.integers().between(-50, 50).map(Integer::doubleValue)),
                        Tuple.of(1, Arbitraries.just(Double.NaN)))
                .array(double[].class)
                .ofMaxSize(60);
    }
}
