package silkline.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberLocaleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 130         | 130",
                "en | 1,630       | 1630",
                "en | 1,300.50    | 1300.50",
                "en | -0.4        | -0.4",
                "en | +7          | 7",
                "en | 1.5e3       | 1.5e3",
                "en | 12345678    | 12345678",
                "de | 2,3         | 2.3",
                "de | 1.300       | 1300",
                "de | 1.234.567,8 | 1234567.8",
                "de | -5,4        | -5.4",
                "tr | 1.630       | 1630",
                "tr | 85.000,25   | 85000.25",
            })
    void aNumberIsReadAsItsLocaleWritesIt(String locale, String text, BigDecimal expected) {
        assertThat(NumberLocale.parse(locale).orElseThrow().number(text)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | ''",
                "en | -",
                "en | n/a",
                "en | 1,30",
                "en | 1,3000",
                "en | 1 300",
                "en | .5",
                "en | 5.",
                "en | 1.2.3",
                "en | 0x1F",
                "en | NaN",
                "en | Infinity",
                "en | 1e9999",
                "en | 12 %",
                "en | ٣",
                "de | 1.30",
                "de | 2.3",
                "de | 1,300.5",
                "tr | 1.2345",
                "tr | 1,5,0",
            })
    void whatTheLocaleDoesNotWriteIsRefusedRatherThanGuessed(String locale, String text) {
        assertThat(NumberLocale.parse(locale).orElseThrow().number(text)).isEmpty();
    }

    @Test
    void theScaleIsKeptAsPrinted() {
        assertThat(NumberLocale.DE.number("2,30").orElseThrow().scale()).isEqualTo(2);
        assertThat(NumberLocale.EN.number("130").orElseThrow().scale()).isZero();
    }

    @Test
    void anUnknownLocaleIsEmpty() {
        assertThat(NumberLocale.parse("fr")).isEmpty();
        assertThat(NumberLocale.parse("EN")).isEmpty();
    }
}
