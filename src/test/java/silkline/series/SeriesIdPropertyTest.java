package silkline.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class SeriesIdPropertyTest {
    private static final int DIMENSIONS = 12;

    @Property
    void theIdSplitsBackIntoItsDimensions(
            @ForAll @Size(DIMENSIONS) List<@AlphaChars @StringLength(min = 1, max = 8) String> parts) {
        assertThat(id(parts).toString().split("\\.", -1)).containsExactlyElementsOf(parts);
    }

    @Property
    void aDotOrNothingIsRefusedInEveryDimension(
            @ForAll @IntRange(min = 0, max = DIMENSIONS - 1) int place,
            @ForAll @AlphaChars String before,
            @ForAll @AlphaChars String after) {
        String[] parts = new String[DIMENSIONS];
        Arrays.fill(parts, "_Z");
        parts[place] = before + "." + after;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> id(List.of(parts)))
                .withMessageContaining(parts[place]);
        parts[place] = "";
        assertThatIllegalArgumentException().isThrownBy(() -> id(List.of(parts)));
    }

    private static SeriesId id(List<String> parts) {
        return new SeriesId(
                parts.get(0),
                parts.get(1),
                parts.get(2),
                parts.get(3),
                parts.get(4),
                parts.get(5),
                parts.get(6),
                parts.get(7),
                parts.get(8),
                parts.get(9),
                parts.get(10),
                parts.get(11));
    }
}
