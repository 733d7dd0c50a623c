package silkline.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import silkline.series.Period;

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
        Target target = Target.of(
                        claim(), Claims.series(ICT, "2022=425e6", "2024=855.3e6"), Optional.empty(), Claims.book())
                .orElseThrow();
        assertThat(target.previousValue()).isNaN();
        assertThat(target.lastGrowth()).isNaN();
        assertThat(target.actualCagr()).isNaN();
    }

    @Test
    void aMultipleOfAnotherClaimIsItsAmount() {
        Claim level = Claims.claim("claim_id=003-4", "value=0.5", "unit_mult=9");
        Claim twice = claim("unit_measure=FACTOR", "value=2", "unit_mult=0", "relates_to=003-4");
        assertThat(Target.of(twice, EXPORTS, Optional.empty(), Claims.book(level, twice)))
                .map(Target::target)
                .contains(1e9);
        assertThat(Target.of(twice, EXPORTS, Optional.empty(), Claims.book(twice)))
                .isEmpty();
    }

    @Test
    void onlyAnnualValuesInTheUnitOfTheClaimLeadToATarget() {
        assertThat(Target.of(claim(), Claims.series(ICT), Optional.empty(), Claims.book()))
                .isEmpty();
        assertThat(Target.of(claim(), Claims.series(ICT, "2026=1e9"), Optional.empty(), Claims.book()))
                .isEmpty();
        assertThat(Target.of(
                        claim(),
                        Claims.series(ICT.replace(" A ", " Q "), "2024-Q4=2e8"),
                        Optional.empty(),
                        Claims.book()))
                .isEmpty();
        assertThat(Target.of(
                        claim(),
                        Claims.series(ICT.replace("USD", "KZT"), "2024=4e11"),
                        Optional.empty(),
                        Claims.book()))
                .isEmpty();
    }

    @Test
    void onlyTargetsInScopeAreTargets() {
        assertThat(Target.of(claim("kind=level"), EXPORTS, Optional.empty(), Claims.book()))
                .isEmpty();
        assertThat(Target.of(claim("scope=out"), EXPORTS, Optional.empty(), Claims.book()))
                .isEmpty();
    }

    /** Quantiles of a normal distribution with mean 100 and deviation 10: 110 is one deviation above. */
    @Test
    void theForecastGivesTheProbability() {
        Outlook.Quantiles quantiles = new Outlook.Quantiles(80.40036, 87.18448, 100, 112.81552, 119.59964);
        assertThat(quantiles.probabilityOfAtLeast(100)).isEqualTo(0.5, within(1e-6));
        assertThat(quantiles.probabilityOfAtLeast(110)).isEqualTo(0.158655, within(1e-5));
        assertThat(quantiles.probabilityOfAtLeast(119.59964)).isEqualTo(0.025, within(1e-5));
        assertThat(quantiles.probabilityOfAtLeast(70)).isEqualTo(0.998650, within(1e-5));
        assertThat(quantiles.probabilityOfAtLeast(140)).isEqualTo(3.17e-5, within(1e-6));
    }

    @Test
    void aForecastWithoutWidthIsCertain() {
        Outlook.Quantiles one = new Outlook.Quantiles(5, 5, 5, 5, 5);
        assertThat(one.probabilityOfAtLeast(5)).isEqualTo(1);
        assertThat(one.probabilityOfAtLeast(5.1)).isZero();
    }

    @Test
    void theForecastSaysWhenATargetIsReached() {
        Outlook outlook = new Outlook(new TreeMap<>(Map.of(
                Period.ofYear(2025), new Outlook.Quantiles(0.6e9, 0.7e9, 0.8e9, 0.9e9, 0.99e9),
                Period.ofYear(2026), new Outlook.Quantiles(0.6e9, 0.7e9, 0.9e9, 1.1e9, 1.2e9),
                Period.ofYear(2027), new Outlook.Quantiles(0.7e9, 0.8e9, 1.05e9, 1.2e9, 1.3e9))));
        Target target =
                Target.of(claim(), EXPORTS, Optional.of(outlook), Claims.book()).orElseThrow();
        assertThat(target.firstFeasible()).isEqualTo("2026");
        assertThat(target.firstExpected()).isEqualTo("2027");
        // half way from the mean, 0.9, to the 90 percent quantile, 1.1: z = 0.640776
        assertThat(target.probability()).isEqualTo(0.260838, within(1e-4));
        assertThat(target("time_period=2031", outlook).probability()).isNaN();
        assertThat(target("time_period=", outlook).probability()).isNaN();
    }

    @Test
    void aTargetThatMovedSaysWhatItWas() {
        Claim before = claim("claim_id=b", "article_id=article-9", "time_period=2025");
        Claim same = claim("claim_id=s", "article_id=article-9");
        assertThat(Target.of(claim(), EXPORTS, Optional.empty(), Claims.book(claim(), before)))
                .map(Target::movedFrom)
                .contains("1 billion USD by 2025 (claim b)");
        assertThat(Target.of(claim(), EXPORTS, Optional.empty(), Claims.book(claim(), same)))
                .map(Target::movedFrom)
                .contains("");
        assertThat(Target.of(before, EXPORTS, Optional.empty(), Claims.book(claim(), before)))
                .map(Target::movedFrom)
                .contains("");
    }

    private static Target target(String change, Outlook outlook) {
        return Target.of(claim(change), EXPORTS, Optional.of(outlook), Claims.book())
                .orElseThrow();
    }

    private static Target target(Claim claim) {
        return Target.of(claim, EXPORTS, Optional.empty(), Claims.book(claim)).orElseThrow();
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
