package silkline.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryTest {
    /** A dot is a missing value. */
    @ParameterizedTest
    @CsvSource({
        "1 2 3, 1 2 3, 0, 3, false",
        ". . 2 3, 2 3, 2, 4, false",
        "1 2 . ., 1 2, 0, 2, false",
        "1 . 3 4 . 6 7 ., 6 7, 5, 7, true",
        ". 1 . 3, 3, 3, 4, true",
        ". ., '', 0, 0, false",
        "'', '', 0, 0, false"
    })
    void isWhatFollowsTheLastGap(String series, String used, int start, int end, boolean gaps) {
        History history = History.of(values(series));
        assertThat(history.values()).containsExactly(values(used));
        assertThat(history.length()).isEqualTo(end - start);
        assertThat(history.start()).isEqualTo(start);
        assertThat(history.end()).isEqualTo(end);
        assertThat(history.hasGaps()).isEqualTo(gaps);
    }

    private static double[] values(String text) {
        return Arrays.stream(text.split(" "))
                .filter(word -> !word.isEmpty())
                .mapToDouble(word -> word.equals(".") ? Double.NaN : Double.parseDouble(word))
                .toArray();
    }
}
