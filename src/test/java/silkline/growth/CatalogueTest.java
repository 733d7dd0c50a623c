package silkline.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Worked by hand. */
class CatalogueTest {
    private static final Offset<Double> CLOSE = within(1e-12);
    private static final double NONE = Double.NaN;
    /** Two years of quarters. */
    private static final double[] QUARTERS = {10, 20, 30, 40, 15, 25, 30, 50};

    @Test
    void annualisedArcAndAcceleration() {
        assertThat(Growth.annualised(0.1, 4)).isCloseTo(0.4641, CLOSE);
        assertThat(Growth.annualised(-1.5, 4)).isNaN();
        assertThat(Growth.arc(50, 150)).isCloseTo(1, CLOSE);
        assertThat(Growth.arc(150, 50)).isCloseTo(-1, CLOSE);
        assertThat(Growth.arc(0, 3)).isEqualTo(2);
        assertThat(Growth.arc(0, 0)).isNaN();
        assertThat(Growth.accelerationPoints(0.05, 0.08)).isCloseTo(3, CLOSE);
    }

    /** Parts 60 and 40 become 66 and 38: 6 and -2 points of 4. */
    @Test
    void contributionsAddUpToTheTotalsGrowth() {
        double first = Growth.contributionPoints(60, 66, 100);
        double second = Growth.contributionPoints(40, 38, 100);
        assertThat(first).isCloseTo(6, CLOSE);
        assertThat(first + second).isCloseTo(Growth.relativeChange(100, 104) * 100, CLOSE);
        assertThat(Growth.contributionPoints(1, 2, 0)).isNaN();
    }

    @Test
    void theYearSoFarIsComparedWithTheSameQuarters() {
        Compared firstHalf = Windows.yearToDate(QUARTERS, 5, 4, 2);
        assertThat(firstHalf).isEqualTo(new Compared(30, 40));
        assertThat(firstHalf.ratio()).isCloseTo(1 / 3.0, CLOSE);
        double[] gap = QUARTERS.clone();
        gap[0] = NONE;
        assertThat(Windows.yearToDate(gap, 5, 4, 2).reason()).isEqualTo("BASE_MISSING");
        assertThat(Windows.yearToDate(QUARTERS, 3, 4, 4).reason()).isEqualTo("BASE_MISSING");
    }

    @Test
    void rollingYearMomentumAndCarryOver() {
        assertThat(Windows.rollingYear(QUARTERS, 7, 4)).isEqualTo(new Compared(100, 120));
        assertThat(Windows.rollingYear(QUARTERS, 6, 4).reason()).isEqualTo("BASE_MISSING");
        assertThat(Windows.momentum(QUARTERS, 7)).isEqualTo(new Compared(85, 105));
        // the year's mean is 30, its last quarter 50
        assertThat(Windows.carryOver(QUARTERS, 7, 4).ratio()).isCloseTo(2 / 3.0, CLOSE);
    }

    /** ln(15/10) was ln(y_4/y_0); next ln(25/20): the change is what came now and what came then. */
    @Test
    void theBaseEffectAndTheLastChangeExplainTheChangeOfTheYearlyRate() {
        double change = Math.log(25 / 20.0) - Math.log(15 / 10.0);
        double now = Growth.logChange(15, 25);
        assertThat(Windows.baseEffect(QUARTERS, 5, 4)).isCloseTo(-Math.log(2), CLOSE);
        assertThat(now + Windows.baseEffect(QUARTERS, 5, 4)).isCloseTo(change, CLOSE);
        assertThat(Windows.baseEffect(QUARTERS, 4, 4)).isNaN();
    }

    /** ln y = 0, 1, 3: slope 3/2, of 14/3 on the line 9/2; changes 1 and 2 deviate by sqrt(1/2). */
    @Test
    void leastSquaresGrowth() {
        Trend trend = Trend.of(new double[] {1, Math.E, Math.exp(3)});
        assertThat(trend.logChange()).isCloseTo(1.5, CLOSE);
        assertThat(trend.rSquared()).isCloseTo(4.5 / (14 / 3.0), CLOSE);
        assertThat(trend.volatility()).isCloseTo(Math.sqrt(0.5), CLOSE);
        assertThat(trend.annualRatio(1)).isCloseTo(Math.exp(1.5) - 1, CLOSE);
    }

    @Test
    void aTrendNeedsThreePositiveValuesAndSkipsGaps() {
        assertThat(Trend.of(new double[] {1, 2}).logChange()).isNaN();
        assertThat(Trend.of(new double[] {1, 2, 0, 4}).logChange()).isNaN();
        // 1, 2, gap, 8: on one line
        Trend gap = Trend.of(new double[] {1, 2, NONE, 8});
        assertThat(gap.logChange()).isCloseTo(Math.log(2), CLOSE);
        assertThat(gap.rSquared()).isCloseTo(1, CLOSE);
        assertThat(gap.volatility()).isNaN();
        assertThat(Trend.of(new double[] {5, 5, 5}).rSquared()).isNaN();
        // Three sums of the logarithm of 7.3 divided by three are not that logarithm.
        assertThat(Trend.of(new double[] {7.3, 7.3, 7.3, 7.3, 7.3, 7.3}).rSquared())
                .isNaN();
    }

    @Test
    void aTrendOfConstantGrowthIsThatGrowth() {
        double[] values =
                IntStream.range(0, 20).mapToDouble(t -> Math.pow(1.07, t)).toArray();
        assertThat(Trend.of(values).annualRatio(1)).isCloseTo(0.07, CLOSE);
        assertThat(Trend.of(values).volatility()).isCloseTo(0, CLOSE);
    }

    /** Bread 1 to 2 (10 to 8), wine 4 to 5 (5 to 10): old basket 30 to 45, new one 48 to 66, value 30 to 66. */
    @Test
    void pricesAndQuantities() {
        Prices prices = Prices.of(new double[] {1, 4}, new double[] {2, 5}, new double[] {10, 5}, new double[] {8, 10});
        assertThat(prices).isEqualTo(new Prices(1.5, 1.375, 2.2));
        assertThat(prices.price()).isCloseTo(Math.sqrt(1.5 * 1.375), CLOSE);
        // Fisher's quantities: old prices 48/30, new prices 66/45
        assertThat(prices.volume()).isCloseTo(Math.sqrt(1.6 * (66 / 45.0)), CLOSE);
        assertThat(prices.price() * prices.volume()).isCloseTo(2.2, CLOSE);
        assertThat(Prices.of(new double[] {NONE}, new double[] {2}, new double[] {1}, new double[] {1})
                        .price())
                .isNaN();
        assertThat(Prices.unitValue(30, 12)).isEqualTo(2.5);
        assertThat(Prices.unitValue(30, 0)).isNaN();
    }

    @Test
    void anIndexOfTheSameSeries() {
        assertThat(Rebased.index(new double[] {40, 60, NONE, 75}, 0, 1)).containsExactly(80, 120, NONE, 150);
        assertThat(Rebased.index(new double[] {40, NONE, 75}, 0, 1)).containsOnly(NONE);
    }
}
