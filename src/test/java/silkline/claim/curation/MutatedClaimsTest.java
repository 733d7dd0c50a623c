package silkline.claim.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import silkline.claim.Claim;
import silkline.claim.Hedge;
import silkline.claim.curation.ClaimParser.Reading;
import silkline.quality.Rule;
import silkline.series.Period;

/** Every slip of a curator that the words of a claim give away, planted into every claim of the repository. */
class MutatedClaimsTest {
    private static final ClaimParser PARSER = ShippedClaims.parser();
    private static final List<String> UNITS = List.of("USD", "PCT", "FACTOR", "COUNT", "HEAD", "EUR", "RANK", "YEAR");

    @ParameterizedTest
    @MethodSource("rows")
    void theWordsOfAClaimSayWhatItsCellsSay(Map<String, String> row) {
        assertThat(PARSER.claim(row::get)).isInstanceOfSatisfying(Reading.Accepted.class, accepted -> assertThat(
                        ((Claim) accepted.value()).isProved())
                .isTrue());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aWrongMultiplierIsCaught(Map<String, String> row) {
        int mult = Integer.parseInt(row.get("unit_mult"));
        for (int wrong : new int[] {mult - 3, mult + 3, mult - 6, mult + 6, mult + 1, mult - 1}) {
            assertCaught(row, "unit_mult", Integer.toString(wrong), "STATED_AS");
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aWrongFigureIsCaught(Map<String, String> row) {
        String value = row.get("value");
        List<String> wrong = new ArrayList<>(List.of(value + "0", value + "5", "1" + value, "-" + value));
        wrong.add(value.contains(".") ? value.replace(".", "") : "0." + value);
        wrong.add(value.contains(".") ? value + "0" : value + ".0"); // another precision
        if (value.length() > 3) {
            wrong.add(value.charAt(0) + "." + value.substring(1)); // the grouping point taken for a decimal one
        }
        wrong.forEach(one -> assertCaught(row, "value", one, "STATED_AS"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aWrongHedgeIsCaught(Map<String, String> row) {
        for (Hedge hedge : Hedge.values()) {
            if (hedge != Hedge.BETWEEN && !hedge.code().equals(row.get("hedge"))) {
                assertCaught(row, "hedge", hedge.code(), "STATED_AS");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aWrongUnitIsCaught(Map<String, String> row) {
        String unit = row.get("unit_measure");
        UNITS.stream()
                .filter(wrong -> !wrong.equals(unit))
                .forEach(wrong -> assertCaught(row, "unit_measure", wrong, ""));
    }

    /** Points and commas of the words themselves: 5,4 and 5.4, 1.630 and 1,630. */
    @ParameterizedTest
    @MethodSource("rows")
    void aWrongSeparatorIsCaught(Map<String, String> row) {
        String words = row.get("stated_as");
        String swapped = words.replaceAll("(?<=\\d),(?=\\d)", "#")
                .replaceAll("(?<=\\d)\\.(?=\\d)", ",")
                .replace('#', '.');
        if (!swapped.equals(words)) {
            assertCaught(row, "stated_as", swapped, "STATED_AS");
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aWrongPeriodIsCaught(Map<String, String> row) {
        List<String> wrong = new ArrayList<>(List.of("2019", "2030", "2024-Q2", "2024-01/P5M"));
        for (String text : row.get("time_period").split(" ", -1)) {
            Period.parse(text).ifPresent(period -> {
                wrong.add(period.plus(1).toString());
                wrong.add(period.yearEarlier().toString());
                wrong.add(row.get("time_period") + " " + period.plus(7));
            });
        }
        if (!row.get("time_period").isEmpty()) {
            if (hasPeriodInWords(row)) {
                wrong.add("");
            }
            wrong.forEach(one -> assertCaught(row, "time_period", one, "PERIOD_AS"));
        } else {
            List.of("2019", "2030", "2024-Q2").forEach(one -> assertCaught(row, "time_period", one, "PERIOD_AS"));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aWrongWindowOrBaseIsCaught(Map<String, String> row) {
        String window = row.get("window_years");
        assertCaught(row, "window_years", window.isEmpty() ? "3" : window + "0", "PERIOD_AS");
        assertCaught(row, "base_period", "2017", "PERIOD_AS");
    }

    @Test
    void aClaimOfNoArticleIsRefused() {
        Map<String, String> row = new HashMap<>(ShippedClaims.rows().get(0));
        row.put("article_id", "article-999");
        assertThat(PARSER.claim(row::get))
                .isEqualTo(new Reading.Rejected<>("UNKNOWN_ARTICLE", "article_id 'article-999' is no article"));
    }

    @Test
    void theMessageSaysWhatTheWordsSay() {
        Map<String, String> row = new HashMap<>(ShippedClaims.rows().stream()
                .filter(r -> r.get("claim_id").equals("003-13"))
                .findFirst()
                .orElseThrow());
        row.put("unit_mult", "12");
        assertThat(PARSER.claim(row::get))
                .isEqualTo(new Reading.Rejected<>(
                        "STATED_AS",
                        "stated_as 'bis 2026 auf eine Milliarde US-Dollar' says 2026 YEAR and 1 x 10^9 USD, "
                                + "the cells say 1 trillion USD"));
    }

    private static boolean hasPeriodInWords(Map<String, String> row) {
        return !row.get("period_as").isEmpty() || row.get("stated_as").matches(".*\\b20\\d\\d\\b.*");
    }

    /** {@code rule} may be empty where either of two is right. */
    private static void assertCaught(Map<String, String> row, String column, String wrong, String rule) {
        Map<String, String> mutated = new HashMap<>(row);
        mutated.put(column, wrong);
        Reading<Claim> reading = PARSER.claim(mutated::get);
        assertThat(reading).as("%s %s=%s", row.get("claim_id"), column, wrong).isInstanceOf(Reading.Rejected.class);
        if (!rule.isEmpty()) {
            assertThat(((Reading.Rejected<Claim>) reading).rule())
                    .as("%s %s=%s", row.get("claim_id"), column, wrong)
                    .isEqualTo(rule);
            assertThat(Rule.parse(rule)).as("a rule of quality of its own").isPresent();
        }
    }

    private static Stream<Map<String, String>> rows() {
        return ShippedClaims.rows().stream();
    }
}
