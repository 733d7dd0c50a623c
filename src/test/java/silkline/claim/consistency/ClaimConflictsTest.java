package silkline.claim.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import silkline.claim.Article;
import silkline.claim.Change;
import silkline.claim.Claim;
import silkline.claim.ClaimBook;
import silkline.claim.Claims;
import silkline.claim.consistency.Conflict.Rule;
import silkline.claim.consistency.Conflict.Strength;

/** Pairs and triples of claims, worked by hand. */
class ClaimConflictsTest {
    private static final List<Article> ARTICLES =
            List.of(Claims.article("article-000", "xx", "2025-11"), Claims.article("article-9", "xx", "2023-01"));

    @Test
    void aShareOfATotalIsThePart() {
        Claim total = Claims.claim("claim_id=t");
        Claim share = share("s", "40");
        assertThat(conflicts(total, share, usa("p", "52"))).isEmpty();
        assertThat(conflicts(total, share, usa("p", "60"))).singleElement().satisfies(conflict -> {
            assertThat(conflict.rule()).isEqualTo(Rule.CONTRADICTION);
            assertThat(conflict.strength()).isEqualTo(Strength.HARD);
            assertThat(conflict.claims()).containsExactly("p", "s", "t");
            assertThat(conflict.identities())
                    .isEqualTo(
                            "ict_services_exports KGZ X USA USD 2024 = share of ict_services_exports KGZ X USA USD 2024"
                                    + " in ict_services_exports KGZ X WLD USD 2024 x ict_services_exports KGZ X WLD USD 2024");
            assertThat(conflict.explanation()).contains("p \"130 Millionen US-Dollar\" (60 million USD)");
        });
    }

