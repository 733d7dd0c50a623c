package silkline.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures in plain dollars, so that they can be worked by hand. */
class ClaimCheckerTest {
    private static final String ICT = "ict_services_exports A KGZ X WLD _Z USD bop wdi";
    private static final String TRADE = "goods_trade A KAZ T TJK TOTAL USD customs kaz-bns";

    @Nested
    class Levels {
        @ParameterizedTest
        @CsvSource({
            "exact,    130.2e6, SUPPORTED",
            "exact,    130.5e6, CONTRADICTED",
            "exact,    85.5e6,  CONTRADICTED",
            "about,    136e6,   SUPPORTED",
            "about,    137e6,   CONTRADICTED",
            "over,     130e6,   CONTRADICTED",
            "over,     131e6,   SUPPORTED",
            "at_least, 130e6,   SUPPORTED",
            "almost,   118e6,   SUPPORTED",
            "almost,   130e6,   CONTRADICTED",
            "up_to,    1,       SUPPORTED",
            "up_to,    131e6,   CONTRADICTED",
        })
        void theOfficialFigureMustLieWhereTheHedgeAllows(String hedge, String official, Verdict verdict) {
            Check check = only(Claims.claim("hedge=" + hedge), Claims.series(ICT, "2024=" + official));
            assertThat(check.verdict()).isEqualTo(verdict);
            assertThat(check.official()).isEqualTo(Double.parseDouble(official));
            assertThat(check.gapRatio()).isEqualTo(check.official() / 130e6 - 1, within(1e-12));
            assertThat(check.period()).isEqualTo("2024");
            assertThat(check.words()).isEqualTo("as reported by KGZ");
            assertThat(check.reason()).isEmpty();
            assertThat(check.claimId()).isEqualTo("000-2");
        }

        @Test
        void zeroIsAFigureThatContradicts() {
            Check check = only(Claims.claim(), Claims.series(ICT, "2024=0"));
            assertThat(check.verdict()).isEqualTo(Verdict.CONTRADICTED);
            assertThat(check.gapRatio()).isEqualTo(-1);
        }

        @Test
        void theNearestEarlierPeriodIsShownAndNotJudged() {
            Check check = only(Claims.claim(), Claims.series(ICT, "2021=60e6", "2022=130e6", "2025=200e6"));
            assertThat(check.verdict()).isEqualTo(Verdict.NOT_CHECKABLE);
            assertThat(check.reason()).isEqualTo("PERIOD_MISSING");
            assertThat(check.period()).isEqualTo("2022");
            assertThat(check.official()).isEqualTo(130e6);
            assertThat(check.words()).isEqualTo("as reported by KGZ, nearest to 2024");
        }

        @Test
        void whereOnlyLaterPeriodsAreKnownNothingIsShown() {
            Check check = only(Claims.claim(), Claims.series(ICT, "2025=200e6"));
            assertThat(check.verdict()).isEqualTo(Verdict.NOT_CHECKABLE);
            assertThat(check.official()).isNaN();
            assertThat(check.gapRatio()).isNaN();
            assertThat(check.period()).isEqualTo("2024");
        }

        @Test
        void aSeriesOfAnotherFrequencyIsNoCheck() {
            assertThat(Claims.check(Claims.claim(), Claims.series(ICT.replace(" A ", " Q "), "2024-Q1=40e6")))
                    .isEmpty();
        }

        @Test
        void aSeriesInAnotherUnitIsNoCheck() {
            assertThat(Claims.check(Claims.claim(), Claims.series(ICT.replace("USD", "KZT"), "2024=130e6")))
                    .isEmpty();
        }

        @Test
        void percentIsHeldAgainstPercent() {
            Claim claim = Claims.claim("indicator=export_share", "unit_measure=PCT", "value=70", "unit_mult=0");
            Check check = only(claim, Claims.series("export_share A KGZ X WLD _Z PCT bop park", "2024=70.3"));
            assertThat(check.official()).isEqualTo(0.703, within(1e-12));
            assertThat(check.verdict()).isEqualTo(Verdict.SUPPORTED);
        }

        @Test
        void eachPeriodOfTheClaimIsAReading() {
            List<Check> checks = Claims.check(
                    Claims.claim("time_period=2023 2024 2024-S1"), Claims.series(ICT, "2023=130e6", "2024=150e6"));
            assertThat(checks).extracting(Check::period).containsExactly("2023", "2024");
            assertThat(checks).extracting(Check::verdict).containsExactly(Verdict.SUPPORTED, Verdict.CONTRADICTED);
        }

