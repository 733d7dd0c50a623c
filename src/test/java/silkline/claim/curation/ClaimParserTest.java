package silkline.claim.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import silkline.claim.Article;
import silkline.claim.Claim;
import silkline.claim.Claims;
import silkline.claim.Interval;
import silkline.claim.Kind;
import silkline.claim.curation.ClaimParser.Reading;
import silkline.series.CodeLists;
import silkline.series.NumberLocale;
import silkline.series.Period;
import silkline.series.SeriesId;

class ClaimParserTest {
    private static final CodeLists CODES = CodeLists.of(Map.of(
            CodeLists.INDICATOR, Set.of("ict_services_exports", "goods_trade"),
            CodeLists.AREA, Set.of("KGZ", "KAZ", "USA", "WLD"),
            CodeLists.UNIT, Set.of("USD", "PCT", "FACTOR")));
    private static final ClaimParser PARSER = new ClaimParser(CODES, NumberLocale.EN, Claims.ARTICLES);

    @Test
    void aFullRowKeepsEveryCell() {
        Claim claim = accepted(
                "claim_id=000-1",
                "kind=ratio",
                "indicator=ict_services_exports goods_trade",
                "counterpart_area=USA",
                "product=TOTAL",
                "unit_measure=FACTOR",
                "value=45",
                "unit_mult=0",
                "time_period=2024 2025",
                "base_period=2019  2020",
                "window_years=5",
                "relates_to=000-4",
                "stated_as=um das 45-fache",
                "note=by or to");
        assertThat(claim.id()).isEqualTo("000-1");
        assertThat(claim.articleId()).isEqualTo("article-000");
        assertThat(claim.kind()).isEqualTo(Kind.RATIO);
        assertThat(claim.indicators()).containsExactly("ict_services_exports", "goods_trade");
        assertThat(claim.counterpartArea()).isEqualTo("USA");
        assertThat(claim.product()).isEqualTo("TOTAL");
        assertThat(claim.stated()).isEqualByComparingTo("45");
        assertThat(claim.high()).isEqualTo(claim.stated());
        assertThat(claim.periods()).containsExactly(Period.ofYear(2024), Period.ofYear(2025));
        assertThat(claim.basePeriods()).containsExactly(Period.ofYear(2019), Period.ofYear(2020));
        assertThat(claim.windowYears()).isEqualTo(5);
        assertThat(claim.relatesTo()).isEqualTo("000-4");
        assertThat(claim.inScope()).isTrue();
        assertThat(claim.statedAs()).isEqualTo("um das 45-fache");
        assertThat(claim.note()).isEqualTo("by or to");
    }

    @Test
    void absentCellsMeanNothingIsSaid() {
        Claim claim = accepted("ref_area=", "flow=", "counterpart_area= ", "unit_mult=", "time_period=", "scope=out");
        assertThat(claim.refArea()).isEqualTo(SeriesId.NOT_APPLICABLE);
        assertThat(claim.flow()).isEqualTo(SeriesId.NOT_APPLICABLE);
        assertThat(claim.counterpartArea()).isEqualTo(SeriesId.NOT_APPLICABLE);
        assertThat(claim.product()).isEmpty();
        assertThat(claim.unitMult()).isZero();
        assertThat(claim.windowYears()).isZero();
        assertThat(claim.periods()).isEmpty();
        assertThat(claim.basePeriods()).isEmpty();
        assertThat(claim.relatesTo()).isEmpty();
        assertThat(claim.inScope()).isFalse();
    }

    @Test
    void betweenHasTwoFigures() {
        Claim claim = accepted("hedge=between", "value=3", "value_high=4.5");
        assertThat(claim.high()).isEqualByComparingTo("4.5");
        assertThat(claim.bounds(Claims.WIDTHS).allowed()).isEqualTo(Interval.closed(3e6, 4.5e6));
    }

    @Test
    void aSecondFigureCountsOnlyForBetween() {
        assertThat(accepted("value=3", "value_high=4").high()).isEqualByComparingTo("3");
    }

