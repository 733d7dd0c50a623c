package silkline.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Claims that can be taken in more than one way, worked by hand. */
class ReadingsTest {
    private static final String ICT = "ict_services_exports A KGZ X WLD _Z USD bop wdi";

    /** From 10 to 51: to 5.1 times, by 4.1 times. */
    @Test
    void anIncreaseByAFactorIsTakenAsByAndAsTo() {
        Claim ratio = ratio("5").proved(Change.BY);
        ClaimResult result = result(ratio, Claims.series(ICT, "2019=10", "2024=51"));
        assertThat(result.checks()).extracting(Check::verdict).containsExactly(Verdict.SUPPORTED, Verdict.CONTRADICTED);
        assertThat(result.checks())
                .extracting(c -> c.reading().choice(Reading.CHANGE))
                .containsExactly("to", "by");
        assertThat(result.checks().get(1).official()).isEqualTo(4.1, within(1e-12));
        assertThat(result.verdict()).isEqualTo(Verdict.DEPENDS);
        assertThat(result.condition()).isEqualTo("if it means \"to\"");
    }

    @Test
    void anIncreaseToAFactorHasOneReading() {
        assertThat(result(ratio("5").proved(Change.TO), Claims.series(ICT, "2019=10", "2024=51"))
                        .checks())
                .hasSize(1);
    }

    @Test
    void theYearsAgainstWhichItIsTrueAreNamed() {
        Claim tripled = Claims.claim("kind=ratio", "unit_measure=FACTOR", "value=3", "unit_mult=0");
        ClaimResult result = result(tripled, Claims.series(ICT, "2010=10", "2013=14", "2016=9.9", "2024=30"));
        assertThat(result.verdict()).isEqualTo(Verdict.DEPENDS);
        assertThat(result.condition()).isEqualTo("against 2010 or 2016");
    }

    @Test
    void theSourceByWhichItIsTrueIsNamed() {
        ClaimResult result = result(
                Claims.claim(),
                Claims.series(ICT, "2024=130e6"),
                Claims.series(ICT.replace("wdi", "unctad"), "2024=85e6"));
        assertThat(result.condition()).isEqualTo("by wdi");
    }

    @Test
    void twoChoicesAreNamedWhereOneDoesNotTellThemApart() {
        ClaimResult result = result(
                Claims.claim("time_period=2023 2024"),
                Claims.series(ICT, "2023=130e6", "2024=85e6"),
                Claims.series(ICT.replace("wdi", "unctad"), "2023=85e6", "2024=130e6"));
        assertThat(result.condition()).isEqualTo("for 2023 and by wdi; or for 2024 and by unctad");
    }

