package silkline.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ClaimTest {
    @Test
    void millionsBecomeDollars() {
        Claim claim = Claims.claim("value=130", "unit_mult=6");
        assertThat(claim.value()).isEqualTo(130e6);
        assertThat(claim.bounds(Claims.WIDTHS).allowed()).isEqualTo(Interval.halfOpen(129.5e6, 130.5e6));
        assertThat(claim.baseUnit()).isEqualTo("USD");
    }

    @Test
    void percentBecomesARatio() {
        Claim claim = Claims.claim("kind=growth", "unit_measure=PCT", "value=5.4", "unit_mult=0");
        assertThat(claim.value()).isEqualTo(0.054, within(1e-12));
        assertThat(claim.bounds(Claims.WIDTHS).allowed().low()).isEqualTo(0.0535, within(1e-12));
        assertThat(claim.bounds(Claims.WIDTHS).allowed().high()).isEqualTo(0.0545, within(1e-12));
        assertThat(claim.baseUnit()).isEqualTo("RATIO");
    }

    @ParameterizedTest
    @CsvSource({
        "ratio, '',   '', true",
        "ratio, 2019, '', false",
        "ratio, '',   5,  false",
        "level, '',   '', false",
    })
    void onlyARatioThatDoesNotSayAgainstWhenHasAnOpenBase(String kind, String base, String window, boolean open) {
        Claim claim = Claims.claim("kind=" + kind, "base_period=" + base, "window_years=" + window);
        assertThat(claim.hasOpenBase()).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        // flow of the claim, then the series: reporter, flow, partner
        "X, KAZ, X, TJK, REPORTED",
        "X, TJK, M, KAZ, MIRRORED",
        "M, TJK, X, KAZ, MIRRORED",
        "T, KAZ, T, TJK, REPORTED",
        "T, TJK, T, KAZ, MIRRORED",
        "X, TJK, X, KAZ, ",
        "X, KAZ, M, TJK, ",
        "X, KAZ, X, WLD, ",
        "X, KGZ, X, TJK, ",
        "X, TJK, M, KGZ, ",
    })
    void aFlowIsSeenFromBothSidesOfTheBorder(
            String flow, String reporter, String seriesFlow, String partner, Claim.Side side) {
        Claim claim = Claims.claim("indicator=goods_trade", "ref_area=KAZ", "flow=" + flow, "counterpart_area=TJK");
        Facts.Series series = Claims.series(
                "goods_trade A " + reporter + " " + seriesFlow + " " + partner + " TOTAL USD customs imf");
        assertThat(claim.side(series.about()).orElse(null)).isEqualTo(side);
    }

    @ParameterizedTest
    @CsvSource({
        "goods_trade,          '',    TOTAL, true",
        "goods_services_trade, '',    TOTAL, true",
        "goods_trade,          TOTAL, TOTAL, true",
        "goods_trade,          HS:27, TOTAL, false",
        "services_trade,       '',    TOTAL, false",
    })
    void indicatorAndProductMustBeThoseOfTheClaim(String indicator, String product, String seriesProduct, boolean is) {
        Claim claim = Claims.claim(
                "indicator=goods_trade goods_services_trade", "counterpart_area=WLD", "product=" + product);
        Facts.Series series = Claims.series(indicator + " A KGZ X WLD " + seriesProduct + " USD customs imf");
        assertThat(claim.side(series.about()).isPresent()).isEqualTo(is);
    }

    @Test
    void whatHasNoPartnerHasNoMirror() {
        Claim claim = Claims.claim("indicator=gdp", "ref_area=_Z", "flow=", "counterpart_area=");
        assertThat(claim.side(Claims.series("gdp A _Z _Z _Z _Z USD _Z wdi").about()))
                .contains(Claim.Side.REPORTED);
        assertThat(claim.side(Claims.series("gdp A KAZ _Z _Z _Z USD _Z wdi").about()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theCodeOfAKindIsItsNameInLowerCase(Kind kind) {
        assertThat(Kind.parse(kind.code())).contains(kind);
        assertThat(Kind.parse(kind.name())).isEmpty();
    }
}
