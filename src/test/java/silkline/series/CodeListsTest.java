package silkline.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeListsTest {
    private static final CodeLists CODES =
            CodeLists.of(Map.of(CodeLists.AREA, Set.of("KAZ", "KGZ", "UZB", "WLD"), CodeLists.UNIT, Set.of()));

    @ParameterizedTest
    @CsvSource({"KAS, KAZ", "KZA, KAZ", "KAZA, KAZ", "GZ, KGZ", "UZBEK, UZB", "KZ, KAZ", "'', KAZ"})
    void theNearestCodeDiffersInTheFewestLettersAndOfEqualOnesIsTheFirst(String code, String nearest) {
        assertThat(CODES.nearest(CodeLists.AREA, code)).isEqualTo(nearest);
    }

    @Test
    void onlyCodesOfTheListAreKnown() {
        assertThat(CODES.knows(CodeLists.AREA, "KAZ")).isTrue();
        assertThat(CODES.knows(CodeLists.AREA, "kaz")).isFalse();
    }

    @Test
    void aListThatIsNotThereRefusesNothing() {
        assertThat(CODES.knows("flow", "anything")).isTrue();
    }

    @Test
    void anEmptyListKnowsNothingAndHintsAtNothing() {
        assertThat(CODES.knows(CodeLists.UNIT, "USD")).isFalse();
        assertThat(CODES.nearest(CodeLists.UNIT, "USD")).isEmpty();
    }
}
