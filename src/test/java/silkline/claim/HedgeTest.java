package silkline.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HedgeTest {
    @ParameterizedTest
    @CsvSource({
        // Half of the last printed digit, but never more than five percent.
        "exact,    130,  129.5, 130.5, false, true",
        "exact,    1.5,  1.45,  1.55,  false, true",
        "exact,    1.50, 1.495, 1.505, false, true",
        "exact,    2,    1.9,   2.1,   false, true",
        "exact,    1e3,  950,   1050,  false, true",
        "exact,    -4,   -4.2,  -3.8,  false, true",
        "exact,    0,    0,     0,     false, false",
        "about,    10,   9.5,   10.5,  false, false",
        "about,    -10,  -10.5, -9.5,  false, false",
        "over,     1,    1,     Infinity,  true, true",
        "at_least, 1,    1,     Infinity,  false, true",
        "almost,   1,    0.9,   1,     false, true",
        "almost,   -10,  -11,   -10,   false, true",
        "up_to,    5,    -Infinity, 5, true,  false",
    })
    void aHedgeAllows(String code, BigDecimal stated, double low, double high, boolean lowOpen, boolean highOpen) {
        Interval interval = Hedge.parse(code)
                .orElseThrow()
                .bounds(stated, stated, Claims.WIDTHS)
                .allowed();
        assertThat(interval.low()).isEqualTo(low, within(1e-9));
        assertThat(interval.high()).isEqualTo(high, within(1e-9));
        assertThat(interval.lowOpen()).isEqualTo(lowOpen);
        assertThat(interval.highOpen()).isEqualTo(highOpen);
    }

    @Test
    void betweenAllowsBothOfItsFiguresAndWhatLiesBetween() {
        assertThat(Hedge.BETWEEN
                        .bounds(new BigDecimal("3"), new BigDecimal("4"), Claims.WIDTHS)
                        .allowed())
                .isEqualTo(Interval.closed(3, 4));
    }

    @ParameterizedTest
    @EnumSource
    void theCodeIsTheNameInLowerCase(Hedge hedge) {
        assertThat(Hedge.parse(hedge.code())).contains(hedge);
        assertThat(Hedge.parse(hedge.name())).isEmpty();
    }
}
