package silkline.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryTest {
    /** A dot is a missing value; of quarters, gaps of up to two are filled. */
    @ParameterizedTest
    @CsvSource({
        "1, 1 2 3, 1 2 3, 0, 3, NONE",
        "1, . . 2 3, 2 3, 2, 4, NONE",
        "1, 1 2 . ., 1 2, 0, 2, NONE",
        "1, 1 . 3 4 . 6 7 ., 6 7, 5, 7, GAPS",
        "1, 1 2 . 4 5, 1 2 2.82842712474619 4 5, 0, 5, NONE",
        "1, 1 2 3 4 . . 7 8 9, 7 8 9, 6, 9, GAPS",
        "4, 1 1 1 1 1 1 1 1 . . 1 1, 1 1 1 1 1 1 1 1 1 1 1 1, 0, 12, NONE",
        "4, 1 1 1 1 1 1 1 1 . . . 1, 1, 11, 12, GAPS",
        "1, 0 1 . 3 4, 0 1 2 3 4, 0, 5, NONE",
        "1, . 1 . 3, 3, 3, 4, GAPS",
        "1, . ., '', 0, 0, NONE",
        "1, '', '', 0, 0, NONE"
    })
    void isWhatFollowsTheLastLongGapWithShortOnesFilled(
            int season, String series, String used, int start, int end, Reason shortened) {
        History history = History.of(values(series), season);
        assertThat(history.values()).containsExactly(values(used), within(1e-12));
        assertThat(history.length()).isEqualTo(end - start);
        assertThat(history.start()).isEqualTo(start);
        assertThat(history.end()).isEqualTo(end);
        assertThat(history.shortened()).isEqualTo(shortened);
        assertThat(history.filled()).isEqualTo((int)
                Arrays.stream(history.observed()).filter(Double::isNaN).count());
    }

    @ParameterizedTest
    @CsvSource({
        "1 2 3 4 5 6, 2, 3 4 5 6, BREAK",
        "1 2 3 . 5 6, 2, 5 6, GAPS",
        "1 2 3 4 5 6, 0, 1 2 3 4 5 6, NONE",
        ". . 3 4 5 6, 2, 3 4 5 6, NONE",
        "1 2 3 4 5 6, 5, 6, BREAK"
    })
    void beginsWithTheObservationOfTheLastBreak(String series, int lastBreak, String used, Reason shortened) {
        History history = History.of(values(series), lastBreak, 1);
        assertThat(history.values()).containsExactly(values(used));
        assertThat(history.shortened()).isEqualTo(shortened);
    }

    /** Monthly, a steady season and growth: what is filled in is what was taken out. */
    @Test
    void aGapInASeasonIsFilledWithItsSeason() {
        double[] whole = new double[72];
        for (int t = 0; t < whole.length; t++) {
            whole[t] = 100 * Math.pow(1.01, t) * (1 + 0.3 * Math.sin(2 * Math.PI * t / 12));
        }
        double[] gapped = whole.clone();
        gapped[40] = Double.NaN;
        gapped[41] = Double.NaN;
        gapped[42] = Double.NaN;
        History history = History.of(gapped, 12);
        assertThat(history.filled()).isEqualTo(3);
        for (int t = 40; t <= 42; t++) {
            assertThat(history.values()[t]).isCloseTo(whole[t], withinPercentage(4));
        }
    }

    private static double[] values(String text) {
        return Arrays.stream(text.split(" "))
                .filter(word -> !word.isEmpty())
                .mapToDouble(word -> word.equals(".") ? Double.NaN : Double.parseDouble(word))
                .toArray();
    }
}
