package silkline.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimResultTest {
    private static final String ICT = "ict_services_exports A KGZ X WLD _Z USD bop wdi";
    private static final String SAID = "ict_services_exports A KGZ X WLD _Z USD statement public-text";

    @Test
    void whatIsOutOfScopeSaysSo() {
        assertReason("OUT_OF_SCOPE", result(Claims.claim("scope=out"), Claims.series(ICT, "2024=130e6")));
    }

    @Test
    void withoutASeriesThereIsNothingToTest() {
        assertReason("NO_SERIES", result(Claims.claim("ref_area=TJK"), Claims.series(ICT, "2024=130e6")));
    }

    @Test
    void aRatioThatDoesNotSayAgainstWhenHasAnUnknownBase() {
        Claim ratio = Claims.claim("kind=ratio", "unit_measure=FACTOR", "value=45", "unit_mult=0");
        assertReason("BASE_UNKNOWN", result(ratio, Claims.series(ICT, "2019=50e6", "2024=130e6")));
    }

    @Test
    void contradictingStatementsAloneDecideNothing() {
        assertReason("ONLY_STATEMENTS", result(Claims.claim(), Claims.series(SAID, "2024=90e6")));
    }

    @Test
    void aMissingPeriodIsTheReasonOfTheCheck() {
        assertReason("PERIOD_MISSING", result(Claims.claim(), Claims.series(ICT, "2023=130e6")));
    }

    @Test
    void theReasonIsThatOfTheCurrentVintage() {
        assertReason(
                "PERIOD_MISSING",
                result(
                        Claims.claim(),
                        Claims.series(ICT, "2024-12", Facts.Standing.OTHER, "2024=130e6"),
                        Claims.series(ICT, "2023=130e6")));
    }

    @ParameterizedTest
    @CsvSource({"130e6, SUPPORTED", "85e6, CONTRADICTED"})
    void whatIsDecidedNeedsNoReason(String official, Verdict verdict) {
        ClaimResult result = result(Claims.claim(), Claims.series(ICT, "2024=" + official));
        assertThat(result.verdict()).isEqualTo(verdict);
        assertThat(result.reason()).isEmpty();
    }

    @Test
    void decidingAndHoldingChecksAreCountedInTheCurrentVintage() {
        ClaimResult result = result(
                Claims.claim("time_period=2022 2023 2024"),
                Claims.series(ICT, "2023=130e6", "2024=85e6"),
                Claims.series(ICT, "2024-12", Facts.Standing.OTHER, "2024=130e6"));
        assertThat(result.checks()).hasSize(5);
        assertThat(result.deciding()).isEqualTo(2);
        assertThat(result.holding()).isEqualTo(1);
        assertThat(result.verdict()).isEqualTo(Verdict.DEPENDS);
        assertThat(result.condition()).isEqualTo("for 2023");
    }

    @Test
    void twice464MillionAreNotOverOneBillion() {
        Claim before = Claims.claim("claim_id=004-2", "value=1", "unit_mult=9", "hedge=over", "time_period=2023");
        Claim half = Claims.claim("claim_id=004-3", "value=464", "time_period=2024-S1", "relates_to=004-2");
        ClaimResult result = ClaimResult.of(half, Claims.facts(), Claims.book(before, half));
        assertThat(result.comparison()).hasValueSatisfying(comparison -> {
            assertThat(comparison.figure().value()).isEqualTo(928e6);
            assertThat(comparison.other()).isEqualTo(before);
            assertThat(comparison.agrees()).isFalse();
        });
    }

    @Test
    void twice600MillionAreOverOneBillion() {
        Claim before = Claims.claim("claim_id=004-2", "value=1", "unit_mult=9", "hedge=over", "time_period=2023");
        Claim half = Claims.claim("claim_id=004-3", "value=600", "time_period=2024-S1", "relates_to=004-2");
        ClaimResult result = ClaimResult.of(half, Claims.facts(), Claims.book(before, half));
        assertThat(result.comparison()).map(ClaimResult.Comparison::agrees).contains(true);
    }

    @Test
    void anotherVintageOfATargetIsListedOnlyWhereItLeadsElsewhere() {
        Claim target = Claims.claim("kind=target", "value=1", "unit_mult=9", "time_period=2026");
        ClaimResult result = result(
                target,
                Claims.series(ICT, "2023=722e6", "2024=855.3e6"),
                Claims.series(ICT, "2025-01", Facts.Standing.OTHER, "2022=1", "2023=722e6", "2024=855.3e6"),
                Claims.series(ICT, "2024-12", Facts.Standing.OTHER, "2023=722e6"),
                Claims.series(ICT, "2024-11", Facts.Standing.OTHER, "2023=700e6", "2024=855.3e6"));
        assertThat(result.verdict()).isEqualTo(Verdict.OPEN);
        assertThat(result.targets())
                .extracting(t -> t.series().vintage())
                .containsExactly("2025-03-31", "2024-12", "2024-11");
    }

    @Test
    void thePartnersFiguresLeadToNoTarget() {
        Claim target = Claims.claim("kind=target", "counterpart_area=USA", "time_period=2026");
        ClaimResult result =
                result(target, Claims.series("ict_services_exports A USA M KGZ _Z USD bop wdi", "2024=100e6"));
        assertThat(result.targets()).isEmpty();
        assertThat(result.checks()).hasSize(1);
    }

    private static void assertReason(String reason, ClaimResult result) {
        assertThat(result.verdict()).isEqualTo(Verdict.NOT_CHECKABLE);
        assertThat(result.reason()).isEqualTo(reason);
    }

    private static ClaimResult result(Claim claim, Facts.Series... series) {
        return ClaimResult.of(claim, Claims.facts(series), Claims.book(claim));
    }
}
