package silkline.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeyTest {
    @Test
    void aPeriodOrDateMayHoldASlash() {
        Key key = Key.parse("change/s/2024/../2026-04-08/revised");
        assertThat(key.kind()).isEqualTo("change");
        assertThat(key.at(1)).isEqualTo("s");
        assertThat(key.middle(2)).isEqualTo("2024/../2026-04-08");
        assertThat(key.last()).isEqualTo("revised");
        assertThat(Key.parse("observation/s/2024-01/P5M").rest(2)).isEqualTo("2024-01/P5M");
        assertThat(key).hasToString("change/s/2024/../2026-04-08/revised");
    }

    @Test
    void whatIsNotThereIsEmpty() {
        Key key = Key.parse("growth");
        assertThat(key.at(3)).isEmpty();
        assertThat(key.middle(1)).isEmpty();
        assertThat(key.rest(2)).isEmpty();
        assertThat(Key.parse("").kind()).isEmpty();
    }

    @Test
    void theNearestKeysComeFirst() {
        assertThat(Nearest.of(
                        "growth/a/2023/yoy", List.of("share/a/2024", "growth/a/2024/yoy", "growth/b/2024/yoy"), 2))
                .containsExactly("growth/a/2024/yoy", "growth/b/2024/yoy");
        assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
    }
}
