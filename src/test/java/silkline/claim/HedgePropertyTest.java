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
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class HedgePropertyTest {
    @Property
    void theStatedFigureIsAllowedUnlessTheHedgeExcludesIt(@ForAll Hedge hedge, @ForAll("figures") BigDecimal stated) {
        boolean excludes = hedge == Hedge.OVER || (hedge == Hedge.ALMOST && stated.signum() != 0);
        assertThat(hedge.bounds(stated, stated, Claims.WIDTHS).allowed().contains(stated.doubleValue()))
                .isEqualTo(!excludes);
    }

    @Property
    void anExactFigureAllowsNoMoreThanAnApproximateOne(@ForAll("figures") BigDecimal stated) {
        Interval exact = Hedge.EXACT.bounds(stated, stated, Claims.WIDTHS).allowed();
        Interval about = Hedge.ABOUT.bounds(stated, stated, Claims.WIDTHS).allowed();
        assertThat(exact.low()).isGreaterThanOrEqualTo(about.low());
        assertThat(exact.high()).isLessThanOrEqualTo(about.high());
    }

    @Property
    void whatIsPlausibleIsAllowedAndWhatIsAllowedIsNotExcludedByTheWords(
            @ForAll Hedge hedge,
            @ForAll("figures") BigDecimal stated,
            @ForAll @DoubleRange(min = -3, max = 3) double x) {
        Bounds bounds = hedge.bounds(stated, stated, Claims.WIDTHS);
        double value = stated.doubleValue() * x;
        assertThat(bounds.plausible().contains(value) && !bounds.allowed().contains(value))
                .isFalse();
        assertThat(bounds.allowed().contains(value) && !bounds.hard().contains(value))
                .isFalse();
        boolean isBounded = Double.isFinite(bounds.plausible().low())
                && Double.isFinite(bounds.plausible().high());
        assertThat(isBounded || stated.signum() == 0).isTrue();
    }

    @Property
    void betweenAllowsExactlyWhatLiesBetween(
            @ForAll @IntRange(min = -1000, max = 1000) int one,
            @ForAll @IntRange(min = -1000, max = 1000) int other,
            @ForAll @IntRange(min = -1100, max = 1100) int value) {
        int low = Math.min(one, other);
        int high = Math.max(one, other);
        assertThat(Hedge.BETWEEN
                        .bounds(BigDecimal.valueOf(low), BigDecimal.valueOf(high), Claims.WIDTHS)
                        .allowed()
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