    @Test
    void figuresAreReadInTheLocaleOfTheFile() {
        Reading<Claim> reading = new ClaimParser(CODES, NumberLocale.DE, Claims.ARTICLES)
                .claim(Claims.cells("value=2,3", "unit_mult=9")::get);
        assertThat(reading).isInstanceOfSatisfying(Reading.Accepted.class, accepted -> assertThat(
                        ((Claim) accepted.value()).stated())
                .isEqualByComparingTo("2.3"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EMPTY_CELL   | claim_id=             | claim_id is empty",
                "EMPTY_CELL   | article_id=           | article_id is empty",
                "EMPTY_CELL   | kind=                 | kind is empty",
                "EMPTY_CELL   | indicator=            | indicator is empty",
                "EMPTY_CELL   | unit_measure=         | unit_measure is empty",
                "EMPTY_CELL   | value=                | value is empty",
                "EMPTY_CELL   | hedge=                | hedge is empty",
                "EMPTY_CELL   | scope=                | scope is empty",
                "EMPTY_CELL   | stated_as=            | stated_as is empty",
                "EMPTY_CELL   | hedge=between         | value_high is empty",
                "UNKNOWN_CODE | kind=levle            | kind 'levle' is not known",
                "UNKNOWN_CODE | hedge=EXACT           | hedge 'EXACT' is not known",
                "UNKNOWN_CODE | indicator=goods_trades| indicator 'goods_trades' is not known; the nearest known is 'goods_trade'",
                "UNKNOWN_CODE | indicator=goods_trade gdp | indicator 'gdp' is not known; the nearest known is 'goods_trade'",
                "UNKNOWN_CODE | ref_area=KAS          | ref_area 'KAS' is not known; the nearest known is 'KAZ'",
                "UNKNOWN_CODE | counterpart_area=US   | counterpart_area 'US' is not known; the nearest known is 'USA'",
                "UNKNOWN_CODE | unit_measure=US$      | unit_measure 'US$' is not known; the nearest known is 'USD'",
                "NOT_A_NUMBER | value=130m            | value '130m' is not a number",
                "NOT_A_NUMBER | value=1,5             | value '1,5' is not a number",
                "NOT_A_NUMBER | hedge=between;value_high=x | value_high 'x' is not a number",
                "NOT_A_NUMBER | unit_mult=6.0         | unit_mult '6.0' is not a small whole number",
                "NOT_A_NUMBER | unit_mult=-           | unit_mult '-' is not a small whole number",
                "NOT_A_NUMBER | unit_mult=1000000     | unit_mult '1000000' is not a small whole number",
                "NOT_A_NUMBER | window_years=five     | window_years 'five' is not a small whole number",
                "TIME_PERIOD  | time_period=2024 FY25 | time_period 'FY25' is none of 2024, 2024-S1, 2024-Q1, 2024-01, 2024-01/P5M",
                "TIME_PERIOD  | base_period=lately    | base_period 'lately' is none of 2024, 2024-S1, 2024-Q1, 2024-01, 2024-01/P5M",
                "SCOPE        | scope=yes             | scope 'yes' is neither in nor out",
            })
    void aBadCellIsRefusedWithItsRule(String rule, String change, String message) {
        assertThat(PARSER.claim(Claims.cells(change.split(";", -1))::get))
                .isEqualTo(new Reading.Rejected<>(rule, message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OUT_OF_RANGE | hedge=between;value=4;value_high=3 | value_high '3' is less than value '4'",
                "OUT_OF_RANGE | value=1e308;unit_mult=6            | value '1e308' times 10^6 is too large",
                "NOT_A_NUMBER | unit_mult=400                      | unit_mult '400' is not a small whole number",
                "NOT_A_NUMBER | window_years=-5                    | window_years '-5' is not a small whole number",
            })
    void aFigureThatAllowsNoIntervalStopsItsRowAndNotTheJob(String rule, String change, String message) {
        assertThat(PARSER.claim(Claims.cells(change.split(";", -1))::get))
                .isEqualTo(new Reading.Rejected<>(rule, message));
    }

    @Test
    void anArticleKeepsWhatIdentifiesIt() {
        Article article = ((Reading.Accepted<Article>) PARSER.article(articleCells()::get)).value();
        assertThat(article.id()).isEqualTo("article-000");
        assertThat(article.title()).isEqualTo("IT-Export");
        assertThat(article.outlet()).isEqualTo("Zeitung");
        assertThat(article.language()).isEqualTo("de");
        assertThat(article.published()).hasToString("../2025-03-12");
        assertThat(article.dateSource()).isEqualTo("text");
        assertThat(article.url()).isEmpty();
        assertThat(article.sha256()).isEqualTo("ab12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"article_id", "title", "outlet", "language", "sha256"})
    void anArticleWithoutAnIdentifyingCellIsRefused(String column) {
        Map<String, String> cells = articleCells();
        cells.remove(column);
        assertThat(PARSER.article(cells::get)).isEqualTo(new Reading.Rejected<>("EMPTY_CELL", column + " is empty"));
    }

    @Test
    void anArticleWithoutADateIsRefused() {
        Map<String, String> cells = articleCells();
        cells.put("published_at", "March 2025");
        assertThat(PARSER.article(cells::get))
                .isEqualTo(new Reading.Rejected<>(
                        "PUBLISHED_AT",
                        "published_at 'March 2025' is none of 2026-04-08, 2026-04, 2026, ../2026-04-08"));
    }

    private static Claim accepted(String... changes) {
        Reading<Claim> reading = PARSER.claim(Claims.cells(changes)::get);
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return ((Reading.Accepted<Claim>) reading).value();
    }

    private static Map<String, String> articleCells() {
        return new HashMap<>(Map.of(
                "article_id", "article-000",
                "title", "IT-Export",
                "outlet", "Zeitung",
                "language", "de",
                "published_at", "../2025-03-12",
                "date_source", "text",
                "sha256", "ab12"));
    }
}
