package silkline.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static silkline.quality.Judged.GROWTH;
import static silkline.quality.Judged.TRADE;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeriesCheckTest {
    private static final String MONTHS = TRADE.replace(".A.", ".M.");

    @Test
    void periodsLeftOutAreNamedAndMissingOnesAreNotLeftOut() {
        assertThat(Judged.byDefault()
                        .series(TRADE, "2010 1", "2011 -", "2014 2", "2015 2")
                        .breaks(Rule.GAPS))
                .containsExactly(TRADE + ": 2 of 6 periods left out: 2012 2013");
    }

    @Test
    void aGapRunsAcrossTheTurnOfTheYear() {
        assertThat(Judged.byDefault().series(MONTHS, "2023-11 1", "2024-02 1").breaks(Rule.GAPS))
                .containsExactly(MONTHS + ": 2 of 4 periods left out: 2023-12 2024-01");
    }

    @Test
    void rangesOfMonthsHaveNoGaps() {
        assertThat(Judged.byDefault()
                        .series(TRADE.replace(".A.", ".R."), "2023-01/P5M 1", "2024-01/P5M 1")
                        .result(Rule.GAPS)
                        .status())
                .isEqualTo(RuleResult.Status.SKIPPED);
    }

    @Test
    void aNegativeFlowIsOutOfRangeAndANegativeGrowthRateIsNot() {
        Judged judged = Judged.byDefault().years(TRADE, 5, -3, 0).years(GROWTH, -10, 4);
        assertThat(judged.breaks(Rule.RANGE)).containsExactly(TRADE + ": 2001 is -3, outside 0 to any");
        assertThat(judged.result(Rule.RANGE).checked()).isEqualTo(3);
    }

    @Test
    void aDeclaredRangeCounts() {
        Expectations expected = new Expectations(
                Map.of(),
                Map.of(),
                List.of(new Expectations.Range("gdp_growth", -50, 100)),
                Expectations.DEFAULT.coverage());
        RuleResult result =
                Judged.by(expected).years(GROWTH, -60, -50, 100, 101).result(Rule.RANGE);
        assertThat(result.broken()).isEqualTo(2);
        assertThat(result.brokenRatio()).isEqualTo(0.5);
        assertThat(result.examples())
                .extracting(Example::text)
                .containsExactly(
                        GROWTH + ": 2000 is -60, outside -50 to 100", GROWTH + ": 2003 is 101, outside -50 to 100");
    }

    @Test
    void aRareZeroBesideUsualValuesIsSuspicious() {
        assertThat(Judged.byDefault().years(TRADE, 90, 100, 110, 0, 120, 130).breaks(Rule.ZERO_FOR_MISSING))
                .containsExactly(TRADE + ": 2003 is 0 beside 110");
    }

    @Test
    void aZeroBesideASmallValueIsAZero() {
        // The median of the positive values is 110: 20 is less than half of it.
        assertThat(Judged.byDefault()
                        .years(TRADE, 90, 100, 110, 20, 0, 130, 140)
                        .breaks(Rule.ZERO_FOR_MISSING))
                .isEmpty();
    }

    @Test
    void aSeriesThatOftenIsZeroIsLeftAlone() {
        assertThat(Judged.byDefault().years(TRADE, 90, 0, 110, 0, 120, 0).breaks(Rule.ZERO_FOR_MISSING))
                .isEmpty();
    }

    @Test
    void onlyTheVintageToBelieveIsHeldAgainstItsNeighbours() {
        assertThat(Judged.byDefault()
                        .series(
                                TRADE,
                                "2018 90",
                                "2019 100",
                                "2020 0 2021-01-01",
                                "2020 105 2022-01-01",
                                "2021 110",
                                "2022 115")
                        .breaks(Rule.ZERO_FOR_MISSING))
                .isEmpty();
    }

    @Test
    void areasAndYearsThatAreNotCoveredAreNamed() {
        Expectations expected = new Expectations(
                Map.of(), Map.of(), List.of(), new Expectations.Coverage(Set.of("KAZ", "UZB"), 2000, 2001));
        RuleResult result =
                Judged.by(expected).series(TRADE, "2000 1", "2001 -").result(Rule.COVERAGE);
        assertThat(result.checked()).isEqualTo(4);
        assertThat(result.examples())
                .extracting(Example::text)
                .containsExactlyInAnyOrder("KAZ 2001: no value", "UZB 2000: no value", "UZB 2001: no value");
    }

    @Test
    void freshnessIsCountedFromTheEndOfTheNewestPeriodWithAValue() {
        // 2024 ended 366 days before 2026-01-01; the value of 2025 is missing.
        assertThat(fresh(366).status()).isEqualTo(RuleResult.Status.PASSED);
        assertThat(fresh(365).examples())
                .extracting(Example::text)
                .containsExactly("newest period ends 2024-12-31; at most 365 days ago is asked for");
    }

    private static RuleResult fresh(double days) {
        Expectations expected =
                new Expectations(Map.of(), Map.of(Rule.FRESHNESS, days), List.of(), Expectations.DEFAULT.coverage());
        return Judged.by(expected).series(TRADE, "2024 1", "2025 -").result(Rule.FRESHNESS);
    }

    @Test
    void whatIsNotDeclaredIsSkipped() {
        Judged judged = Judged.byDefault().years(TRADE, 1, 2);
        assertThat(List.of(Rule.FRESHNESS, Rule.COVERAGE, Rule.MIN_ROWS))
                .allSatisfy(rule -> assertThat(judged.result(rule).status()).isEqualTo(RuleResult.Status.SKIPPED));
    }

    @Test
    void aRuleThatIsOffFindsNothing() {
        RuleResult result = Judged.by(Judged.with(Rule.RANGE, Severity.OFF))
                .years(TRADE, -1)
                .result(Rule.RANGE);
        assertThat(result.status()).isEqualTo(RuleResult.Status.SKIPPED);
        assertThat(result.message()).isEqualTo("switched off");
    }
}
