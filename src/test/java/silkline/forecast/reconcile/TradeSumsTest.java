package silkline.forecast.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TradeSumsTest {
    private static TradeSums of(String... flows) {
        return new TradeSums(
                Arrays.stream(flows)
                        .map(flow -> flow.split(" ", -1))
                        .map(flow -> new TradeSums.Flow(flow[0], flow[1]))
                        .toList(),
                Set.of("WLD", "EU", "SPECA", "_X"),
                Map.of("SPECA", Set.of("KGZ", "UZB")));
    }

    @Test
    void theWorldIsItsPartnersAndTheStatedRestAndNoGroup() {
        TradeSums sums = of("WLD TOTAL", "KGZ TOTAL", "EU TOTAL", "_X TOTAL", "_Z TOTAL", "WLD HS:01", "KGZ HS:01");
        assertThat(sums.byPartner()).containsExactly(new Sum(0, List.of(1, 3)), new Sum(5, List.of(6)));
    }

    @Test
    void aGroupIsItsMembers() {
        assertThat(of("KGZ TOTAL", "SPECA TOTAL", "CHN TOTAL", "UZB TOTAL", "UZB HS:01")
                        .byGroup())
                .containsExactly(new Sum(1, List.of(0, 3)));
    }

    /** Chapters under all goods, headings under their chapter, or under all goods where their chapter is not there. */
    @Test
    void aProductIsThoseRightBelowIt() {
        TradeSums sums =
                of("WLD TOTAL", "WLD HS92:01", "WLD HS92:0101", "WLD HS92:0102", "WLD HS92:0201", "CHN HS92:0101");
        assertThat(sums.byProduct()).containsExactlyInAnyOrder(new Sum(0, List.of(1, 4)), new Sum(1, List.of(2, 3)));
    }

    /** Each classification takes the same total apart in its own way. */
    @Test
    void classificationsAreNotMixed() {
        assertThat(of("WLD TOTAL", "WLD HS:01", "WLD SITC:0", "WLD HS:02", "WLD SITC:1")
                        .byProduct())
                .containsExactlyInAnyOrder(new Sum(0, List.of(1, 3)), new Sum(0, List.of(2, 4)));
    }

    @Test
    void servicesHaveATotalOfTheirOwn() {
        assertThat(of("WLD EBOPS:S", "WLD EBOPS:SC", "WLD EBOPS:SC1", "WLD EBOPS:SD")
                        .byProduct())
                .containsExactlyInAnyOrder(new Sum(0, List.of(1, 3)), new Sum(1, List.of(2)));
    }
}
