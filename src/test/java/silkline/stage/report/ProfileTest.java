package silkline.stage.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import silkline.UserError;
import silkline.source.ReferenceData;

class ProfileTest {
    private static final ReferenceData REFERENCE = ReferenceData.shipped();

    @Test
    void aCountryAPairAndAGroup() {
        assertThat(Profile.of("KAZ", REFERENCE).areas()).containsExactly("KAZ");
        Profile pair = Profile.of("KAZ-CHN", REFERENCE);
        assertThat(pair.areas()).containsExactly("KAZ");
        assertThat(pair.partner()).isEqualTo("CHN");
        Profile group = Profile.of("SPECA", REFERENCE);
        assertThat(group.areas()).contains("KAZ", "KGZ", "UZB").doesNotContain("SPECA");
    }

    @Test
    void anUnknownCodeIsRefusedWithTheNearestOnes() {
        assertThatThrownBy(() -> Profile.of("KAS", REFERENCE))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--profile 'KAS'")
                .hasMessageContaining("KAZ");
        assertThatThrownBy(() -> Profile.of("KAZ-CHX", REFERENCE))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("'CHX'")
                .hasMessageContaining("CHN");
    }
}
