package silkline.forecast.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import silkline.forecast.Forecast;
import silkline.forecast.SeasonalNaive;
import silkline.forecast.Theta;

class InTimePropertyTest {
    private static final double[] LEVELS = {0.8, 0.95};

    /** What is known of a period and the months of it that are ahead make its forecast, at every level. */
    @Property(tries = 300)
    void monthsAddUpToQuartersAndTheseToYears(
            @ForAll("histories") double[] history,
            @ForAll("seasons") int season,
            @ForAll @IntRange(max = 11) int place,
            @ForAll @IntRange(min = 1, max = 30) int horizon) {
        int first = place % season;
        List<InTime.Level> levels = new InTime(new Theta(), first).levels(history, season, horizon, LEVELS);
        Forecast own = levels.get(0).forecast();
        assertThat(own.horizon()).isEqualTo(horizon);
        for (InTime.Level level : levels.subList(1, levels.size())) {
            int size = season / level.perYear();
            int known = (first + history.length) % size;
            assertThat(level.forecast().horizon()).isEqualTo((known + horizon) / size);
            for (int step = 1; step <= level.forecast().horizon(); step++) {
                double sum = 0;
                for (int i = (step - 1) * size - known; i < step * size - known; i++) {
                    sum += i < 0 ? history[history.length + i] : own.mean(i + 1);
                }
                assertThat(level.forecast().mean(step)).isCloseTo(sum, within(1e-6));
                assertThat(level.forecast().mean(step))
                        .isBetween(
                                level.forecast().lower(0, step),
                                level.forecast().upper(0, step));
                assertThat(level.forecast().lower(1, step))
                        .isLessThanOrEqualTo(level.forecast().lower(0, step));
            }
        }
    }

    /** Last year again, by month, by quarter and as a whole: there is nothing to reconcile. */
    @Property(tries = 100)
    void whatAgreesIsLeftAlone(@ForAll("histories") double[] history, @ForAll("seasons") int season) {
        int first = Math.floorMod(-history.length, season);
        Forecast alone = new SeasonalNaive().forecast(history, season, season, LEVELS);
        Forecast together = new InTime(new SeasonalNaive(), first).forecast(history, season, season, LEVELS);
        for (int step = 1; step <= season; step++) {
            assertThat(together.mean(step)).isCloseTo(alone.mean(step), within(1e-9));
            assertThat(together.lower(1, step)).isCloseTo(alone.lower(1, step), within(1e-9));
        }
    }

    @Property(tries = 200)
    void anAmountHasNoForecastBelowZeroNorAYearLessThanWhatIsKnownOfIt(
            @ForAll("falling") double[] history, @ForAll @IntRange(max = 11) int first) {
        List<InTime.Level> levels = new InTime(new Theta(), first).levels(history, 12, 24, LEVELS);
        int known = (first + history.length) % 12;
        double sum =
                Arrays.stream(history, history.length - known, history.length).sum();
        for (InTime.Level level : levels) {
            for (int step = 1; step <= level.forecast().horizon(); step++) {
                assertThat(level.forecast().mean(step)).isGreaterThanOrEqualTo(-1e-9);
            }
        }
        Forecast years = levels.get(levels.size() - 1).forecast();
        assertThat(years.mean(1)).isGreaterThanOrEqualTo(sum - 1e-9);
        assertThat(known == 0 || years.lower(1, 1) >= sum - 1e-9).isTrue();
    }

    @Provide
    Arbitrary<Integer> seasons() {
        return Arbitraries.of(2, 4, 12);
    }

    @Provide
    Arbitrary<double[]> histories() {
        return Arbitraries.doubles()
                .between(-1000, 1000)
                .ofScale(3)
                .array(double[].class)
                .ofMinSize(40)
                .ofMaxSize(80);
    }

    /** Towards nothing, with noise. */
    @Provide
    Arbitrary<double[]> falling() {
        return Arbitraries.doubles()
                .between(0, 30)
                .ofScale(3)
                .array(double[].class)
                .ofMinSize(70)
                .ofMaxSize(80)
                .map(noise -> {
                    for (int t = 0; t < noise.length; t++) {
                        noise[t] = Math.max(0, 300 - 4.5 * t + noise[t]);
                    }
                    return noise;
                });
    }
}
