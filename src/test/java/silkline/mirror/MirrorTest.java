package silkline.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Worked by hand. */
class MirrorTest {
    private static final Offset<Double> CLOSE = within(1e-12);

    @Test
    void twoSides() {
        Mirror mirror = new Mirror(30, 50);
        assertThat(mirror.asymmetry()).isCloseTo(-0.25, CLOSE);
        assertThat(mirror.cifFobRatio()).isCloseTo(5 / 3.0, CLOSE);
        // 50 CIF are 40 FOB at 1.25; three parts 30, one part 40
        assertThat(mirror.balanced(1.25, 3, 1)).isCloseTo(32.5, CLOSE);
    }

    @Test
    void oneSideOrNone() {
        Mirror exporter = new Mirror(30, Double.NaN);
        assertThat(exporter.asymmetry()).isNaN();
        assertThat(exporter.cifFobRatio()).isNaN();
        assertThat(exporter.balanced(1.25, 3, 1)).isEqualTo(30);
        assertThat(new Mirror(Double.NaN, 50).balanced(1.25, 3, 1)).isCloseTo(40, CLOSE);
        assertThat(new Mirror(Double.NaN, Double.NaN).balanced(1.25, 3, 1)).isNaN();
        assertThat(new Mirror(0, 0).asymmetry()).isNaN();
        assertThat(new Mirror(0, 5).asymmetry()).isEqualTo(-1);
        assertThat(new Mirror(0, 5).cifFobRatio()).isNaN();
    }

    @Test
    void nothingLearntWeighsAlike() {
        Reliability reliability = new Reliability();
        reliability.learn("A", "B", new Mirror(0, 5));
        assertThat(reliability.weight("A")).isEqualTo(1);
        assertThat(reliability.cifFob()).isEqualTo(1.06);
    }

    /** Distances ln 2 (A, B) and 0 (B, C): mean over all ln 2 / 2; C drawn to it by five parts of six. */
    @Test
    void whoseReportsLieFarFromTheirPartnersWeighsLess() {
        Reliability reliability = new Reliability();
        reliability.learn("A", "B", new Mirror(1, 2.12));
        reliability.learn("B", "C", new Mirror(1, 1.06));
        double usual = Math.log(2) / 2;
        assertThat(reliability.weight("C")).isCloseTo(6 / (5 * usual), CLOSE);
        assertThat(reliability.weight("B")).isCloseTo(1 / usual, CLOSE);
        assertThat(reliability.weight("A")).isCloseTo(6 / (Math.log(2) + 5 * usual), CLOSE);
        assertThat(reliability.weight("unknown")).isCloseTo(1 / usual, CLOSE);
    }

    @Test
    void theUsualSurchargeIsTheMedianWithinReason() {
        Reliability near = new Reliability();
        Reliability far = new Reliability();
        for (int pair = 0; pair < 20; pair++) {
            near.learn("A", "B", new Mirror(100, 101 + pair));
            far.learn("A", "B", new Mirror(100, 300));
        }
        assertThat(near.cifFob()).isCloseTo(1.105, CLOSE);
        assertThat(far.cifFob()).isEqualTo(1.2);
    }
}
