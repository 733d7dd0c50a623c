package silkline.forecast.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silkline.forecast.ForecasterContract;
import silkline.forecast.Moments;

class LearntWeightsTest {
    @Test
    void areLearntForMonthsAndQuartersAlone() {
        assertThat(LearntWeights.of(4)).isPresent();
        assertThat(LearntWeights.of(12)).isPresent();
        for (int season : new int[] {1, 2, 3, 24, 52}) {
            assertThat(LearntWeights.of(season)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 12})
    void sumToOneForAnyFeaturesAndWithoutAMember(int season) {
        List<Member> members = Member.of(season);
        for (double size : new double[] {-1e300, -1, 0, 1, 1e300, Double.POSITIVE_INFINITY}) {
            double[] features = new double[Features.NAMES.size()];
            Arrays.fill(features, size);
            for (List<Member> some : List.of(members, members.subList(1, members.size()))) {
                Weights weights = LearntWeights.of(season).orElseThrow().of(some, features);
                double[] values =
                        IntStream.range(0, some.size()).mapToDouble(weights::at).toArray();
                assertThat(Arrays.stream(values).sum()).isCloseTo(1, within(1e-12));
                assertThat(Arrays.stream(values).min().orElseThrow()).isNotNegative();
                assertThat(weights.cut()).isZero();
            }
        }
    }

    /** Odds of two members are exp of the difference of their exponents; half of the weight is fixed. */
    @Test
    void followTheFeaturesByTheFormula() {
        List<Member> members = Member.of(4).subList(0, 2);
        Map<String, double[]> coefficients = members.stream()
                .collect(Collectors.toMap(member -> member.model().name(), member -> new double[] {0, 0}));
        coefficients.get(members.get(0).model().name())[1] = Math.log(3);
        LearntWeights learnt = new LearntWeights(0.5, new double[] {10}, new double[] {2}, coefficients);
        // One standard deviation above the mean: 3 to 1; four count as three: 27 to 1. Fixed: 1 to 1.
        assertThat(learnt.of(members, new double[] {12}).at(0)).isCloseTo(0.5 * 3 / 4 + 0.25, within(1e-12));
        assertThat(learnt.of(members, new double[] {18}).at(0)).isCloseTo(0.5 * 27 / 28 + 0.25, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 12})
    void stepsDoNotDependOnTheHorizonAskedFor(int season) {
        double[] history = ForecasterContract.wave(60);
        Moments near = new Ensemble().moments(history, season, 2);
        Moments far = new Ensemble().moments(history, season, 30);
        for (int step = 1; step <= 2; step++) {
            assertThat(near.mean(step)).isEqualTo(far.mean(step));
            assertThat(near.standardError(step)).isEqualTo(far.standardError(step));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 12})
    void aSeriesOfLessThanThreeYearsHasFixedWeights(int season) {
        double[] history = ForecasterContract.wave(3 * season - 1);
        Map<Member, Moments> said = Ensemble.said(history, season, 3);
        Weights fixed = Weights.fixed(List.copyOf(said.keySet()));
        Moments expected = Ensemble.combined(List.copyOf(said.values()), fixed, fixed, 3);
        Moments actual = new Ensemble().moments(history, season, 3);
        for (int step = 1; step <= 3; step++) {
            assertThat(actual.mean(step)).isEqualTo(expected.mean(step));
        }
    }

    /** The file is not older than members and features: learnt again, it gives the same weights. */
    @Test
    void thoseOfQuartersAreWhatTheTrainingFinds() throws IOException {
        Path file = Path.of(System.getProperty("silkline.shared", "../shared"), "benchmarks", "m3.csv.gz");
        assumeTrue(Files.exists(file), () -> "no M3 data at " + file.toAbsolutePath());
        List<TrainingSeries> odd = TrainingSeries.odd(file, 4);
        List<Member> members = Member.of(4);
        WeightsFit fit = new WeightsFit(odd, members, 0.003);
        LearntWeights found = fit.learnt(fit.fitted(), 0.5);
        LearntWeights shipped = LearntWeights.of(4).orElseThrow();
        assertThat(odd).hasSize(378);
        for (TrainingSeries series : odd) {
            Weights expected = found.of(members, series.features());
            Weights actual = shipped.of(members, series.features());
            for (int i = 0; i < members.size(); i++) {
                assertThat(actual.at(i)).isCloseTo(expected.at(i), within(0.01));
            }
        }
    }
}
