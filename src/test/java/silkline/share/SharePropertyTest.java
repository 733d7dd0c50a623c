package silkline.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SharePropertyTest {
    private static final double CLOSE = 1e-12;

    @Property
    void sharesOfThePartsSumToOne(@ForAll("parts") double[] parts) {
        double total = Arrays.stream(parts).sum();
        assertThat(Arrays.stream(parts).map(part -> Share.of(part, total)).sum())
                .isCloseTo(1, within(CLOSE));
    }

    @Property
    void herfindahlLiesBetweenEqualPartsAndOne(@ForAll("parts") double[] parts) {
        double hhi = Concentration.herfindahl(parts);
        assertThat(hhi).isBetween(1.0 / parts.length - CLOSE, 1 + CLOSE);
        assertThat(Concentration.effectiveNumber(hhi)).isBetween(1 - 1e-9, parts.length + 1e-9);
    }

    @Property
    void herfindahlIsTheSumOfSquaredShares(@ForAll("parts") double[] parts) {
        double total = Arrays.stream(parts).sum();
        double squares = Arrays.stream(parts)
                .map(part -> Math.pow(Share.of(part, total), 2))
                .sum();
        assertThat(Concentration.herfindahl(parts)).isCloseTo(squares, within(CLOSE));
    }

    /** A power of two only moves the binary point, so not even rounding may differ. */
    @Property
    void scalingLeavesSharesAndConcentrationAlone(
            @ForAll("parts") double[] parts, @ForAll @IntRange(min = -20, max = 20) int power) {
        double factor = Math.pow(2, power);
        double[] scaled = Arrays.stream(parts).map(part -> part * factor).toArray();
        assertThat(Concentration.herfindahl(scaled)).isEqualTo(Concentration.herfindahl(parts));
        assertThat(Share.of(scaled[0], Arrays.stream(scaled).sum()))
                .isEqualTo(Share.of(parts[0], Arrays.stream(parts).sum()));
    }

    @Property
    void equalPartsAreTheLeastConcentrated(@ForAll @IntRange(min = 2, max = 200) int parts) {
        double[] equal = new double[parts];
        Arrays.fill(equal, 3);
        double hhi = Concentration.herfindahl(equal);
        assertThat(hhi).isCloseTo(1.0 / parts, within(CLOSE));
        assertThat(Concentration.normalised(hhi, parts)).isCloseTo(0, within(CLOSE));
        assertThat(Concentration.effectiveNumber(hhi)).isCloseTo(parts, within(1e-9));
    }

    @Provide
    Arbitrary<double[]> parts() {
        return Arbitraries.doubles()
                .between(0.01, 1e12)
                .array(double[].class)
                .ofMinSize(1)
                .ofMaxSize(60);
    }
}
