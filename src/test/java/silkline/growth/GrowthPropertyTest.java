package silkline.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class GrowthPropertyTest {
    private static final double SMALL = 0.01;
    private static final double LARGE = 1e13;

    @Property
    void growthLeadsBackToTheValue(
            @ForAll @DoubleRange(min = SMALL, max = LARGE) double from,
            @ForAll @DoubleRange(min = SMALL, max = LARGE) double to) {
        assertThat(from * Growth.fold(from, to)).isCloseTo(to, within(1e-12 * to));
        assertThat(from * Math.exp(Growth.logChange(from, to))).isCloseTo(to, within(1e-12 * to));
        // The one that is added costs the digits of a much smaller change.
        assertThat(from * (1 + Growth.relativeChange(from, to))).isCloseTo(to, within(1e-12 * (to + from)));
    }

    @Property
    void compoundedOverTheYearsTheAnnualRateLeadsBackToTheValue(
            @ForAll @DoubleRange(min = 1, max = LARGE) double from,
            @ForAll @DoubleRange(min = 0.01, max = 100) double fold,
            @ForAll @IntRange(min = 1, max = 50) int years) {
        double to = from * fold;
        double rate = Growth.compoundAnnualRate(from, to, years);
        assertThat(from * Math.pow(1 + rate, years)).isCloseTo(to, within(1e-10 * to));
    }

    /** A power of two only moves the binary point, so not even rounding may differ. */
    @Property
    void scalingLeavesGrowthAlone(
            @ForAll("values") double from,
            @ForAll("values") double to,
            @ForAll @IntRange(min = -20, max = 20) int power) {
        double factor = Math.pow(2, power);
        assertSame(Growth.relativeChange(from * factor, to * factor), Growth.relativeChange(from, to));
        assertSame(Growth.fold(from * factor, to * factor), Growth.fold(from, to));
        assertSame(Growth.compoundAnnualRate(from * factor, to * factor, 3), Growth.compoundAnnualRate(from, to, 3));
    }

    @Property
    void thereIsAReasonExactlyWhereThereIsNoGrowth(@ForAll("values") double from, @ForAll("values") double to) {
        assertThat(Reason.of(from, to).isEmpty()).isEqualTo(!Double.isNaN(Growth.relativeChange(from, to)));
    }

    /** Boxed: NaN equals NaN. */
    private static void assertSame(double actual, double expected) {
        assertThat(Double.valueOf(actual)).isEqualTo(Double.valueOf(expected));
    }

    @Provide
    Arbitrary<Double> values() {
        return Arbitraries.oneOf(
                Arbitraries.of(0.0, -0.0, Double.NaN, -1.0, 1.0, 1e-9),
                Arbitraries.doubles().between(-LARGE, LARGE));
    }
}
