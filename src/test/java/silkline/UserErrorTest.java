package silkline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UserErrorTest {
    @Test
    void aBrokenContractNamesPlaceProblemAndRemedy() {
        UserError error = UserError.contract("datasets/wdi/dataset.json", "no title.", "Add one.");
        assertThat(error).hasMessage("datasets/wdi/dataset.json: no title. Add one.");
        assertThat(error.kind()).isEqualTo(UserError.Kind.INPUT_CONTRACT);
    }

    @Test
    void severalBrokenContractsAreToldTogetherLineByLine() {
        UserError one = UserError.contract("a", "wrong.", "Mend.");
        UserError other = UserError.contract("b", "gone.", "Bring.");
        assertThat(UserError.contracts(List.of(one))).isSameAs(one);
        assertThat(UserError.contracts(List.of(one, other))).hasMessage("a: wrong. Mend.\nb: gone. Bring.");
        assertThat(UserError.contracts(List.of(one, other)).kind()).isEqualTo(UserError.Kind.INPUT_CONTRACT);
    }

    @Test
    void aMissingTableSaysWhichCommandMakesIt() {
        UserError error = UserError.missingTable("gold.growth", "lake/gold/growth", "growth");
        assertThat(error).hasMessage("gold.growth: no such table at lake/gold/growth. Run 'silkline growth' first.");
        assertThat(error.kind()).isEqualTo(UserError.Kind.USAGE);
    }

    @Test
    void usageAndGateKeepTheirWords() {
        assertThat(UserError.usage("no such flag")).hasMessage("no such flag");
        assertThat(UserError.usage("").kind()).isEqualTo(UserError.Kind.USAGE);
        assertThat(UserError.gate("books do not balance")).hasMessage("books do not balance");
        assertThat(UserError.gate("").kind()).isEqualTo(UserError.Kind.QUALITY_GATE);
    }
}
