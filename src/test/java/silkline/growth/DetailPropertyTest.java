package silkline.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DetailPropertyTest {
    private static final int YEARS = 3;

    @Property
    void contributionsOfAllPartsMakeTheGrowthOfTheirSum(
            @ForAll @Size(min = 1, max = 8) List<@net.jqwik.api.From("amounts") double[]> parts) {
        double[] sums = new double[YEARS];
        List<Detail> details = new ArrayList<>();
        for (double[] part : parts) {
            for (int year = 0; year < YEARS; year++) {
                sums[year] += part[year];
            }
            details.add(annual(part));
        }
        Detail total = annual(sums);
        for (int year = 1; year < YEARS; year++) {
            double points = 0;
            for (Detail part : details) {
                points += part.contribution(year, total).value();
            }
            double growth = Growth.relativeChange(sums[year - 1], sums[year]) * 100;
            assertThat(points).isCloseTo(growth, within(1e-9 * (1 + Math.abs(growth))));
            assertThat(total.residual(year, details)).isCloseTo(0, within(1e-9 * (1 + Math.abs(growth))));
        }
    }

    @Property
    void thereIsANumberOrAReasonAndNeverBoth(
            @ForAll @Size(min = 1, max = 40) List<@net.jqwik.api.From("values") Double> values,
            @ForAll @IntRange(min = 8000, max = 8030) int start,
            @ForAll("frequencies") int perYear,
            @ForAll Detail.Kind kind,
            @ForAll @IntRange(min = -40, max = 39) int broken) {
        boolean[] isBreak = new boolean[values.size()];
        if (broken >= 0 && broken < isBreak.length) {
            isBreak[broken] = true;
        }
        boolean isConsecutive = kind == Detail.Kind.CONSECUTIVE || kind == Detail.Kind.RATE;
        double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
        Detail detail = new Detail(all, isBreak, start, isConsecutive ? perYear : 1, kind);
        for (int at = 0; at < all.length; at++) {
            List.of(
                            detail.annualised(at),
                            detail.arc(at),
                            detail.acceleration(at),
                            detail.yearToDate(at),
                            detail.rollingYear(at),
                            detail.momentum(at),
                            detail.carryOver(at),
                            detail.baseEffect(at),
                            detail.contribution(at, detail),
                            detail.index(at))
                    .forEach(measured -> assertThat(measured.reason().isEmpty())
                            .as("%s", measured)
                            .isEqualTo(!Double.isNaN(measured.value())));
            Trend trend = detail.trend(at, 1);
            assertThat(detail.trendReason(at, 1)).isNotEmpty();
            assertThat(Double.isNaN(detail.trendRatio(trend))).isEqualTo(Double.isNaN(trend.logChange()));
        }
    }

    /** A power of two only moves the binary point, so not even rounding may differ. */
    @Property
    void scalingLeavesEveryRatioAlone(
            @ForAll @Size(min = 1, max = 40) List<@net.jqwik.api.From("values") Double> values,
            @ForAll @IntRange(min = -9, max = 9) int power) {
        double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
        Detail detail = quarterly(all);
        Detail scaled = quarterly(
                Arrays.stream(all).map(value -> value * Math.pow(2, power)).toArray());
        for (int at = 0; at < all.length; at++) {
            assertThat(scaled.yearToDate(at)).isEqualTo(detail.yearToDate(at));
            assertThat(scaled.rollingYear(at)).isEqualTo(detail.rollingYear(at));
            assertThat(scaled.carryOver(at)).isEqualTo(detail.carryOver(at));
            assertThat(scaled.index(at)).isEqualTo(detail.index(at));
            assertThat(scaled.contribution(at, scaled)).isEqualTo(detail.contribution(at, detail));
        }
    }

    private static Detail annual(double[] values) {
        return new Detail(values, new boolean[values.length], 2000, 1, Detail.Kind.CONSECUTIVE);
    }

    private static Detail quarterly(double[] values) {
        return new Detail(values, new boolean[values.length], 8000, 4, Detail.Kind.CONSECUTIVE);
    }

    @Provide
    Arbitrary<double[]> amounts() {
        return Arbitraries.doubles().between(0.01, 1e9).array(double[].class).ofSize(YEARS);
    }

    @Provide
    Arbitrary<Double> values() {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, Arbitraries.doubles().between(0.01, 1e9)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of(0.0, -0.0, Double.NaN, -1.0)));
    }

    @Provide
    Arbitrary<Integer> frequencies() {
        return Arbitraries.of(1, 2, 4, 12);
    }
}
