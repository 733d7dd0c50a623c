package silkline.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every model promises. */
public interface ForecasterContract {
    Forecaster model();

    private static double[] levels() {
        return new double[] {0.5, 0.95};
    }

    @Test
    default void isInTheListOfModels() {
        assertThat(Forecasters.named(model().name())).isEqualTo(model());
    }

    @Test
    default void forecastsEveryStepAndLevelAskedFor() {
        for (int season : new int[] {1, 2, 4, 12}) {
            Forecast forecast = model().forecast(wave(60), season, 30, levels());
            assertThat(forecast.horizon()).isEqualTo(30);
            assertThat(forecast.levels()).containsExactly(levels());
        }
    }

    @Test
    default void forecastsFromItsMinimumLengthOnAndRefusesLess() {
        for (int season : new int[] {1, 2, 4, 12}) {
            int minimum = model().minimumLength(season);
            assertThat(model().forecast(wave(minimum), season, 3, levels()).horizon())
                    .isEqualTo(3);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> model().forecast(wave(minimum - 1), season, 3, levels()))
                    .withMessageContaining("needs %d observations", minimum);
        }
    }

    @Test
    default void refusesMissingAndInfiniteValues() {
        for (double wrong : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            double[] history = wave(60);
            history[7] = wrong;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> model().forecast(history, 4, 3, levels()))
                    .withMessageContaining("observation 7");
        }
    }

    @Test
    default void refusesAnImpossibleSeasonHorizonOrLevel() {
        assertThatIllegalArgumentException().isThrownBy(() -> model().forecast(wave(60), 0, 3, levels()));
        assertThatIllegalArgumentException().isThrownBy(() -> model().forecast(wave(60), 4, 0, levels()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model().forecast(wave(60), 4, 3, new double[] {95}))
                .withMessageContaining("95");
    }

    @Test
    default void leavesItsArgumentsAloneAndKeepsNoHoldOnThem() {
        double[] history = wave(60);
        double[] levels = levels();
        Forecast forecast = model().forecast(history, 12, 6, levels);
        assertThat(history).containsExactly(wave(60));
        Arrays.fill(history, 0);
        Arrays.fill(levels, 0.1);
        assertThat(forecast).isEqualTo(model().forecast(wave(60), 12, 6, levels()));
    }

    @Test
    default void equalHistoriesGiveEqualForecastsAlsoAfterSerialisation() throws Exception {
        Forecast expected = model().forecast(wave(60), 12, 6, levels());
        assertThat(copy(model()).forecast(wave(60), 12, 6, levels())).isEqualTo(expected);
    }

    @Test
    default void intervalsAreNestedAroundTheMeanAndNeverNarrowAYearLater() {
        Forecast forecast = model().forecast(wave(60), 4, 12, levels());
        for (int step = 1; step <= 12; step++) {
            assertThat(new double[] {
                        forecast.lower(1, step),
                        forecast.lower(0, step),
                        forecast.mean(step),
                        forecast.upper(0, step),
                        forecast.upper(1, step)
                    })
                    .isSorted();
            if (step > 4) {
                assertThat(width(forecast, step)).isGreaterThanOrEqualTo(width(forecast, step - 4));
            }
        }
    }

    @Test
    default void aConstantSeriesIsForecastAsThatConstantWithoutWidth() {
        double[] history = new double[40];
        Arrays.fill(history, 1.0e9);
        Forecast forecast = model().forecast(history, 12, 6, levels());
        for (int step = 1; step <= 6; step++) {
            assertThat(forecast.mean(step)).isCloseTo(1.0e9, within(1e-3));
            assertThat(width(forecast, step)).isCloseTo(0, within(1e-3));
        }
    }

    /** A positive series with trend, season and irregularity. */
    static double[] wave(int length) {
        return IntStream.range(0, length)
                .mapToDouble(t -> 200 + t + 20 * Math.sin(t * Math.PI / 2) + 7 * Math.sin(t * t))
                .toArray();
    }

    private static double width(Forecast forecast, int step) {
        return forecast.upper(1, step) - forecast.lower(1, step);
    }

    private static Forecaster copy(Forecaster model) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(model);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (Forecaster) in.readObject();
        }
    }
}
