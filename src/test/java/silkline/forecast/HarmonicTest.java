package silkline.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HarmonicTest {
    private static final double WEEKS = 365.25 / 7;
    private final Harmonic model = new Harmonic(new Drift());

    /** A line and two waves are continued as they are. */
    @Test
    void continuesTheWavesOfAYear() {
        double[] whole = new double[5 * 52 + 26];
        for (int t = 0; t < whole.length; t++) {
            whole[t] = 500 + t + 40 * Math.sin(2 * Math.PI * t / WEEKS) + 15 * Math.cos(4 * Math.PI * t / WEEKS + 1);
        }
        Moments moments = model.moments(Arrays.copyOf(whole, 5 * 52), 52, 26);
        for (int step = 1; step <= 26; step++) {
            assertThat(moments.mean(step)).isCloseTo(whole[5 * 52 + step - 1], within(2.0));
        }
    }

    @Test
    void noiseHasNoWaves() {
        Random random = new Random(3);
        double[] noise = random.doubles(5 * 52).toArray();
        Moments moments = model.moments(noise, 52, 26);
        Moments without = new Drift().moments(noise, 1, 26);
        for (int step = 1; step <= 26; step++) {
            assertThat(moments.mean(step)).isCloseTo(without.mean(step), within(0.2));
        }
    }

    @Test
    void lessThanTwoYearsHaveNoSeason() {
        double[] history = ForecasterContract.wave(100);
        assertThat(model.moments(history, 52, 3).mean(3))
                .isEqualTo(new Drift().moments(history, 1, 3).mean(3));
    }
}
