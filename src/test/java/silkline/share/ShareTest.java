package silkline.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {
    @ParameterizedTest
    @CsvSource({
        "52, 130, 0.4",
        "0,  130, 0",
        "130,130, 1",
        "140,130, 1.0769",
        "1,  0,   NaN",
        "1,  -1,  NaN",
        "-1, 10,  NaN",
        "NaN,10,  NaN",
        "1,  NaN, NaN",
    })
    void shareOfATotal(double part, double total, double expected) {
        assertThat(Share.of(part, total)).isEqualTo(expected, within(1e-4));
    }

    @ParameterizedTest
    @CsvSource({"0.40, 0.45, 5", "0.45, 0.40, -5", "NaN, 0.4, NaN", "0.4, NaN, NaN"})
    void theChangeOfAShareIsInPoints(double from, double to, double expected) {
        assertThat(Share.changePoints(from, to)).isEqualTo(expected, within(1e-9));
    }

    @Test
    void herfindahlByHand() {
        assertThat(Concentration.herfindahl(new double[] {50, 30, 20})).isEqualTo(0.38, within(1e-12));
        assertThat(Concentration.herfindahl(new double[] {1, 1, 1, 1})).isEqualTo(0.25, within(1e-12));
        assertThat(Concentration.herfindahl(new double[] {7, 0, 0})).isEqualTo(1);
    }

    @Test
    void herfindahlIsUndefinedWithoutPartsThatAddUp() {
        assertThat(Concentration.herfindahl(new double[0])).isNaN();
        assertThat(Concentration.herfindahl(new double[] {0, 0})).isNaN();
        assertThat(Concentration.herfindahl(new double[] {3, -1})).isNaN();
        assertThat(Concentration.herfindahl(new double[] {3, Double.NaN})).isNaN();
    }

    @ParameterizedTest
    @CsvSource({"0.25, 4, 0", "1, 4, 1", "0.38, 3, 0.07", "1, 1, NaN", "1, 0, NaN", "NaN, 4, NaN"})
    void normalisedHerfindahlStartsAtZero(double hhi, long parts, double expected) {
        assertThat(Concentration.normalised(hhi, parts)).isEqualTo(expected, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0.25, 4", "0.38, 2.631579", "1, 1", "0, NaN", "NaN, NaN"})
    void effectiveNumber(double hhi, double expected) {
        assertThat(Concentration.effectiveNumber(hhi)).isEqualTo(expected, within(1e-6));
    }
}
