package silkline.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arithmetic of the articles themselves. */
class ImpliedTest {
    private final Claim total = Claims.claim("claim_id=000-2", "value=130", "unit_mult=6");
    private final Claim share = Claims.claim(
            "claim_id=000-4", "kind=share", "unit_measure=PCT", "value=40", "unit_mult=0", "relates_to=000-2");
    private final Claim ratio = Claims.claim(
            "claim_id=000-1",
            "kind=ratio",
            "unit_measure=FACTOR",
            "value=45",
            "unit_mult=0",
            "window_years=5",
            "relates_to=000-4");

    @Test
    void fortyPercentOf130MillionAre52Million() {
        assertThat(implied(share, total, share)).first().satisfies(part -> {
            assertThat(part.name()).isEqualTo("implied_part");
            assertThat(part.value()).isEqualTo(52e6, within(1e-3));
            assertThat(part.unit()).isEqualTo("USD");
            assertThat(part.formula()).isEqualTo("40 % of 130 million USD");
        });
    }

    @Test
    void fortyFiveTimesInFiveYearsTo52MillionBeganAt1156Thousand() {
        List<Implied> implied = implied(ratio, total, share, ratio);
        assertThat(implied).extracting(Implied::name).containsExactly("implied_cagr_ratio", "implied_base");
        assertThat(implied.get(0).value()).isEqualTo(1.141127, within(1e-6)); // 45^(1/5) = 2.141127
        assertThat(implied.get(0).unit()).isEqualTo("RATIO");
        assertThat(implied.get(0).formula()).isEqualTo("45^(1/5) - 1");
        assertThat(implied.get(1).value()).isEqualTo(1_155_555.56, within(0.01));
        assertThat(implied.get(1).unit()).isEqualTo("USD");
        assertThat(implied.get(1).formula()).isEqualTo("(40 % of 130 million USD) / 45");
    }

    @Test
    void theBaseOfARatioToALevelNeedsNoShare() {
        Claim tripled = Claims.claim(
                "claim_id=003-3", "kind=ratio", "unit_measure=FACTOR", "value=3", "unit_mult=0", "relates_to=000-2");
        assertThat(implied(tripled, total, tripled)).singleElement().satisfies(base -> {
            assertThat(base.value()).isEqualTo(130e6 / 3, within(1e-3));
            assertThat(base.formula()).isEqualTo("(130 million USD) / 3");
        });
    }

    /** 130 less 52 million; the hedges allow 129.5 to 130.5 million and 39.5 to 40.5 %. */
    @Test
    void whatIsLeftOfTheTotalIsKnownWithinTheHedges() {
        Implied rest = implied(share, total, share).get(1);
        assertThat(rest.name()).isEqualTo("implied_rest");
        assertThat(rest.value()).isEqualTo(78e6, within(1e-3));
        assertThat(rest.interval().low()).isEqualTo(129.5e6 - 0.405 * 130.5e6, within(1.0));
        assertThat(rest.interval().high()).isEqualTo(130.5e6 - 0.395 * 129.5e6, within(1.0));
    }

    /** An increase by 45 times leads to 46 times. */
    @Test
    void anIncreaseByAFactorHasAnotherBaseToo() {
        Claim by = ratio.proved(Change.BY);
        List<Implied> implied = implied(by, total, share, by);
        assertThat(implied)
                .extracting(Implied::name)
                .containsExactly("implied_cagr_ratio", "implied_base", "implied_base_by");
        assertThat(implied.get(2).value()).isEqualTo(52e6 / 46, within(1e-3));
    }

    /** Over one billion less 464 million. */
    @Test
    void theRestOfTheYearKeepsTheHedgeOfTheYearBefore() {
        Claim before = Claims.claim("claim_id=004-2", "value=1", "unit_mult=9", "hedge=over", "time_period=2023");
        Claim half = Claims.claim("claim_id=004-3", "value=464", "time_period=2024-S1", "relates_to=004-2");
        Implied rest = implied(half, before, half).get(1);
        assertThat(rest.name()).isEqualTo("implied_rest_of_year");
        assertThat(rest.formula()).isEqualTo("over 1 billion USD less 464 million USD");
        assertThat(rest.interval()).isEqualTo(Interval.above(1e9 - 464.5e6));
    }

