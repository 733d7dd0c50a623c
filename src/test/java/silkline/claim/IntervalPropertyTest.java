package silkline.claim;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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
