package silkline.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {
    @ParameterizedTest
    @CsvSource({
        "false, false, 1, true", "true,  false, 1, false", "false, false, 2, true", "false, true, 2, false",
        "true,  true, 1.5, true", "false, false, 0.9, false", "false, false, 2.1, false", "false, false, NaN, false",
    })
    void anOpenEndIsLeftOut(boolean lowOpen, boolean highOpen, double value, boolean contained) {
        assertThat(new Interval(1, 2, lowOpen, highOpen).contains(value)).isEqualTo(contained);
    }

    @Test
    void intervalsThatTouchOverlapOnlyWhereBothHaveThePoint() {
        assertThat(Interval.closed(1, 2).overlaps(Interval.closed(2, 3))).isTrue();
        assertThat(Interval.halfOpen(1, 2).overlaps(Interval.closed(2, 3))).isFalse();
        assertThat(Interval.closed(2, 3).overlaps(Interval.halfOpen(1, 2))).isFalse();
        assertThat(Interval.closed(1, 2).overlaps(new Interval(2, 3, true, false)))
                .isFalse();
        assertThat(Interval.closed(1, 2).overlaps(Interval.closed(3, 4))).isFalse();
        assertThat(Interval.closed(1, 4).overlaps(Interval.closed(2, 3))).isTrue();
    }

    @Test
    void anEndlessIntervalStaysEndlessTimesAFactor() {
        Interval over = new Interval(1, Double.POSITIVE_INFINITY, true, true);
        assertThat(over.times(1e9)).isEqualTo(new Interval(1e9, Double.POSITIVE_INFINITY, true, true));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void onlyPositiveFactorsKeepTheOrder(double factor) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interval.closed(1, 2).times(factor));
    }

    @Test
    void endsInTheWrongOrderAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interval.closed(2, 1))
                .withMessageContaining("2.0");
        assertThatIllegalArgumentException().isThrownBy(() -> Interval.closed(Double.NaN, 1));
    }
}