    /** The first half of 2023 was 400 of 1000 in the year: 464 / 0.4 = 1160. */
    @Test
    void aHalfYearIsCompletedAsTheYearBeforeWentOn() {
        Claim half = Claims.claim("claim_id=004-3", "value=464", "time_period=2024-S1");
        String about = "ict_services_exports S KGZ X WLD _Z USD bop wdi";
        List<Implied> implied = Implied.from(
                half,
                Claims.book(half),
                Claims.facts(
                        Claims.series(about, "2023-S1=400"), Claims.series(about.replace(" S ", " A "), "2023=1000")));
        assertThat(implied).singleElement().satisfies(year -> {
            assertThat(year.name()).isEqualTo("implied_completed_year");
            assertThat(year.value()).isEqualTo(1160e6, within(1e-3));
            assertThat(year.formula()).isEqualTo("464 million USD x 2023/2023-S1 of wdi");
        });
    }

    @Test
    void noPartnerHasMoreThanTheFirst() {
        Claim first = Claims.claim(
                "claim_id=000-5", "kind=rank", "unit_measure=RANK", "value=1", "unit_mult=0", "relates_to=000-4");
        assertThat(implied(first, share, first)).singleElement().satisfies(next -> {
            assertThat(next.name()).isEqualTo("implied_next_share");
            assertThat(next.value()).isEqualTo(0.4, within(1e-12));
        });
    }

    /** Into the other 60 % fits one that has more than 40 %, or than 39.5 %; nothing says that there is one. */
    @Test
    void aShareBoundsTheRankOfThePartner() {
        Claim partner = Claims.claim(
                "claim_id=p", "kind=share", "counterpart_area=USA", "unit_measure=PCT", "value=40", "unit_mult=0");
        assertThat(implied(partner, partner)).singleElement().satisfies(figure -> {
            assertThat(figure.name()).isEqualTo("implied_rank_at_worst");
            assertThat(figure.value()).isEqualTo(2);
            assertThat(figure.interval()).isEqualTo(Interval.closed(1, 2));
            assertThat(figure.formula()).isEqualTo("larger ones that fit beside 40 %: at most 1");
        });
        assertThat(implied(share, share)).as("of the world").isEmpty();
    }

    /** 40 % and 62 others of 0.6/62: 1 / (0.16 + 0.36/62) = 6.03; at most two of 40.5 % and one of 19 %: 1 / 0.3642. */
    @Test
    void theFirstAndTheNumberOfMarketsBoundTheConcentration() {
        Claim first = Claims.claim(
                "claim_id=000-5", "kind=rank", "unit_measure=RANK", "value=1", "unit_mult=0", "relates_to=000-4");
        Claim markets = Claims.claim(
                "claim_id=000-3",
                "kind=count",
                "indicator=market_count",
                "counterpart_area=",
                "unit_measure=COUNT",
                "value=63",
                "unit_mult=0",
                "hedge=over");
        assertThat(implied(first, share, first, markets))
                .filteredOn(figure -> figure.name().equals("implied_effective_markets"))
                .singleElement()
                .satisfies(figure -> {
                    assertThat(figure.value()).isEqualTo(1 / (0.16 + 0.36 / 62), within(1e-9));
                    assertThat(figure.interval().low()).isEqualTo(1 / (2 * 0.405 * 0.405 + 0.19 * 0.19), within(1e-6));
                    assertThat(figure.interval().high()).isEqualTo(1 / (0.395 * 0.395), within(1e-6));
                });
        assertThat(implied(first, share, first)).extracting(Implied::name).doesNotContain("implied_effective_markets");
    }

