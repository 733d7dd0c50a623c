package silkline.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PeriodPropertyTest {
    @Property
    void textFormRoundTrips(@ForAll("periods") Period period) {
        assertThat(Period.parse(period.toString())).contains(period);
    }

    @Property
    void theYearBeforeStartsAYearBeforeAndIsAsLong(@ForAll("periods") Period period) {
        Period before = period.yearEarlier();
        assertThat(before.start()).isEqualTo(period.start().minusYears(1));
        assertThat(before.months()).isEqualTo(period.months());
        assertThat(before.year()).isEqualTo(period.year() - 1);
        assertThat(before.frequency()).isEqualTo(period.frequency());
    }

    @Property
    void theNextPeriodStartsTheDayAfter(@ForAll("consecutive") Period period) {
        assertThat(period.plus(1).start()).isEqualTo(period.end().plusDays(1));
    }

    @Property
    void stepsAddUp(
            @ForAll("consecutive") Period period,
            @ForAll @IntRange(min = -400, max = 400) int one,
            @ForAll @IntRange(min = -400, max = 400) int other) {
        assertThat(period.plus(one).plus(other)).isEqualTo(period.plus(one + other));
        assertThat(Integer.signum(period.plus(one).compareTo(period))).isEqualTo(Integer.signum(one));
    }

    @Property
    void daysAndMonthsAgree(@ForAll("periods") Period period) {
        assertThat(ChronoUnit.MONTHS.between(period.start(), period.end().plusDays(1)))
                .isEqualTo(period.months());
    }

    @Property
    void orderAndEqualityAgree(@ForAll("periods") Period one, @ForAll("periods") Period other) {
        assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
        assertThat(Integer.signum(one.compareTo(other))).isEqualTo(-Integer.signum(other.compareTo(one)));
    }

    @Provide
    Arbitrary<Period> periods() {
        Arbitrary<Period> ranges = Combinators.combine(
                        years(),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(1, Frequency.RANGE_LENGTHS - 1))
                .as(Period::ofRange);
        return Arbitraries.oneOf(consecutive(), ranges);
    }

    @Provide
    Arbitrary<Period> consecutive() {
        return Arbitraries.of(EnumSet.complementOf(EnumSet.of(Frequency.RANGE)))
                .flatMap(frequency -> Combinators.combine(
                                years(), Arbitraries.integers().between(1, frequency.perYear()))
                        .as((year, position) -> Period.of(frequency, year, position)));
    }

    private static Arbitrary<Integer> years() {
        return Arbitraries.integers().between(1900, 2100);
    }
}
