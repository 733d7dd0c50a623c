package silkline.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
    private static final Claim LEVEL = Claims.claim();
    private static final Claim OPEN_RATIO = Claims.claim("kind=ratio", "unit_measure=FACTOR", "value=3", "unit_mult=0");

    /** A check is a letter: + supported, - contradicted, ? not checkable, o open; in brackets an older vintage, s a statement. */
    @ParameterizedTest
    @CsvSource({
        "'',         NOT_CHECKABLE",
        "?,          NOT_CHECKABLE",
        "+,          SUPPORTED",
        "+ + ?,      SUPPORTED",
        "-,          CONTRADICTED",
        "- - ?,      CONTRADICTED",
        "+ -,        DEPENDS",
        "o,          OPEN",
        "o + -,      OPEN",
        // Statements count only where there are no statistics, and never against.
        "s+,         CONSISTENT",
        "s-,         NOT_CHECKABLE",
        "s+ s-,      CONSISTENT",
        "s+ ?,       CONSISTENT",
        "s+ -,       CONTRADICTED",
        "s- +,       SUPPORTED",
        // Older vintages are shown, not counted.
        "(+),        NOT_CHECKABLE",
        "(+) -,      CONTRADICTED",
        "(-) +,      SUPPORTED",
        "(o),        NOT_CHECKABLE",
    })
    void statisticsOfTheCurrentVintageDecide(String checks, Verdict verdict) {
        assertThat(Verdict.of(LEVEL, checks(checks))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"+, SUPPORTED", "+ -, DEPENDS", "-, NOT_CHECKABLE", "- -, NOT_CHECKABLE", "s-, NOT_CHECKABLE"})
    void aRatioThatDoesNotSayAgainstWhenIsNeverFalse(String checks, Verdict verdict) {
        assertThat(Verdict.of(OPEN_RATIO, checks(checks))).isEqualTo(verdict);
    }

    @Test
    void theCodeIsTheNameInLowerCase() {
        assertThat(Verdict.NOT_CHECKABLE.code()).isEqualTo("not_checkable");
    }

    private static List<Check> checks(String words) {
        return Arrays.stream(words.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(VerdictTest::check)
                .toList();
    }

    private static Check check(String word) {
        Verdict verdict =
                switch (word.replaceAll("[s()]", "")) {
                    case "+" -> Verdict.SUPPORTED;
                    case "-" -> Verdict.CONTRADICTED;
                    case "o" -> Verdict.OPEN;
                    default -> Verdict.NOT_CHECKABLE;
                };
        Facts.Standing standing = word.startsWith("(") ? Facts.Standing.OTHER : Facts.Standing.CURRENT;
        String basis = word.startsWith("s") ? Facts.STATEMENT : "bop";
        Facts.Series series = Claims.series(
                "ict_services_exports A KGZ X WLD _Z USD " + basis + " wdi", "2025-03-31", standing, "2024=1");
        return new Check(
                "000-2",
                "",
                Reading.of(series.about(), Claim.Side.REPORTED),
                series,
                Check.Known.NOW,
                "2024",
                Interval.closed(1, 1),
                1,
                0,
                verdict,
                "");
    }
}
