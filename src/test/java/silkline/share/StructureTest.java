package silkline.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked by hand; the steps stand in the comments. */
class StructureTest {
    private static final Offset<Double> CLOSE = within(1e-12);

    @Test
    void concentrationOfHalfAQuarterAndAQuarter() {
        double[] parts = {50, 25, 25};
        double hhi = Concentration.herfindahl(parts); // 1/4 + 1/16 + 1/16
        assertThat(hhi).isCloseTo(0.375, CLOSE);
        assertThat(Concentration.unctad(hhi, 3))
                .isCloseTo((Math.sqrt(0.375) - Math.sqrt(1 / 3.0)) / (1 - Math.sqrt(1 / 3.0)), CLOSE);
        // ln 2 / 2 + 2 (ln 4 / 4) = 3/2 ln 2
        assertThat(Concentration.entropy(parts)).isCloseTo(1.5 * Math.log(2), CLOSE);
        // mean of (x / mean) ln(x / mean), means of 100 / 3: (1.5 ln 1.5 + 2 * 0.75 ln 0.75) / 3
        assertThat(Concentration.theil(parts)).isCloseTo(0.5 * Math.log(1.5) + 0.5 * Math.log(0.75), CLOSE);
    }

    @Test
    void concentrationHasNoAnswerWithoutParts() {
        assertThat(Concentration.entropy(new double[] {0, 0})).isNaN();
        assertThat(Concentration.theil(new double[] {1, -1})).isNaN();
        assertThat(Concentration.unctad(1, 1)).isNaN();
    }

    /** x and w are exports of the product, X and W all exports. */
    @ParameterizedTest
    @CsvSource({
        "20, 100, 50, 1000, 4, 0.6", // 20 % of its exports against 5 %
        "5, 100, 50, 1000, 1, 0",
        "0, 100, 50, 1000, 0, -1",
        "1, 0, 50, 1000, NaN, NaN",
        "1, 100, 0, 1000, NaN, NaN",
        "-1, 100, 50, 1000, NaN, NaN"
    })
    void advantage(double x, double total, double w, double world, double rca, double rsca) {
        double found = Advantage.balassa(x, total, w, world);
        same(found, rca);
        same(Advantage.symmetric(found), rsca);
    }

    @Test
    void similarityIsTheOverlapOfShares() {
        // shares .5 .5 0 and .25 .25 .5: .25 + .25 + 0
        double[] exports = {10, 10, 0};
        double[] imports = {1, 1, 2};
        assertThat(Similarity.fingerKreinin(exports, imports)).isCloseTo(0.5, CLOSE);
        // 1 - (.25 + .25 + .5) / 2
        assertThat(Similarity.complementarity(exports, imports)).isCloseTo(0.5, CLOSE);
        assertThat(Similarity.fingerKreinin(exports, new double[3])).isNaN();
    }

    @Test
    void intensityComparesTheShareOfAPartnerWithItsShareInTheWorld() {
        assertThat(Relations.intensity(30, 100, 600, 10_000)).isCloseTo(5, CLOSE);
    }

    /** total 200 of which 50 inside, outsiders 1000: HI = .25 / .15, HE = .75 / .85. */
    @Test
    void introversionOfAGroup() {
        double internal = 0.25 / 0.15;
        double external = 0.75 / 0.85;
        assertThat(Relations.introversion(50, 200, 1000))
                .isCloseTo((internal - external) / (internal + external), CLOSE);
        assertThat(Relations.introversion(0, 200, 1000)).isEqualTo(-1);
        assertThat(Relations.introversion(200, 200, 1000)).isEqualTo(1);
        assertThat(Relations.introversion(0, 0, 1000)).isNaN();
    }

    /** Two products with 2 of 10 and 3 of 5 markets; the third is not exported. */
    @Test
    void penetrationCountsOnlyWhatIsExported() {
        assertThat(Relations.penetration(new long[] {2, 3, 0}, new long[] {10, 5, 99}))
                .isCloseTo(1 / 3.0, CLOSE);
        assertThat(Relations.penetration(new long[] {0}, new long[] {9})).isNaN();
    }

