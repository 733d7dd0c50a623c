package silkline.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static silkline.quality.Judged.TRADE;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class JumpPropertyTest {
    @Property
    void aSmoothExponentialSeriesHasNoFinding(
            @ForAll @DoubleRange(min = 0.7, max = 1.6) double factor,
            @ForAll @DoubleRange(min = 0.01, max = 1e9) double start,
            @ForAll @IntRange(min = 1, max = 40) int length) {
        Judged judged = Judged.byDefault().years(TRADE, exponential(start, factor, length));
        assertThat(Stream.of(Rule.values()).filter(rule -> judged.result(rule).broken() > 0))
                .isEmpty();
    }

    @Property
    void aPlantedFactorOfAThousandInASmoothSeriesIsAlwaysFound(
            @ForAll @DoubleRange(min = 0.7, max = 1.6) double factor,
            @ForAll @Size(min = 6, max = 30) List<@DoubleRange(min = 0.95, max = 1.05) Double> noise,
            @ForAll @IntRange(min = 0, max = 29) int at,
            @ForAll boolean isUp) {
        double[] values = exponential(1e4, factor, noise.size());
        int planted = at % values.length;
        for (int i = 0; i < values.length; i++) {
            values[i] *= noise.get(i) * (i == planted ? isUp ? 1e3 : 1e-3 : 1);
        }
        assertThat(Judged.byDefault().years(TRADE, values).breaks(Rule.UNIT_JUMP))
                .singleElement()
                .asString()
                .contains(": " + (2000 + planted) + " is ");
    }

    @Property
    void scalingASeriesChangesNoFinding(
            @ForAll @Size(min = 2, max = 30) List<@DoubleRange(min = 0, max = 1e6) Double> values,
            @ForAll @IntRange(min = -20, max = 20) int power) {
        double[] plain = values.stream().mapToDouble(Double::doubleValue).toArray();
        // A power of two scales without rounding.
        double[] scaled = values.stream().mapToDouble(v -> Math.scalb(v, power)).toArray();
        for (Rule rule : List.of(Rule.GAPS, Rule.GROWTH_JUMP, Rule.UNIT_JUMP, Rule.ZERO_FOR_MISSING)) {
            assertThat(Judged.byDefault().years(TRADE, scaled).result(rule).broken())
                    .as("%s", rule)
                    .isEqualTo(
                            Judged.byDefault().years(TRADE, plain).result(rule).broken());
        }
    }

    private static double[] exponential(double start, double factor, int length) {
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = start * Math.pow(factor, i);
        }
        return values;
    }
}
