package silkline.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import silkline.revision.Estimates.Estimate;

class EstimatesTest {
    private static final LocalDate KNOWN = LocalDate.parse("2026-06-30");

    /** 100 in January 2024, again in March, 104 in May 2024, withdrawn in August, 103 in February 2025. */
    private static final Estimates ESTIMATES =
            estimates("2024-01-31 100", "2024-03-31 100", "2024-05-31 104", "2024-08-31 NaN", "2025-02-28 103");

    private static Estimates estimates(String... lines) {
        List<Estimate> estimates = new ArrayList<>();
        for (String line : lines) {
            String[] cells = line.split(" ", -1);
            estimates.add(new Estimate(LocalDate.parse(cells[0]), Double.parseDouble(cells[1])));
        }
        return new Estimates(estimates);
    }

    @ParameterizedTest
    @CsvSource({
        "FIRST, 104",
        "SECOND, 103",
        "THIRD, NaN",
        "QUARTER_YEAR, 100",
        "YEAR, NaN",
        "TWO_YEARS, 103",
        "FINAL, 103"
    })
    void laterValuesAreCountedOrDated(Horizon horizon, Double later) {
        assertThat(Double.valueOf(horizon.of(ESTIMATES, KNOWN))).isEqualTo(later);
    }

    @Test
    void whatIsNotKnownYetIsNotTakenForUnrevised() {
        assertThat(Double.valueOf(Horizon.THREE_YEARS.of(ESTIMATES, KNOWN))).isNaN();
        assertThat(Horizon.THREE_YEARS.of(ESTIMATES, LocalDate.parse("2027-01-31")))
                .isCloseTo(103, within(1e-12));
    }

    @Test
    void aRepetitionIsNoRevisionAndNeitherIsAWithdrawal() {
        assertThat(ESTIMATES.inOrder()).hasSize(4);
        assertThat(estimates("2024-01-31 5", "2024-02-29 5").isRevised()).isFalse();
        assertThat(estimates("2024-01-31 5", "2024-02-29 NaN").isRevised()).isFalse();
        assertThat(ESTIMATES.isRevised()).isTrue();
    }

    @Test
    void theFirstValueIsTheFirstThereIs() {
        Estimates late = estimates("2024-01-31 NaN", "2024-02-29 5", "2024-03-31 6");
        assertThat(late.first()).isCloseTo(5, within(1e-12));
        assertThat(late.later(1)).isCloseTo(6, within(1e-12));
        assertThat(estimates("2024-01-31 NaN").first()).isNaN();
        assertThat(estimates().last()).isNaN();
        assertThat(estimates().after(3, KNOWN)).isNaN();
    }
}
