package silkline.forecast.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import silkline.forecast.Drift;
import silkline.forecast.Naive;

class BenchmarkTest {
    /** Trained on 1, 3, 4, 6 (mean change 5/3), tested on 9 and 8. */
    private static final BenchmarkSeries SERIES =
            new BenchmarkSeries("yearly", 1, 1, new double[] {1, 3, 4, 6, 9, 8}, 2);

    @Test
    void scoresAreThoseWorkedByHand() {
        Score score =
                Benchmark.run(List.of(SERIES), List.of(new Naive()), name -> {}).get(0);
        assertThat(score.series()).isEqualTo(1);
        assertThat(score.mase()).isCloseTo((3 + 2) / 2.0 / (5 / 3.0), within(1e-12));
        assertThat(score.smapePercent()).isCloseTo((200 * 3 / 15.0 + 200 * 2 / 14.0) / 2, within(1e-12));
        assertThat(score.owa()).isCloseTo(1, within(1e-12));
        // sigma = sqrt((4 + 1 + 4) / 3); the 50 % interval is 6 +- 1.17 and 6 +- 1.65, the 95 % one 3.39 and 4.80.
        assertThat(score.coverage50()).isZero();
        assertThat(score.coverage95()).isEqualTo(1);
        assertThat(score.msis()).isCloseTo((3.3948 + 4.8009) / (5 / 3.0), within(1e-3));
    }

    @Test
    void aMissedIntervalCostsFortyTimesTheDistance() {
        BenchmarkSeries jump = new BenchmarkSeries("yearly", 1, 1, new double[] {1, 2, 1, 2, 20}, 1);
        Score score =
                Benchmark.run(List.of(jump), List.of(new Naive()), name -> {}).get(0);
        double upper = 2 + 1.959963984540054;
        assertThat(score.msis()).isCloseTo(2 * 1.959963984540054 + 40 * (20 - upper), within(1e-9));
    }

    @Test
    void aSeriesTooShortForAModelIsForecastByTheNaiveOneAndCounted() {
        BenchmarkSeries two = new BenchmarkSeries("yearly", 1, 1, new double[] {1, 2, 3}, 1);
        Score score =
                Benchmark.run(List.of(two), List.of(new Drift()), name -> {}).get(0);
        assertThat(score.refused()).isEqualTo(1);
        assertThat(score.mase()).isCloseTo(1, within(1e-12));
    }

    @Test
    void scoresComeByFrequencyAndModel() {
        BenchmarkSeries other = new BenchmarkSeries("quarterly", 4, 4, new double[] {1, 2, 3, 4, 2, 3, 4, 5, 3, 4}, 1);
        List<String> done = new ArrayList<>();
        List<Score> scores = Benchmark.run(List.of(SERIES, other), List.of(new Naive(), new Drift()), done::add);
        assertThat(scores)
                .extracting(score -> score.frequency() + " " + score.model())
                .containsExactly("yearly naive", "yearly drift", "quarterly naive", "quarterly drift");
        assertThat(done).containsExactly("naive", "drift");
    }

    @Test
    void aSeriesWithoutTrainingPartIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BenchmarkSeries("yearly", 1, 1, new double[] {1, 2}, 1))
                .withMessageContaining("too few");
    }
}
