package silkline.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Ends on whole numbers, points on halves: between any two ends that differ there is a point to try. */
class IntervalPropertyTest {
    private static final int MOST = 12;

    @Property
    void twoOverlapExactlyWhereSomePointLiesInBoth(
            @ForAll("intervals") Interval one, @ForAll("intervals") Interval other) {
        boolean shared = false;
        for (double point = -MOST - 1; point <= MOST + 1; point += 0.5) {
            shared |= one.contains(point) && other.contains(point);
        }
        assertThat(one.overlaps(other)).isEqualTo(shared);
    }

    @Property
    void overlappingIsMutual(@ForAll("intervals") Interval one, @ForAll("intervals") Interval other) {
        assertThat(one.overlaps(other)).isEqualTo(other.overlaps(one));
    }

    @Property
    void everyPointIsScaledWithItsInterval(
            @ForAll("intervals") Interval interval,
            @ForAll @IntRange(min = 1, max = 1000) int factor,
            @ForAll @IntRange(min = -2 * MOST - 2, max = 2 * MOST + 2) int halves) {
        double point = halves / 2.0;
        assertThat(interval.times(factor).contains(point * factor)).isEqualTo(interval.contains(point));
    }

    /** Results are taken with doubles too: a result that a double cannot hold may miss an interval by no more than its end. */
    @Property
    void arithmeticHoldsEveryResultOfValuesOfItsOperands(
            @ForAll("intervals") Interval one,
            @ForAll("intervals") Interval other,
            @ForAll @DoubleRange(min = 0, max = 1) double here,
            @ForAll @DoubleRange(min = 0, max = 1) double there) {
        double x = inside(one, here);
        double y = inside(other, there);
        Assume.that(one.contains(x) && other.contains(y));
        assertThat(one.plus(other).contains(x + y)).as("%s + %s", x, y).isTrue();
        assertThat(one.minus(other).contains(x - y)).as("%s - %s", x, y).isTrue();
        assertThat(one.times(other).contains(x * y)).as("%s * %s", x, y).isTrue();
        if (y != 0) {
            assertThat(one.dividedBy(other).contains(x / y)).as("%s / %s", x, y).isTrue();
        }
    }

    /** Exact decimal arithmetic on ends that doubles cannot hold: the ends move outwards, never inwards. */
    @Property
    void endsThatADoubleCannotHoldMoveOutwards(@ForAll("factors") double a, @ForAll("factors") double b) {
        BigDecimal x = new BigDecimal(a);
        BigDecimal y = new BigDecimal(b);
        assertBrackets(Interval.of(a).plus(Interval.of(b)), x.add(y));
        assertBrackets(Interval.of(a).minus(Interval.of(b)), x.subtract(y));
        assertBrackets(Interval.of(a).times(Interval.of(b)), x.multiply(y));
        Interval quotient = Interval.of(a).dividedBy(Interval.of(b));
        assertThat(new BigDecimal(quotient.low()).multiply(y)).isLessThanOrEqualTo(x);
        assertThat(new BigDecimal(quotient.high()).multiply(y)).isGreaterThanOrEqualTo(x);
    }

    @Property
    void aRootHoldsTheRootOfEveryValue(
            @ForAll @DoubleRange(min = 0.1, max = 1e6) double low,
            @ForAll @DoubleRange(min = 0, max = 1e6) double width,
            @ForAll @DoubleRange(min = 0, max = 1) double here,
            @ForAll @IntRange(min = 1, max = 30) int years) {
        Interval factor = Interval.closed(low, low + width);
        double x = Math.min(low + width, low + here * width);
        assertThat(factor.through(f -> Math.pow(f, 1.0 / years) - 1).contains(Math.pow(x, 1.0 / years) - 1))
                .isTrue();
    }

    @Provide
    Arbitrary<Double> factors() {
        return Arbitraries.doubles().between(1e-6, 1e12).ofScale(9);
    }

    private static void assertBrackets(Interval interval, BigDecimal truth) {
        assertThat(new BigDecimal(interval.low())).isLessThanOrEqualTo(truth);
        assertThat(new BigDecimal(interval.high())).isGreaterThanOrEqualTo(truth);
        assertThat(interval.high()).isLessThanOrEqualTo(Math.nextUp(interval.low()));
    }

    private static double inside(Interval interval, double share) {
        double low = Double.isInfinite(interval.low()) ? interval.high() - 1e9 : interval.low();
        double from = Double.isInfinite(low) ? -1e9 : low;
        double to = Double.isInfinite(interval.high()) ? from + 2e9 : interval.high();
        return Math.min(to, from + share * (to - from));
    }

    @Provide
    Arbitrary<Interval> intervals() {
        Arbitrary<Boolean> open = Arbitraries.of(true, false);
        Arbitrary<Interval> bounded = Combinators.combine(ends(), ends(), open, open)
                .as((a, b, lowOpen, highOpen) -> a.equals(b)
                        ? Interval.closed(a, a)
                        : new Interval(Math.min(a, b), Math.max(a, b), lowOpen, highOpen));
        Arbitrary<Interval> upwards = Combinators.combine(ends(), open)
                .as((low, lowOpen) -> new Interval(low, Double.POSITIVE_INFINITY, lowOpen, true));
        Arbitrary<Interval> downwards = Combinators.combine(ends(), open)
                .as((high, highOpen) -> new Interval(Double.NEGATIVE_INFINITY, high, true, highOpen));
        return Arbitraries.oneOf(bounded, upwards, downwards);
    }

    private static Arbitrary<Double> ends() {
        return Arbitraries.integers().between(-MOST, MOST).map(Integer::doubleValue);
    }
}