    @Test
    void aPartIsNoMoreThanTheWhole() {
        assertThat(conflicts(Claims.claim("claim_id=t"), usa("p", "131")))
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.claims()).containsExactly("p", "t"));
        assertThat(conflicts(Claims.claim("claim_id=t"), usa("p", "129.9"))).isEmpty();
    }

    @Test
    void partnersTogetherAreNoMoreThanTheWorld() {
        Claim china = Claims.claim("claim_id=c", "counterpart_area=CHN", "value=80");
        assertThat(conflicts(Claims.claim("claim_id=t"), usa("p", "60"), china))
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.claims()).containsExactly("c", "p", "t"));
        Claim group = Claims.claim("claim_id=g", "counterpart_area=C5", "value=80");
        assertThat(conflicts(Claims.claim("claim_id=t"), usa("p", "60"), group))
                .as("a member is in its group too")
                .isEmpty();
    }

    @Test
    void halfAYearIsNoMoreThanTheYear() {
        Claim half = Claims.claim("claim_id=h", "value=140", "time_period=2024-S1");
        assertThat(conflicts(Claims.claim("claim_id=y"), half))
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.claims()).containsExactly("h", "y"));
        Claim first = Claims.claim("claim_id=a", "value=60", "time_period=2024-S1");
        Claim second = Claims.claim("claim_id=b", "value=60", "time_period=2024-S2");
        assertThat(conflicts(Claims.claim("claim_id=y"), first, second))
                .as("60 + 60 is not 130")
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.claims()).containsExactly("a", "b", "y"));
    }

    @Test
    void exportsAndImportsAreTheTurnover() {
        Claim exports = Claims.claim("claim_id=x", "flow=X", "value=60");
        Claim imports = Claims.claim("claim_id=m", "flow=M", "value=60");
        Claim turnover = Claims.claim("claim_id=t", "flow=T", "value=130");
        assertThat(conflicts(exports, imports, turnover))
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.claims()).containsExactly("m", "t", "x"));
    }

    @Test
    void aBaseTimesAFactorIsTheValue() {
        Claim before = Claims.claim("claim_id=b", "value=50", "time_period=2019");
        Claim tripled = Claims.claim(
                "claim_id=f", "kind=ratio", "unit_measure=FACTOR", "value=3", "unit_mult=0", "window_years=5");
        assertThat(conflicts(before, Claims.claim("claim_id=n"), tripled))
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.claims()).containsExactly("b", "f", "n"));
    }

    /** 130 is 2.6 times 50: no increase "to" 1.6 times, but one "by" 1.6 times. */
    @Test
    void anIncreaseByAFactorMayBeMeantEitherWay() {
        Claim before = Claims.claim("claim_id=b", "value=50", "time_period=2019");
        Claim factor = Claims.claim(
                "claim_id=f", "kind=ratio", "unit_measure=FACTOR", "value=1.6", "unit_mult=0", "window_years=5");
        assertThat(conflicts(before, Claims.claim("claim_id=n"), factor)).hasSize(1);
        assertThat(conflicts(before, Claims.claim("claim_id=n"), factor.proved(Change.BY)))
                .isEmpty();
    }

    @Test
    void twoSpeakersOnTheSameFigureMustAgree() {
        Claim over = Claims.claim("claim_id=o", "hedge=over", "value=140", "time_period=2021");
        Claim other = Claims.claim("claim_id=p", "article_id=article-9", "time_period=2021");
        assertThat(conflicts(over, other)).singleElement().satisfies(conflict -> assertThat(conflict.strength())
                .isEqualTo(Strength.HARD));
    }

    /** "About" excludes nothing by itself; within five percent it does. */
    @Test
    void whatOnlyTheWidthsExcludeSaysSo() {
        Claim about = Claims.claim("claim_id=a", "hedge=about", "value=100", "time_period=2021");
        Claim other = Claims.claim("claim_id=p", "article_id=article-9", "time_period=2021");
        assertThat(conflicts(about, other)).singleElement().satisfies(conflict -> assertThat(conflict.strength())
                .isEqualTo(Strength.BY_WIDTHS));
    }

    @Test
    void aFigureOfAPeriodThatIsNotOverIsPremature() {
        Claim quarter = Claims.claim(
                "claim_id=q",
                "kind=growth",
                "indicator=gdp_growth",
                "unit_measure=PCT",
                "value=5.4",
                "time_period=2025-Q4");
        assertThat(conflicts(quarter)).extracting(Conflict::rule).containsExactly(Rule.PREMATURE);
        Claim target = Claims.claim("claim_id=q", "kind=target", "time_period=2026");
        assertThat(conflicts(target)).isEmpty();
    }

    @Test
    void theSameFigureYearsLaterIsWorthALook() {
        Claim now = Claims.claim("claim_id=n", "time_period=2024");
        Claim then = Claims.claim("claim_id=o", "time_period=2022", "article_id=article-9");
        assertThat(conflicts(now, then)).extracting(Conflict::rule).containsExactly(Rule.REPEATED);
    }

    @Test
    void oneFigureOfTwoThingsIsWorthALook() {
        Claim growth = Claims.claim("claim_id=g", "kind=growth", "unit_measure=PCT", "value=14", "unit_mult=0");
        Claim share = Claims.claim(
                "claim_id=s",
                "kind=share",
                "indicator=investment_portfolio",
                "unit_measure=PCT",
                "value=14",
                "unit_mult=0",
                "scope=out");
        assertThat(conflicts(growth, share)).extracting(Conflict::rule).containsExactly(Rule.TWO_MEANINGS);
    }

    private static Claim share(String id, String value) {
        return Claims.claim(
                "claim_id=" + id,
                "kind=share",
                "counterpart_area=USA",
                "unit_measure=PCT",
                "unit_mult=0",
                "relates_to=t",
                "value=" + value);
    }

    private static Claim usa(String id, String value) {
        return Claims.claim("claim_id=" + id, "counterpart_area=USA", "value=" + value);
    }

    private static List<Conflict> conflicts(Claim... claims) {
        ClaimBook book = ClaimBook.of(new ArrayList<>(List.of(claims)), ARTICLES, Claims.WIDTHS, Map.of());
        return ClaimConflicts.of(book, Set.of("WLD", "C5"));
    }
}
