package silkline.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTextTest {
    private static final Input NOW = new Input(
            "value", "observation/s/2024", "2024", 120, "USD", "P", "2025-06-30", "trade", "t.csv:7", "run-1");
    private static final Input BEFORE = Input.of("year_ago", "observation/s/2023", -80, "USD");

    private static Explanation growth(double recomputed) {
        return Explanation.of(Key.parse("growth/s/2024/yoy_ratio"), "year on year", "RATIO")
                .storedIn("gold.growth, column yoy_ratio", 0.5)
                .recomputed("value / year_ago - 1", recomputed, List.of(NOW, BEFORE))
                .resting(
                        List.of(new Explanation.Source("trade", "Trade", "Office", "CC BY 4.0", "https://example.org")),
                        List.of(new Explanation.Table("gold.growth", 3, "run-2")));
    }

    @Test
    void everyPartIsPrinted() {
        assertThat(String.join("\n", ExplanationText.lines(growth(0.5))))
                .contains("growth/s/2024/yoy_ratio\n", "value      0.5 RATIO", "year on year")
                .contains("120 / (-80) - 1 = 0.5", "0.5 in gold.growth, column yoy_ratio", "equal to what is stored")
                .contains("observation/s/2023", "status P, published 2025-06-30, dataset trade, run run-1", "t.csv:7")
                .contains("trade: Trade", "Office", "CC BY 4.0", "https://example.org")
                .contains("gold.growth, version 3, run run-2");
    }

    @Test
    void aNumberThatItsInputsDoNotGiveIsSaidSo() {
        assertThat(growth(0.5).agrees()).isTrue();
        assertThat(growth(0.5 + 1e-12).agrees()).isTrue();
        assertThat(growth(0.5000001).agrees()).isFalse();
        assertThat(growth(Double.NaN).agrees()).isFalse();
        assertThat(String.join("\n", ExplanationText.lines(growth(0.6)))).contains("0.6, NOT what is stored");
    }

    @Test
    void whatIsOnlyLookedUpSaysWhy() {
        Explanation looked = Explanation.of(Key.parse("gravity/p/A/B/2024/expected"), "expected exports", "USD")
                .storedIn("gold.gravity, column expected", 7)
                .lookedUp("exp(constant)", List.of(), "all pairs at once");
        assertThat(looked.agrees()).isTrue();
        assertThat(looked.value()).isEqualTo(7);
        assertThat(String.join("\n", ExplanationText.lines(looked)))
                .contains("Looked up, not computed again: all pairs at once")
                .doesNotContain("computed again from the inputs");
    }

    @Test
    void aNameThatSeveralInputsHaveIsNotPutIn() {
        Explanation sum = Explanation.of(Key.parse("k"), "m", "USD")
                .recomputed("sum of part", 2, List.of(Input.of("part", "", 1, "USD"), Input.of("part", "", 1, "USD")));
        assertThat(ExplanationText.substituted(sum)).isEmpty();
    }

    @Test
    void numbersHaveNoExponent() {
        assertThat(ExplanationText.number(1.0249999999999999e9)).isEqualTo("1025000000");
        assertThat(ExplanationText.number(0.1 + 0.2)).isEqualTo("0.3");
        assertThat(ExplanationText.number(Double.POSITIVE_INFINITY)).isEqualTo("none");
    }
}