        @Test
        void bothSidesOfTheBorderAreHeardUnderTheirOwnName() {
            Claim claim = trade("value=1", "unit_mult=9", "hedge=over", "time_period=2023");
            List<Check> checks = Claims.check(
                    claim,
                    Claims.series(TRADE, "2023=1.01e9"),
                    Claims.series("goods_trade A TJK T KAZ TOTAL USD customs imf-dots", "2023=0.9e9"));
            assertThat(checks)
                    .extracting(Check::words)
                    .containsExactly("as reported by KAZ", "as seen by its partner TJK");
            assertThat(checks).extracting(Check::verdict).containsExactly(Verdict.SUPPORTED, Verdict.CONTRADICTED);
        }

        @Test
        void whatIsOutOfScopeIsNotChecked() {
            assertThat(Claims.check(Claims.claim("scope=out"), Claims.series(ICT, "2024=130e6")))
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"count, SUPPORTED", "rank, SUPPORTED", "cumulative, SUPPORTED"})
        void otherAmountsAreHeldAgainstTheValueToo(String kind, Verdict verdict) {
            assertThat(only(Claims.claim("kind=" + kind), Claims.series(ICT, "2024=130e6"))
                            .verdict())
                    .isEqualTo(verdict);
        }

        @Test
        void onlyALevelShowsTheNearestPeriod() {
            Check check = only(Claims.claim("kind=count"), Claims.series(ICT, "2022=130e6"));
            assertThat(check.official()).isNaN();
            assertThat(check.reason()).isEqualTo("PERIOD_MISSING");
        }
    }

    @Nested
    class Vintages {
        @Test
        void anotherVintageIsShownOnlyWhereItsFigureDiffers() {
            List<Check> checks = Claims.check(
                    Claims.claim(),
                    Claims.series(ICT, "2024=85e6"),
                    Claims.series(ICT, "2025-01", Facts.Standing.OTHER, "2024=130e6"),
                    Claims.series(ICT, "2025-02", Facts.Standing.OTHER, "2024=85e6"));
            assertThat(checks).extracting(check -> check.series().vintage()).containsExactly("2025-03-31", "2025-01");
            assertThat(checks).extracting(Check::decides).containsExactly(true, false);
        }

        @Test
        void theSameFigureOfAnotherSeriesIsAnotherCheck() {
            assertThat(Claims.check(
                            Claims.claim(),
                            Claims.series(ICT, "2024=85e6"),
                            Claims.series(ICT.replace("wdi", "unctad"), "2025-01", Facts.Standing.OTHER, "2024=85e6")))
                    .hasSize(2);
        }
    }

    @Nested
    class GrowthRates {
        @ParameterizedTest
        @CsvSource({
            // 855.3 / 722.0 = 1.1846
            "18.5, 722.0, 855.3, SUPPORTED",
            "14,   722.0, 855.3, CONTRADICTED",
            "14,   100,   114.4, SUPPORTED",
            "14,   100,   86,    CONTRADICTED",
        })
        void aChangeIsAgainstTheSamePeriodOfTheYearBefore(String stated, String before, String now, Verdict verdict) {
            Check check = only(growth("value=" + stated), Claims.series(TRADE, "2023=" + before, "2024=" + now));
            assertThat(check.verdict()).isEqualTo(verdict);
            assertThat(check.official())
                    .isEqualTo(Double.parseDouble(now) / Double.parseDouble(before) - 1, within(1e-12));
        }

        @Test
        void aRangeOfMonthsIsComparedWithTheSameRange() {
            Check check = only(
                    growth("value=14", "time_period=2025-01/P2M"),
                    Claims.series(
                            TRADE.replace(" A ", " R "), "2024-01/P2M=100", "2024-01/P3M=150", "2025-01/P2M=114"));
            assertThat(check.verdict()).isEqualTo(Verdict.SUPPORTED);
        }

        @ParameterizedTest
        @CsvSource({"PCT, 5.4, SUPPORTED", "PCT, 4.8, CONTRADICTED", "IX, 105.4, SUPPORTED", "IX, 104.8, CONTRADICTED"})
        void ratesAndIndicesOfThePreviousYearSpeakForThemselves(String unit, String official, Verdict verdict) {
            Claim claim = growth("indicator=gdp_growth", "counterpart_area=", "flow=", "value=5.4", "product=");
            Check check =
                    only(claim, Claims.series("gdp_growth A KAZ _Z _Z _Z " + unit + " _Z wdi", "2024=" + official));
            assertThat(check.verdict()).isEqualTo(verdict);
        }

        @Test
        void withoutTheYearBeforeThereIsNoBase() {
            Check check = only(growth("value=14"), Claims.series(TRADE, "2022=100", "2024=114"));
            assertThat(check.verdict()).isEqualTo(Verdict.NOT_CHECKABLE);
            assertThat(check.reason()).isEqualTo("BASE_MISSING");
            assertThat(check.official()).isNaN();
        }

        @Test
        void withoutThePeriodItselfThePeriodIsMissing() {
            assertThat(only(growth("value=14"), Claims.series(TRADE, "2023=100"))
                            .reason())
                    .isEqualTo("PERIOD_MISSING");
        }

        private Claim growth(String... changes) {
            return trade(join(changes, "kind=growth", "unit_measure=PCT", "unit_mult=0"));
        }
    }

    @Nested
    class Ratios {
        @Test
        void aWindowOfYearsHasOneBase() {
            Check check = only(
                    ratio("value=2", "window_years=5"),
                    Claims.series(TRADE, "2018=4.5", "2019=5", "2020=1", "2024=10"));
            assertThat(check.words()).isEqualTo("as reported by KAZ, against 2019");
            assertThat(check.official()).isEqualTo(2, within(1e-12));
            assertThat(check.verdict()).isEqualTo(Verdict.SUPPORTED);
        }

        @Test
        void aWindowOfYearsCountsPeriodsOfTheFrequency() {
            Check check = only(
                    ratio("value=2", "window_years=1", "time_period=2024-Q2"),
                    Claims.series(TRADE.replace(" A ", " Q "), "2023-Q2=5", "2024-Q1=9", "2024-Q2=10"));
            assertThat(check.words()).isEqualTo("as reported by KAZ, against 2023-Q2");
        }

        @Test
        void aMissingBaseIsSaid() {
            Check check = only(ratio("value=2", "window_years=5"), Claims.series(TRADE, "2018=4.5", "2024=10"));
            assertThat(check.verdict()).isEqualTo(Verdict.NOT_CHECKABLE);
            assertThat(check.reason()).isEqualTo("BASE_MISSING");
        }

        @Test
        void theStatedBasesAreTheReadings() {
            List<Check> checks = Claims.check(
                    ratio("value=2", "base_period=2018 2020"),
                    Claims.series(TRADE, "2018=4.5", "2019=5", "2020=1", "2024=10"));
            assertThat(checks)
                    .extracting(Check::words)
                    .containsExactly("as reported by KAZ, against 2018", "as reported by KAZ, against 2020");
        }

        @Test
        void withoutAStatedBaseEveryEarlierPeriodIsOne() {
            List<Check> checks =
                    Claims.check(ratio("value=3"), Claims.series(TRADE, "2010=3.3", "2017=9", "2024=10", "2025=99"));
            assertThat(checks)
                    .extracting(Check::words)
                    .containsExactly("as reported by KAZ, against 2010", "as reported by KAZ, against 2017");
            assertThat(checks).extracting(Check::verdict).containsExactly(Verdict.SUPPORTED, Verdict.CONTRADICTED);
        }

        @Test
        void withoutThePeriodItselfNothingIsCompared() {
            List<Check> checks = Claims.check(ratio("value=3", "window_years=5"), Claims.series(TRADE, "2019=3"));
            assertThat(checks).extracting(Check::reason).containsExactly("PERIOD_MISSING");
        }

        /** "Tripled to about 10 billion": 9.5 to 10.5 billion is 2.97 to 3.28 times 3.2 billion. */
        @Test
        void theStatedLevelIsHeldAgainstTheBaseToo() {
            Claim level =
                    trade("claim_id=003-4", "value=10", "unit_mult=9", "hedge=about", "stated_as=etwa 10 Milliarden");
            Claim ratio = ratio("value=3", "relates_to=003-4", "base_period=2010 2011");
            List<Check> checks = new ClaimChecker(
                            Claims.facts(Claims.series(TRADE, "2010=3.2e9", "2011=5e9")), Claims.book(level, ratio))
                    .check(ratio);
            assertThat(checks)
                    .extracting(Check::words)
                    .containsExactly(
                            "as reported by KAZ, from the stated \"etwa 10 Milliarden\"",
                            "as reported by KAZ, from the stated \"etwa 10 Milliarden\"");
            assertThat(checks).extracting(Check::period).containsExactly("2010", "2011");
            assertThat(checks).extracting(Check::verdict).containsExactly(Verdict.SUPPORTED, Verdict.CONTRADICTED);
            assertThat(checks.get(0).official()).isEqualTo(3.125, within(1e-12));
        }

        @Test
        void aStatedLevelInAnotherCurrencyIsNotDividedByTheBase() {
            Claim level = trade("claim_id=003-4", "value=10", "unit_mult=9");
            Claim ratio = ratio("value=3", "relates_to=003-4", "base_period=2010");
            List<Check> checks = new ClaimChecker(
                            Claims.facts(Claims.series(TRADE.replace("USD", "KZT"), "2010=3.2e9", "2024=9.6e9")),
                            Claims.book(level, ratio))
                    .check(ratio);
            assertThat(checks).extracting(Check::words).containsExactly("as reported by KAZ, against 2010");
        }

        private Claim ratio(String... changes) {
            return trade(join(changes, "kind=ratio", "unit_measure=FACTOR", "unit_mult=0"));
        }
    }

    @Nested
    class Shares {
        private static final String PART = "ict_services_exports A KGZ X USA _Z USD bop wdi";
        private final Claim claim =
                Claims.claim("kind=share", "counterpart_area=USA", "unit_measure=PCT", "value=40", "unit_mult=0");

        @ParameterizedTest
        @CsvSource({"52e6, SUPPORTED", "45e6, CONTRADICTED"}) // of 130 million
        void theTotalIsThatOfTheSameSource(String part, Verdict verdict) {
            Check check = only(claim, Claims.series(PART, "2024=" + part), Claims.series(ICT, "2024=130e6"));
            assertThat(check.verdict()).isEqualTo(verdict);
            assertThat(check.official()).isEqualTo(Double.parseDouble(part) / 130e6, within(1e-12));
        }

        @Test
        void theTotalOfAnotherSourceIsNoTotal() {
            Check check = only(
                    claim, Claims.series(PART, "2024=52e6"), Claims.series(ICT.replace("wdi", "unctad"), "2024=130e6"));
            assertThat(check.reason()).isEqualTo("TOTAL_MISSING");
        }

        @Test
        void theTotalHasTheUnitAndFrequencyOfThePart() {
            Check check = only(
                    claim,
                    Claims.series(ICT.replace(" A ", " Q "), "2024-Q1=30e6"),
                    Claims.series(ICT.replace("USD", "KGS"), "2024=10e9"),
                    Claims.series(PART, "2024=52e6"),
                    Claims.series(ICT, "2024=130e6"));
            assertThat(check.verdict()).isEqualTo(Verdict.SUPPORTED);
        }

        @Test
        void whatIsBelievedNowMayHaveBeenPublishedOnDifferentDays() {
            Check check = only(
                    claim,
                    Claims.series(PART, "2025-02", Facts.Standing.CURRENT, "2024=52e6"),
                    Claims.series(ICT, "2025-03", Facts.Standing.CURRENT, "2024=130e6"));
            assertThat(check.verdict()).isEqualTo(Verdict.SUPPORTED);
        }

        @Test
        void anOlderVintageIsAShareOfTheTotalOfItsTime() {
            List<Check> checks = Claims.check(
                    claim,
                    Claims.series(PART, "2024=52e6"),
                    Claims.series(ICT, "2024=130e6"),
                    Claims.series(PART, "2024-12", Facts.Standing.OTHER, "2024=52e6"),
                    Claims.series(ICT, "2024-12", Facts.Standing.OTHER, "2024=104e6"));
            assertThat(checks).extracting(Check::official).containsExactly(0.4, 0.5);
        }

        /** What a country is to its partner's imports is not what the partner is to its exports. */
        @Test
        void thePartnersShareIsAnotherShare() {
            assertThat(Claims.check(
                            claim,
                            Claims.series("ict_services_exports A USA M KGZ _Z USD bop wdi", "2024=52e6"),
                            Claims.series("ict_services_exports A USA M WLD _Z USD bop wdi", "2024=130e6")))
                    .isEmpty();
        }
    }

    @Nested
    class Targets {
        private final Claim claim = trade("kind=target", "value=1", "unit_mult=9", "time_period=2026");

        @Test
        void aTargetIsOpenUntilItsTimeHasCome() {
            Check check = only(claim, Claims.series(TRADE, "2023=722e6", "2024=855.3e6"));
            assertThat(check.verdict()).isEqualTo(Verdict.OPEN);
            assertThat(check.period()).isEqualTo("2024");
            assertThat(check.words()).isEqualTo("as reported by KAZ, last value");
            assertThat(check.gapRatio()).isEqualTo(-0.1447, within(1e-9));
        }

        @ParameterizedTest
        @CsvSource({"1.01e9, SUPPORTED", "0.9e9, CONTRADICTED"})
        void aTargetThatIsDueIsJudged(String official, Verdict verdict) {
            assertThat(only(claim, Claims.series(TRADE, "2024=855.3e6", "2026=" + official))
                            .verdict())
                    .isEqualTo(verdict);
        }

        @Test
        void aTargetWithoutATimeIsOpen() {
            Claim timeless = trade("kind=target", "value=1", "unit_mult=9", "time_period=");
            assertThat(only(timeless, Claims.series(TRADE, "2024=855.3e6")).verdict())
                    .isEqualTo(Verdict.OPEN);
        }

        @Test
        void onlyAnnualStatisticsHaveALastValueToCompareWith() {
            Claim timeless = trade("kind=target", "value=1", "unit_mult=9", "time_period=");
            assertThat(Claims.check(
                            timeless,
                            Claims.series(TRADE.replace(" A ", " Q "), "2024-Q4=300e6"),
                            Claims.series(TRADE.replace("customs", "statement"), "2024=900e6"),
                            Claims.series(TRADE)))
                    .isEmpty();
        }

        /** Twice "about 10 billion" is 20 billion, not 2. */
        @Test
        void aMultipleOfAnotherClaimIsHeldAgainstTheAmount() {
            Claim level = trade("claim_id=003-4", "value=10", "unit_mult=9", "hedge=about", "time_period=2022");
            Claim twice = trade(
                    "claim_id=003-5",
                    "kind=target",
                    "unit_measure=FACTOR",
                    "value=2",
                    "unit_mult=0",
                    "time_period=2030",
                    "relates_to=003-4");
            ClaimChecker open =
                    new ClaimChecker(Claims.facts(Claims.series(TRADE, "2024=8e9")), Claims.book(level, twice));
            assertThat(open.check(twice)).singleElement().satisfies(check -> {
                assertThat(check.gapRatio()).isEqualTo(-0.6, within(1e-12));
                // 1.9 x 9.5 billion to 2.1 x 10.5 billion: both hedges count
                assertThat(check.claimed().low()).isEqualTo(18.05e9, within(1.0));
                assertThat(check.claimed().high()).isEqualTo(22.05e9, within(1.0));
            });
            ClaimChecker due =
                    new ClaimChecker(Claims.facts(Claims.series(TRADE, "2030=20.5e9")), Claims.book(level, twice));
            assertThat(due.check(twice)).extracting(Check::verdict).containsExactly(Verdict.SUPPORTED);
        }

        @Test
        void aMultipleOfNothingIsNotHeldAgainstDollars() {
            Claim twice = trade("kind=target", "unit_measure=FACTOR", "value=2", "unit_mult=0", "relates_to=none");
            assertThat(Claims.check(twice, Claims.series(TRADE, "2024=8e9"))).isEmpty();
        }
    }

    /** A claim about the turnover of Kazakhstan with Tajikistan. */
    private static Claim trade(String... changes) {
        return Claims.claim(join(
                changes,
                "indicator=goods_trade",
                "ref_area=KAZ",
                "flow=T",
                "counterpart_area=TJK",
                "product=TOTAL",
                "time_period=2024"));
    }

    /** The defaults first: what is changed later wins. */
    private static String[] join(String[] changes, String... defaults) {
        String[] all = Arrays.copyOf(defaults, defaults.length + changes.length);
        System.arraycopy(changes, 0, all, defaults.length, changes.length);
        return all;
    }

    private static Check only(Claim claim, Facts.Series... series) {
        List<Check> checks = Claims.check(claim, series);
        assertThat(checks).hasSize(1);
        return checks.get(0);
    }
}
