package silkline.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static silkline.quality.Judged.TRADE;

import org.junit.jupiter.api.Test;

class RevisionCheckTest {
    private static final String[] REVISED_BY_ONE_PERCENT = {
        "2015 100 2016-07-31", "2015 101 2017-07-31",
        "2016 200 2017-07-31", "2016 202 2018-07-31",
        "2017 300 2018-07-31", "2017 303 2019-07-31",
        "2018 400 2019-07-31", "2018 404 2020-07-31",
    };

    private static String[] and(String... lines) {
        String[] all = java.util.Arrays.copyOf(REVISED_BY_ONE_PERCENT, REVISED_BY_ONE_PERCENT.length + lines.length);
        System.arraycopy(lines, 0, all, REVISED_BY_ONE_PERCENT.length, lines.length);
        return all;
    }

    @Test
    void aRevisionFarBeyondTheOthersIsTold() {
        // ln(1.01) = 0.00995; times 1.4826 is a spread of 0.01475; ln(1.3) = 0.262 is 17.8 times that.
        RuleResult result = Judged.byDefault()
                .series(TRADE, and("2019 500 2020-07-31", "2019 650 2021-07-31"))
                .result(Rule.REVISION);
        assertThat(result.checked()).isEqualTo(5);
        assertThat(result.examples())
                .singleElement()
                .satisfies(e -> assertThat(e.weight()).isCloseTo(17.8, org.assertj.core.data.Offset.offset(0.05)))
                .satisfies(e -> assertThat(e.place()).isEqualTo("sample.csv:11"))
                .satisfies(
                        e -> assertThat(e.text())
                                .isEqualTo(
                                        TRADE
                                                + ": 2019 is 650 as published 2021-07-31, after 500, where revisions usually stay within 2.99 percent"));
    }

    @Test
    void aRevisionOfTheUsualSizeIsNot() {
        assertThat(Judged.byDefault()
                        .series(TRADE, and("2019 500 2020-07-31", "2019 540 2021-07-31"))
                        .breaks(Rule.REVISION))
                .isEmpty();
    }

    @Test
    void fourRevisionsAreNoHistory() {
        assertThat(Judged.byDefault()
                        .series(TRADE, REVISED_BY_ONE_PERCENT)
                        .result(Rule.REVISION)
                        .status())
                .isEqualTo(RuleResult.Status.SKIPPED);
    }

    @Test
    void aVintageInThousandsIsAJumpOfUnitAndNoRevision() {
        Judged judged = Judged.byDefault().series(TRADE, and("2019 500 2020-07-31", "2019 0.505 2021-07-31"));
        assertThat(judged.breaks(Rule.UNIT_JUMP))
                .contains(TRADE + ": 2019 is 0.505 as published 2021-07-31, after 500, as if in another unit (10^-3)");
        assertThat(judged.breaks(Rule.REVISION)).isEmpty();
    }

    @Test
    void percentagesAreRevisedByPoints() {
        // Five revisions of 0.1 points have a spread of 0.148; 2 points are 13 times that.
        assertThat(Judged.byDefault()
                        .series(
                                Judged.GROWTH,
                                "2015 4 2016-01-01",
                                "2015 4.1 2017-01-01",
                                "2015 4 2018-01-01",
                                "2015 4.1 2019-01-01",
                                "2015 4 2020-01-01",
                                "2015 4.1 2021-01-01",
                                "2015 2.1 2022-01-01")
                        .breaks(Rule.REVISION))
                .singleElement()
                .asString()
                .contains("2015 is 2.1 as published 2022-01-01, after 4.1", "points");
    }
}
