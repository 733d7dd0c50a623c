package silkline.forecast.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Rosenbrock's valley, whose minimum is 0 at (1, 1). Rosenbrock 1960. */
class SearchTest {
    private static double valley(double[] x) {
        return 100 * Math.pow(x[1] - x[0] * x[0], 2) + Math.pow(1 - x[0], 2);
    }

    private static final Objective VALLEY = new Objective() {
        @Override
        public double value(double[] x) {
            return valley(x);
        }

        @Override
        public void gradient(double[] x, double value, double[] gradient) {
            gradient[0] = -400 * x[0] * (x[1] - x[0] * x[0]) - 2 * (1 - x[0]);
            gradient[1] = 200 * (x[1] - x[0] * x[0]);
        }
    };

    @Test
    void theQuasiNewtonMethodFollowsTheValley() {
        double[] x = {-1.2, 1};
        double value = new Bfgs(2, 200, 1e-14).minimise(VALLEY, x, 2);
        assertThat(value).isCloseTo(0, within(1e-10));
        assertThat(x).containsExactly(new double[] {1, 1}, within(1e-4));
    }

    @Test
    void theSimplexFollowsTheValley() {
        double[] x = {-1.2, 1};
        double value = new NelderMead(2, 2000, 1e-14)
                .minimise(SearchTest::valley, x, new double[] {-2, -2}, new double[] {2, 2}, 0.1);
        assertThat(value).isCloseTo(0, within(1e-8));
        assertThat(x).containsExactly(new double[] {1, 1}, within(1e-3));
    }

    @Test
    void theSimplexStaysInItsBox() {
        double[] x = {0.1, 0.1};
        double value = new NelderMead(2, 2000, 1e-14)
                .minimise(SearchTest::valley, x, new double[] {0, 0}, new double[] {0.5, 0.5}, 0.1);
        assertThat(x[0]).isBetween(0.0, 0.5);
        assertThat(x[1]).isBetween(0.0, 0.5);
        assertThat(value).isEqualTo(valley(x)).isLessThan(valley(new double[] {0.1, 0.1}));
    }

    @Test
    void theGoldenSectionFindsTheDeeperDip() {
        double place = GoldenSection.minimise(x -> Math.sin(5 * x) + x / 10, 0, 3, 24, 1e-9);
        assertThat(place).isCloseTo(0.938, within(1e-3));
    }

    @Test
    void aStartOutsideTheDomainIsNotFollowed() {
        Objective nowhere = new Objective() {
            @Override
            public double value(double[] x) {
                return Double.NaN;
            }

            @Override
            public void gradient(double[] x, double value, double[] gradient) {
                throw new IllegalStateException("no gradient outside the domain");
            }
        };
        assertThat(new Bfgs(1, 10, 1e-3).minimise(nowhere, new double[] {0}, 1)).isInfinite();
    }
}
