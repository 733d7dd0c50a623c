package silkline.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static silkline.quality.Judged.TODAY;
import static silkline.quality.Judged.TRADE;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import silkline.UserError;

class TallyTest {
    private static final String OTHER = TRADE.replace("UZB", "KGZ");

    @Test
    void partsAddUpInAnyOrder() {
        Judged one = Judged.byDefault().years(TRADE, -1, 2, -3);
        Judged other = Judged.byDefault().years(OTHER, -4, -5, -6, -7);
        Tally oneFirst = new Tally(Map.of("sample", Expectations.DEFAULT));
        oneFirst.add(one.tally());
        oneFirst.add(other.tally());
        Tally otherFirst = new Tally(Map.of("sample", Expectations.DEFAULT));
        otherFirst.add(other.tally());
        otherFirst.add(one.tally());
        List<RuleResult> results = oneFirst.results(TODAY);
        assertThat(results).isEqualTo(otherFirst.results(TODAY)).hasSize(Rule.values().length);
        assertThat(results)
                .filteredOn(r -> r.rule() == Rule.RANGE)
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.broken()).isEqualTo(6);
                    assertThat(r.examples()).extracting(Example::weight).containsExactly(7.0, 6.0, 5.0, 4.0, 3.0);
                });
    }

    @Test
    void onlyARuleThatSetsRowsAsideMarksThem() {
        assertThat(marks(Severity.WARN)).isEmpty();
        assertThat(marks(Severity.QUARANTINE))
                .containsExactly(new DatasetTally.Mark(
                        TRADE.hashCode(), 2001, 20269, Rule.RANGE, TRADE + ": 2001 is -3, outside 0 to any"));
    }

    private static List<DatasetTally.Mark> marks(Severity severity) {
        Tally tally =
                Judged.by(Judged.with(Rule.RANGE, severity)).years(TRADE, 5, -3).tally();
        tally.results(TODAY);
        return tally.marks();
    }

    @Test
    void aRuleThatMustHoldEndsTheRunWithPlaceFiguresAndRemedy() {
        List<RuleResult> broken = Judged.by(Judged.with(Rule.RANGE, Severity.FAIL))
                .years(TRADE, 5, -3)
                .tally()
                .results(TODAY);
        assertThatThrownBy(() -> Tally.refuseFailures(broken))
                .isInstanceOfSatisfying(
                        UserError.class, e -> assertThat(e.kind()).isEqualTo(UserError.Kind.QUALITY_GATE))
                .hasMessageContainingAll(
                        "Nothing was written",
                        "sample: RANGE is broken, 1 of 2 values broke it",
                        "lower \"RANGE\" to \"warn\" in the \"quality\" of sample/dataset.json",
                        "sample/sample.csv:3: " + TRADE + ": 2001 is -3, outside 0 to any");
        assertThatCode(() -> Tally.refuseFailures(
                        Judged.byDefault().years(TRADE, 5, -3).tally().results(TODAY)))
                .doesNotThrowAnyException();
    }

    @Test
    void aRefusedRowIsCountedUnderItsRuleAndAnUnknownReasonUnderOther() {
        Tally tally = new Tally(Map.of("sample", Expectations.DEFAULT));
        tally.of("sample").read(10);
        tally.of("sample").refused("UNKNOWN_CODE", "a.csv", 3, "ref_area 'KAX' is not known");
        tally.of("sample").refused("SOMETHING", "a.csv", 4, "is wrong");
        assertThat(tally.results(TODAY))
                .filteredOn(r -> r.status() == RuleResult.Status.BROKEN)
                .extracting(RuleResult::rule, RuleResult::checked, RuleResult::broken, r -> r.examples()
                        .get(0)
                        .text())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Rule.UNKNOWN_CODE, 10L, 1L, "a.csv:3: ref_area 'KAX' is not known"),
                        org.assertj.core.groups.Tuple.tuple(Rule.OTHER, 10L, 1L, "a.csv:4: SOMETHING: is wrong"));
    }
}
