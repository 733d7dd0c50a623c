package silkline.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static silkline.quality.Judged.TRADE;

import org.junit.jupiter.api.Test;

class JumpCheckTest {
    private static final String TENGE = "gdp.A.KAZ._Z._Z._Z.KZT._Z.V.N._Z.sample";
    private static final String RATE = "fx_rate.A.KAZ._Z.USA._Z.KZT._Z._Z.N._Z.sample";

    @Test
    void oneValueInThousandsIsFoundWithItsNeighbour() {
        assertThat(Judged.byDefault()
                        .years(TRADE, 100, 110, 120, 0.13, 140, 150)
                        .breaks(Rule.UNIT_JUMP))
                .containsExactly(
                        TRADE + ": 2003 is 0.13, 0.001083 times the 120 of 2002, as if in another unit (10^-3)");
    }

    @Test
    void allValuesAfterALevelShiftAreFoundWhereMostAreBeforeIt() {
        RuleResult result = Judged.byDefault()
                .years(TRADE, 100, 110, 120, 130, 140e6, 150e6)
                .result(Rule.UNIT_JUMP);
        assertThat(result.broken()).isEqualTo(2);
        assertThat(result.checked()).isEqualTo(6);
        assertThat(result.examples()).allSatisfy(e -> assertThat(e.text()).contains("(10^6)"));
    }

    @Test
    void theFirstValuesAreFoundWhereMostAreAfterTheShift() {
        assertThat(Judged.byDefault()
                        .years(TRADE, 1e5, 1.1e5, 120, 130, 140, 150)
                        .breaks(Rule.UNIT_JUMP))
                .hasSize(2)
                .allMatch(text -> text.contains("2000 is 100000") || text.contains("2001 is 110000"));
    }

    @Test
    void aBreakThatTheSourceMarksIsNoJump() {
        Judged judged = Judged.byDefault()
                .series(
                        TRADE,
                        "2000 100",
                        "2001 110",
                        "2002 120",
                        "2003 130000 2025-06-30 B",
                        "2004 140000",
                        "2005 150000");
        assertThat(judged.breaks(Rule.UNIT_JUMP)).isEmpty();
    }

    @Test
    void aWildSeriesProvesNoOtherUnit() {
        assertThat(Judged.byDefault()
                        .years(TRADE, 3, 40, 2, 900, 15, 15000, 80, 2)
                        .breaks(Rule.UNIT_JUMP))
                .isEmpty();
    }

    @Test
    void fourValuesAreTooFewForAUsualStep() {
        assertThat(Judged.byDefault()
                        .years(TRADE, 100, 110, 120, 130000)
                        .result(Rule.UNIT_JUMP)
                        .status())
                .isEqualTo(RuleResult.Status.SKIPPED);
    }

    @Test
    void percentagesHaveNoRatios() {
        assertThat(Judged.byDefault()
                        .years(Judged.GROWTH, 4, 4, 4, 4, 4, 0.004, 4, 4, 4, 4, 4)
                        .breaks(Rule.UNIT_JUMP))
                .isEmpty();
    }

    @Test
    void aSpikeIsOneGrowthJump() {
        // Ten steps of 0 and the two of the spike: spread 0, taken as 0.05 decades; log10(10) = 1 is 20 times that.
        RuleResult result = Judged.byDefault()
                .years(TRADE, 100, 100, 100, 100, 100, 100, 1000, 100, 100, 100, 100, 100, 100)
                .result(Rule.GROWTH_JUMP);
        assertThat(result.broken()).isEqualTo(1);
        assertThat(result.checked()).isEqualTo(12);
        assertThat(result.examples())
                .singleElement()
                .satisfies(e -> assertThat(e.weight()).isCloseTo(20, org.assertj.core.data.Offset.offset(1e-9)))
                .satisfies(
                        e -> assertThat(e.text())
                                .isEqualTo(
                                        TRADE
                                                + ": 2006 is 1000, 10 times the 100 of 2005, where the series usually changes by a factor of 0.794 to 1.26"));
    }

    @Test
    void theSameChangeIsUsualInASeriesThatSwings() {
        assertThat(Judged.byDefault()
                        .years(TRADE, 100, 300, 90, 280, 110, 320, 1000, 240, 90, 270, 100)
                        .breaks(Rule.GROWTH_JUMP))
                .isEmpty();
    }

    @Test
    void aChangeAcrossAGapIsNotJudged() {
        assertThat(Judged.byDefault()
                        .series(
                                TRADE, "2000 1", "2001 1", "2002 1", "2003 1", "2004 1", "2005 1", "2006 1", "2007 1",
                                "2008 1", "2012 9", "2013 9")
                        .breaks(Rule.GROWTH_JUMP))
                .isEmpty();
    }

    @Test
    void aJumpByTheExchangeRateIsAJumpOfUnit() {
        // 450 tenge for a dollar: one value of a series in tenge is in dollars.
        double[] values = {100, 102, 104, 106, 108, 110, 112.0 / 450, 114, 116, 118, 120, 122};
        Judged judged = Judged.byDefault()
                .years(RATE, 445, 446, 447, 448, 449, 450, 450, 450, 450, 450, 450, 450)
                .years(TENGE, values);
        assertThat(judged.breaks(Rule.UNIT_JUMP))
                .singleElement()
                .asString()
                .startsWith(TENGE + ": 2006 is 0.248889")
                .endsWith("which is the exchange rate");
        assertThat(judged.breaks(Rule.GROWTH_JUMP)).isEmpty();
        Judged withoutRates = Judged.byDefault().years(TENGE, values);
        assertThat(withoutRates.breaks(Rule.UNIT_JUMP)).isEmpty();
        assertThat(withoutRates.breaks(Rule.GROWTH_JUMP)).hasSize(1);
    }
}
