package silkline.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values worked by hand; those of ICT services are in million dollars. */
class GrowthTest {
    @ParameterizedTest
    @CsvSource({
        "100,   150,   0.5",
        "100,   80,   -0.2",
        "722.0, 855.3, 0.184626",
        "100,   0,    -1",
        "100,   100,   0",
        "0,     5,     NaN",
        "-3,    5,     NaN",
        "3,     -5,    NaN",
        "NaN,   5,     NaN",
        "3,     NaN,   NaN",
    })
    void relativeChange(double from, double to, double expected) {
        assertThat(Growth.relativeChange(from, to)).isEqualTo(expected, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 3", "1.155556, 52, 45", "4, 0, 0", "0, 1, NaN", "-1, 1, NaN", "1, -1, NaN", "NaN, 1, NaN"})
    void fold(double from, double to, double expected) {
        assertThat(Growth.fold(from, to)).isEqualTo(expected, within(1e-4));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2.718281828, 1",
        "2, 1,          -0.693147",
        "1, 0,           NaN",
        "0, 1,           NaN",
        "-1, -1,         NaN",
        "NaN, 1,         NaN"
    })
    void logChange(double from, double to, double expected) {
        assertThat(Growth.logChange(from, to)).isEqualTo(expected, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "855.3, 1000,  2,  0.081285", // sqrt(1.169180) = 1.081286
        "1,     45,    5,  1.141127", // 45^0.2 = 2.141127
        "100,   121,   2,  0.1",
        "100,   25,    2, -0.5",
        "100,   0,     3, -1",
        "100,   121,   0,  NaN",
        "100,   121,  -1,  NaN",
        "0,     121,   2,  NaN",
        "100,   121,   NaN, NaN",
    })
    void compoundAnnualRate(double from, double to, double years, double expected) {
        assertThat(Growth.compoundAnnualRate(from, to, years)).isEqualTo(expected, within(2e-6));
    }

    @ParameterizedTest
    @CsvSource({"0.693147, 1", "0.0693147, 10", "0, NaN", "-0.1, NaN", "NaN, NaN"})
    void doublingYears(double logChangePerYear, double expected) {
        assertThat(Growth.doublingYears(logChangePerYear)).isEqualTo(expected, within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({
        "1,   NaN, VALUE_MISSING",
        "NaN, NaN, VALUE_MISSING",
        "NaN, 1,   BASE_MISSING",
        "0,   1,   BASE_ZERO",
        "-0,  1,   BASE_ZERO",
        "-1,  1,   SIGN_CHANGE",
        "1,  -1,   SIGN_CHANGE",
        "-1, -1,   SIGN_CHANGE",
        "1,   0,   ''",
        "1,   2,   ''",
    })
    void whereThereIsNoGrowthThereIsAReason(double from, double to, String reason) {
        assertThat(Reason.of(from, to).map(Reason::name).orElse("")).isEqualTo(reason);
    }
}