    /** 2 times against 2019; 2.5 against 2018 and 1.6 against 2020 are its neighbours. */
    @Test
    void robustnessCountsStartsAYearEarlierAndLater() {
        ClaimResult result = result(ratio("2"), Claims.series(ICT, "2018=4", "2019=5", "2020=6.25", "2024=10"));
        assertThat(result.verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(result.robustness()).isEqualTo(1 / 3.0, within(1e-12));
    }

    @Test
    void whatIsNeitherYesNorNoHasNoRobustness() {
        assertThat(result(Claims.claim("time_period=2023 2024"), Claims.series(ICT, "2023=130e6", "2024=85e6"))
                        .robustness())
                .isNaN();
    }

    /** The article is of 2025-11: what came out in December was not known. */
    @Test
    void theVerdictAtPublicationUsesWhatWasOutByThen() {
        ClaimResult result = result(
                Claims.claim(),
                Claims.series(ICT, "2025-12-05", Facts.Standing.CURRENT, "2024=85e6"),
                Claims.series(ICT, "2025-12-05", Facts.Standing.OTHER, "2024=85e6"),
                Claims.series(ICT, "2025-06-30", Facts.Standing.OTHER, "2024=130e6"),
                Claims.series(ICT, "2025-03-31", Facts.Standing.OTHER, "2024=99e6"));
        assertThat(result.verdict()).isEqualTo(Verdict.CONTRADICTED);
        assertThat(result.atPublication()).isEqualTo(Verdict.SUPPORTED);
        assertThat(result.checks())
                .extracting(c -> c.known().code() + " " + c.series().vintage())
                .containsExactly("now 2025-12-05", "at_publication 2025-06-30", "otherwise 2025-03-31");
    }

    @Test
    void turnoverIsNotExports() {
        Claim claim = Claims.claim("basis=bop");
        ClaimResult result = result(claim, Claims.series(ICT.replace("bop", "park_revenue"), "2024=130e6"));
        assertThat(result.verdict()).isEqualTo(Verdict.NOT_CHECKABLE);
        assertThat(result.reason()).isEqualTo("CONCEPT_MISMATCH");
        assertThat(result.checks().get(0).official()).isEqualTo(130e6);
    }

    @Test
    void aLookAlikeIsShownWhereNothingElseSpeaks() {
        Claim claim = Claims.claim();
        Facts.Series turnover = Claims.series("it_revenue A KGZ _Z _Z _Z KGS park_revenue public-text", "2024=11.4e9");
        ClaimBook book = ClaimBook.of(
                List.of(claim), List.of(), Claims.WIDTHS, Map.of("ict_services_exports", List.of("it_revenue")));
        ClaimResult result = ClaimResult.of(claim, Claims.facts(turnover), book);
        assertThat(result.reason()).isEqualTo("CONCEPT_MISMATCH");
        assertThat(result.checks().get(0).unit(claim)).isEqualTo("KGS");
        ClaimResult tested = ClaimResult.of(claim, Claims.facts(turnover, Claims.series(ICT, "2024=130e6")), book);
        assertThat(tested.verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(tested.checks()).hasSize(1);
    }

    /** All IT exports together are 2 % of all exports, so those to one country are not 40 %. */
    @Test
    void aShareThatNoPartCanHaveIsFalseInThatReading() {
        Claim share = Claims.claim(
                "kind=share",
                "counterpart_area=USA",
                "unit_measure=PCT",
                "value=40",
                "unit_mult=0",
                "share_of=ict_services_exports goods_trade");
        Facts.Series goods = Claims.series("goods_trade A KGZ X WLD TOTAL USD customs imf", "2024=5e9");
        ClaimResult result = result(share, Claims.series(ICT, "2024=100e6"), goods);
        assertThat(result.verdict()).isEqualTo(Verdict.NOT_CHECKABLE);
        assertThat(result.reason()).isEqualTo("READING_UNTESTED");
        assertThat(result.checks()).singleElement().satisfies(check -> {
            assertThat(check.verdict()).isEqualTo(Verdict.CONTRADICTED);
            assertThat(check.official()).isEqualTo(0.02, within(1e-12));
            assertThat(check.reading().choice(Reading.TOTAL)).isEqualTo("goods_trade");
        });
    }

    @Test
    void aShareOfEitherTotalIsTestedAgainstBoth() {
        Claim share = Claims.claim(
                "kind=share",
                "counterpart_area=USA",
                "unit_measure=PCT",
                "value=40",
                "unit_mult=0",
                "share_of=ict_services_exports goods_trade");
        ClaimResult result = result(
                share,
                Claims.series(ICT.replace("WLD", "USA"), "2024=40e6"),
                Claims.series(ICT, "2024=100e6"),
                Claims.series("goods_trade A KGZ X WLD TOTAL USD customs imf", "2024=5e9"));
        assertThat(result.verdict()).isEqualTo(Verdict.DEPENDS);
        assertThat(result.condition()).isEqualTo("as a share of ict_services_exports");
    }

    /** Counts are whole: over 63 is 64 or more. */
    @Test
    void whatIsCountedIsWhole() {
        Claim markets = Claims.claim("kind=count", "unit_measure=COUNT", "value=63", "unit_mult=0", "hedge=over");
        assertThat(markets.bounds(Claims.WIDTHS).allowed())
                .isEqualTo(new Interval(64, Double.POSITIVE_INFINITY, false, true));
    }

    private static Claim ratio(String value) {
        return Claims.claim("kind=ratio", "unit_measure=FACTOR", "value=" + value, "unit_mult=0", "window_years=5");
    }

    private static ClaimResult result(Claim claim, Facts.Series... series) {
        return ClaimResult.of(claim, Claims.facts(series), Claims.book(claim));
    }
}
