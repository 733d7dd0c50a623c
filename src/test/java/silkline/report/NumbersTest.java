package silkline.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    855300000     | USD    | 855.3 million USD
                    5360000000    | USD    | 5.36 billion USD
                    12345000000   | USD    | 12.35 billion USD
                    999960000     | USD    | 1.00 billion USD
                    1234000000000 | KZT    | 1.23 trillion KZT
                    2.5e16        | KZT    | 25,000.0 trillion KZT
                    464000        | USD    | 464,000 USD
                    12.5          | USD    | 12.50 USD
                    0             | USD    | 0 USD
                    -855300000    | USD    | −855.3 million USD
                    0.185         | RATIO  | 18.5 %
                    0.00042       | RATIO  | 0.042 %
                    0.000999      | RATIO  | 0.100 %
                    0             | RATIO  | 0.0 %
                    44            | RATIO  | 4,400 %
                    -0.285        | RATIO  | −28.5 %
                    4.8           | PCT    | 4.8 %
                    1.2           | PP     | 1.2 pp
                    -0.04         | PP     | 0.0 pp
                    45            | FACTOR | 45 times
                    11.4          | FACTOR | 11.40 times
                    1630          | HEAD   | 1,630 head
                    18237         | COUNT  | 18,237
                    104.25        | IX     | 104.3 index
                    4.08          | YEARS  | 4.1 years
                    NaN           | USD    | –
                    """)
    void aNumberReadsAsAStatisticianWouldWriteIt(double value, String unit, String text) {
        assertThat(Numbers.text(value, unit)).isEqualTo(text);
    }

    @Test
    void aColumnSharesOneScale() {
        Scale millions = Scale.of("USD", 5.36e8);
        assertThat(millions.label()).isEqualTo("million USD");
        assertThat(millions.text(5.36e8)).isEqualTo("536.0");
        assertThat(millions.text(4.2e9)).isEqualTo("4,200.0");
    }

    @ParameterizedTest
    @CsvSource({
        "855300000, 855300000",
        "0.1, 0.1",
        "2.0E-3, 0.002",
        "-0.0, 0",
        "Infinity, ''",
        "2E23, 200000000000000000000000"
    })
    void thePlainValueHasTheFewestDigits(double value, String plain) {
        assertThat(new Figure("k", value, "USD", "").plainValue()).isEqualTo(plain);
    }
}