    @Test
    void growthToALevelBeganAtTheLevelOverOnePlusIt() {
        Claim growth = Claims.claim(
                "claim_id=g", "kind=growth", "unit_measure=PCT", "value=30", "unit_mult=0", "relates_to=000-2");
        assertThat(implied(growth, total, growth)).singleElement().satisfies(base -> {
            assertThat(base.value()).isEqualTo(100e6, within(1e-3));
            assertThat(base.formula()).isEqualTo("(130 million USD) / (30 % + 1)");
        });
    }

    @Test
    void aRatioToAShareOfNothingHasNoBase() {
        assertThat(implied(ratio, share, ratio)).extracting(Implied::name).containsExactly("implied_cagr_ratio");
        assertThat(implied(ratio, ratio)).extracting(Implied::name).containsExactly("implied_cagr_ratio");
    }

    @Test
    void aHalfYearIsDoubledToAYear() {
        Claim before = Claims.claim("claim_id=004-2", "value=1", "unit_mult=9", "hedge=over", "time_period=2023");
        Claim half = Claims.claim("claim_id=004-3", "value=464", "time_period=2024-S1", "relates_to=004-2");
        assertThat(implied(half, before, half)).first().satisfies(year -> {
            assertThat(year.name()).isEqualTo(Implied.YEAR);
            assertThat(year.value()).isEqualTo(928e6, within(1e-3));
            assertThat(year.unit()).isEqualTo("USD");
            assertThat(year.formula()).isEqualTo("464 million USD x 12/6");
        });
    }

    @Test
    void fiveMonthsAreBlownUpByTheirLength() {
        Claim months = Claims.claim("claim_id=x", "value=50", "time_period=2024-01/P5M", "relates_to=000-2");
        assertThat(implied(months, total, months).get(0).value()).isEqualTo(120e6, within(1e-3));
    }

    @Test
    void wholeYearsAndOpenPeriodsAreNotBlownUp() {
        Claim year = Claims.claim("claim_id=x", "time_period=2024", "relates_to=000-2");
        Claim open = Claims.claim("claim_id=y", "time_period=2024-S1 2024-S2", "relates_to=000-2");
        Claim alone = Claims.claim("claim_id=z", "time_period=2024-S1");
        assertThat(implied(year, total, year)).isEmpty();
        assertThat(implied(open, total, open)).isEmpty();
        assertThat(implied(alone, alone)).isEmpty();
    }

    @Test
    void twiceAboutTenBillionIsATargetOfTwenty() {
        Claim level = Claims.claim("claim_id=003-4", "value=10", "unit_mult=9", "hedge=about");
        Claim twice = Claims.claim(
                "claim_id=003-5", "kind=target", "unit_measure=FACTOR", "value=2", "unit_mult=0", "relates_to=003-4");
        assertThat(implied(twice, level, twice)).singleElement().satisfies(target -> {
            assertThat(target.name()).isEqualTo("implied_target");
            assertThat(target.value()).isEqualTo(20e9, within(1.0));
            assertThat(target.unit()).isEqualTo("USD");
            assertThat(target.formula()).isEqualTo("2 x about 10 billion USD");
        });
    }

    @ParameterizedTest
    @CsvSource({"0, 40 % of 130 USD", "3, 40 % of 130 thousand USD", "9, 40 % of 130 billion USD"})
    void formulasSayPowersOfTenInWords(String unitMult, String formula) {
        Claim amount = Claims.claim("unit_mult=" + unitMult);
        assertThat(implied(share, amount, share))
                .extracting(Implied::formula)
                .first()
                .isEqualTo(formula);
    }

    @Test
    void otherKindsImplyNothing() {
        Claim stated = Claims.claim("claim_id=t", "kind=target", "relates_to=000-2");
        assertThat(implied(stated, total, stated)).isEmpty();
    }

    private static List<Implied> implied(Claim claim, Claim... all) {
        return Implied.from(claim, Claims.book(all), Claims.facts());
    }
}
