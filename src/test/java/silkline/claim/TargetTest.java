package silkline.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports of ICT services of Kazakhstan: 855.3 million dollars in 2024, one billion wanted in 2026. */
class TargetTest {
    private static final String ICT = "ict_services_exports A KAZ X WLD _Z USD bop wdi";
    private static final Facts.Series EXPORTS =
            Claims.series(ICT, "2019=123e6", "2022=425e6", "2023=722.0e6", "2024=855.3e6");

    @Test
    void theWayToATargetIsItsGrowthAYear() {
        Target target = target(claim());
        assertThat(target.claimId()).isEqualTo("003-13");
        assertThat(target.target()).isEqualTo(1e9);
        assertThat(target.targetPeriod()).isEqualTo("2026");
        assertThat(target.lastPeriod()).hasToString("2024");
        assertThat(target.lastValue()).isEqualTo(855.3e6);
        assertThat(target.previousValue()).isEqualTo(722e6);
        assertThat(target.requiredCagr()).isEqualTo(0.081, within(5e-4));
        assertThat(target.lastGrowth()).isEqualTo(0.185, within(5e-4));
        assertThat(target.actualCagr()).isEqualTo(0.47381, within(1e-5)); // (855.3 / 123)^(1/5) = 6.95366^0.2
    }

    @Test
    void aTargetWithoutATimeHasNoRequiredGrowth() {
        Target target = target(claim("time_period="));
        assertThat(target.targetPeriod()).isEmpty();
        assertThat(target.requiredCagr()).isNaN();
        assertThat(target.lastPeriod()).hasToString("2024");
    }

    @Test
    void theWayStartsBeforeThePeriodOfTheTarget() {
        Target target = target(claim("time_period=2024"));
        assertThat(target.lastPeriod()).hasToString("2023");
        assertThat(target.requiredCagr()).isEqualTo(1000 / 722.0 - 1, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"2026-12, 2", "2026-S1, 1.5", "2026-Q1, 1.25", "2025-01/P24M, 2"})
    void theTimeLeftIsCountedInYears(String deadline, double years) {
        assertThat(target(claim("time_period=" + deadline)).requiredCagr())
                .isEqualTo(Math.pow(1000 / 855.3, 1 / years) - 1, within(1e-9));
    }

    @Test
    void missingYearsGiveNoGrowth() {
        Target target = Target.of(claim(), Claims.series(ICT, "2022=425e6", "2024=855.3e6"), Claims.book())
                .orElseThrow();
        assertThat(target.previousValue()).isNaN();
        assertThat(target.lastGrowth()).isNaN();
        assertThat(target.actualCagr()).isNaN();
    }

    @Test
    void aMultipleOfAnotherClaimIsItsAmount() {
        Claim level = Claims.claim("claim_id=003-4", "value=0.5", "unit_mult=9");
        Claim twice = claim("unit_measure=FACTOR", "value=2", "unit_mult=0", "relates_to=003-4");
        assertThat(Target.of(twice, EXPORTS, Claims.book(level, twice)))
                .map(Target::target)
                .contains(1e9);
        assertThat(Target.of(twice, EXPORTS, Claims.book(twice))).isEmpty();
    }

    @Test
    void onlyAnnualValuesInTheUnitOfTheClaimLeadToATarget() {
        assertThat(Target.of(claim(), Claims.series(ICT), Claims.book())).isEmpty();
        assertThat(Target.of(claim(), Claims.series(ICT, "2026=1e9"), Claims.book()))
                .isEmpty();
        assertThat(Target.of(claim(), Claims.series(ICT.replace(" A ", " Q "), "2024-Q4=2e8"), Claims.book()))
                .isEmpty();
        assertThat(Target.of(claim(), Claims.series(ICT.replace("USD", "KZT"), "2024=4e11"), Claims.book()))
                .isEmpty();
    }

    @Test
    void onlyTargetsInScopeAreTargets() {
        assertThat(Target.of(claim("kind=level"), EXPORTS, Claims.book())).isEmpty();
        assertThat(Target.of(claim("scope=out"), EXPORTS, Claims.book())).isEmpty();
    }

    private static Target target(Claim claim) {
        return Target.of(claim, EXPORTS, Claims.book(claim)).orElseThrow();
    }

    private static Claim claim(String... changes) {
        String[] all = new String[changes.length + 6];
        all[0] = "claim_id=003-13";
        all[1] = "kind=target";
        all[2] = "ref_area=KAZ";
        all[3] = "value=1";
        all[4] = "unit_mult=9";
        all[5] = "time_period=2026";
        System.arraycopy(changes, 0, all, 6, changes.length);
        return Claims.claim(all);
    }
}
