package silkline.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class HedgePropertyTest {
    @Property
    void theStatedFigureIsAllowedUnlessTheHedgeExcludesIt(@ForAll Hedge hedge, @ForAll("figures") BigDecimal stated) {
        boolean excludes = hedge == Hedge.OVER || hedge == Hedge.ALMOST;
        assertThat(hedge.interval(stated, stated).contains(stated.doubleValue()))
                .isEqualTo(!excludes);
    }

    @Property
    void anExactFigureAllowsNoMoreThanAnApproximateOne(@ForAll("figures") BigDecimal stated) {
        Interval exact = Hedge.EXACT.interval(stated, stated);
        Interval about = Hedge.ABOUT.interval(stated, stated);
        assertThat(exact.low()).isGreaterThanOrEqualTo(about.low());
        assertThat(exact.high()).isLessThanOrEqualTo(about.high());
    }

    @Property
    void betweenAllowsExactlyWhatLiesBetween(
            @ForAll @IntRange(min = -1000, max = 1000) int one,
            @ForAll @IntRange(min = -1000, max = 1000) int other,
            @ForAll @IntRange(min = -1100, max = 1100) int value) {
        int low = Math.min(one, other);
        int high = Math.max(one, other);
        assertThat(Hedge.BETWEEN
                        .interval(BigDecimal.valueOf(low), BigDecimal.valueOf(high))
                        .contains(value))
                .isEqualTo(low <= value && value <= high);
    }

    @Provide
    Arbitrary<BigDecimal> figures() {
        Arbitrary<BigInteger> digits = Arbitraries.bigIntegers()
                .between(BigInteger.valueOf(-1_000_000_000_000L), BigInteger.valueOf(1_000_000_000_000L));
        return Combinators.combine(digits, Arbitraries.integers().between(-3, 6))
                .as(BigDecimal::new);
    }
}