    @Test
    void balances() {
        assertThat(Balance.normalised(30, 10)).isCloseTo(0.5, CLOSE);
        assertThat(Balance.grubelLloyd(30, 10)).isCloseTo(0.5, CLOSE);
        assertThat(Balance.grubelLloyd(10, 30)).isCloseTo(0.5, CLOSE);
        assertThat(Balance.grubelLloyd(40, 40)).isEqualTo(1);
        assertThat(Balance.normalised(0, 0)).isNaN();
    }

    /** kept 10 to 15, lost 4, new 6. */
    @Test
    void marginsAddUpToTheChange() {
        Margins margins = Margins.of(new double[] {10, 4, 0, Double.NaN}, new double[] {15, 0, 6, 0});
        assertThat(margins).isEqualTo(new Margins(6, -4, 5));
        assertThat(margins.extensive()).isEqualTo(2);
        assertThat(margins.change()).isEqualTo(7);
    }

    /**
     * Markets import 100 and 300, then 150 and 330: together +20 %, each +50 % and +10 %. Exports 20, 10 and 5 to a
     * market unknown, then 24, 12 and 8: growth .2 * 30; structure .3 * 20 - .1 * 10; won 4 - 10 and 2 - 1.
     */
    @Test
    void constantMarketSharesCloseWithTheUnknownMarkets() {
        ConstantMarketShare parts = ConstantMarketShare.of(
                new double[] {20, 10, 5}, new double[] {24, 12, 8}, new double[] {100, 300, Double.NaN}, new double[] {
                    150, 330, Double.NaN
                });
        assertThat(parts.growth()).isCloseTo(6, CLOSE);
        assertThat(parts.structure()).isCloseTo(5, CLOSE);
        assertThat(parts.competitiveness()).isCloseTo(-5, CLOSE);
        assertThat(parts.unknown()).isCloseTo(3, CLOSE);
        assertThat(parts.covered()).isCloseTo(30 / 35.0, CLOSE);
        assertThat(parts.change()).isCloseTo(9, CLOSE);
    }

    /** Top share .4 of 4 markets: others .2 each, .16 + .12; or .4, .4, .2. */
    @Test
    void herfindahlFromTheLargestShareAlone() {
        Bounds hhi = Bounds.herfindahl(0.4, 4);
        assertThat(hhi.low()).isCloseTo(0.28, CLOSE);
        assertThat(hhi.high()).isCloseTo(0.36, CLOSE);
        Bounds effective = Bounds.effectiveNumber(hhi);
        assertThat(effective.low()).isCloseTo(1 / 0.36, CLOSE);
        assertThat(effective.high()).isCloseTo(1 / 0.28, CLOSE);
        assertThat(Bounds.herfindahl(0.2, 4).low()).isNaN();
        assertThat(Bounds.herfindahl(1, 1)).isEqualTo(new Bounds(1, 1));
    }

    /** .5 and .3 known: .34 and a rest of .2 in one piece or in four. */
    @Test
    void herfindahlFromTheKnownShares() {
        Bounds hhi = Bounds.herfindahl(new double[] {0.5, 0.3}, 4);
        assertThat(hhi.low()).isCloseTo(0.35, CLOSE);
        assertThat(hhi.high()).isCloseTo(0.38, CLOSE);
        assertThat(Bounds.herfindahl(new double[] {0.5, 0.6}, 4).low()).isNaN();
    }

    /** Beside .4, one of more than .4 fits into .6; beside .25 two into .75, three would be as large; beside .6 none. */
    @ParameterizedTest
    @CsvSource({
        "0.4, 63, 1, 2",
        "0.25, 63, 1, 3",
        "0.6, 63, 1, 1",
        "0.5, 2, 1, 1",
        "0.1, 5, 2, 5",
        "0.2, 5, 1, 4",
        "0.3, 2, 2, 2",
        "1, 1, 1, 1"
    })
    void rankFromAShareAndTheNumberOfParts(double share, long parts, double best, double worst) {
        assertThat(Bounds.rank(share, parts)).isEqualTo(new Bounds(best, worst));
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "1, 5", "1.2, 5", "0.5, 1", "0.5, 0", "NaN, 5"})
    void noPartHasSuchAShare(double share, long parts) {
        assertThat(Bounds.rank(share, parts).low()).isNaN();
    }

    private static void same(double actual, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(actual).isNaN();
        } else {
            assertThat(actual).isCloseTo(expected, CLOSE);
        }
    }
}
