package silkline.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import silkline.quality.SumCheck.Parts;

class SumCheckTest {
    @ParameterizedTest
    @CsvSource({
        // A total of 12 months, each printed to 0.1: thirteen roundings hide 0.65, one per mille of 100 hides 0.1.
        "100, 100.7, 1.3, COMPLETE, -0.05",
        "100, 100.8, 1.3, COMPLETE,  0.05",
        "100,  99.2, 1.3, COMPLETE,  0.05",
        // Some partners: less than the total is a rest, more is an error.
        "100,  40.0, 1.3, SOME,    -60.75",
        "100, 101.0, 1.3, SOME,      0.25",
        "0,     0.0, 0.0, COMPLETE,  0.0",
    })
    void excessIsWhatRoundingAndTheLimitDoNotExplain(
            double total, double sum, double step, Parts parts, double excess) {
        assertThat(new SumCheck(total, sum, step, parts).excess(0.001)).isCloseTo(excess, within(1e-9));
    }
}
