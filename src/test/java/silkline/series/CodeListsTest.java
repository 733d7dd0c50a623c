package silkline.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeListsTest {
    private static final CodeLists CODES =
            CodeLists.of(Map.of(CodeLists.AREA, Set.of("KAZ", "KGZ", "UZB", "WLD"), CodeLists.UNIT, Set.of()));

    @ParameterizedTest
    @CsvSource({"KAS, KAZ", "KZA, KAZ", "KAZA, KAZ", "GZ, KGZ", "UZBEK, UZB", "KZ, KAZ", "'', KAZ"})
    void theNearestCodeDiffersInTheFewestLettersAndOfEqualOnesIsTheFirst(String code, String nearest) {
        assertThat(CODES.nearest(CodeLists.AREA, code, 1)).containsExactly(nearest);
    }

    @Test
    void onlyCodesOfTheListAreKnown() {
        assertThat(CODES.knows(CodeLists.AREA, "KAZ")).isTrue();
        assertThat(CODES.knows(CodeLists.AREA, "kaz")).isFalse();
    }

    @Test
    void aListThatIsNotThereRefusesNothing() {
        assertThat(CODES.knows("flow", "anything")).isTrue();
    }

    @Test
    void anEmptyListKnowsNothingAndHintsAtNothing() {
        assertThat(CODES.knows(CodeLists.UNIT, "USD")).isFalse();
        assertThat(CODES.nearest(CodeLists.UNIT, "USD", 1)).isEmpty();
    }

    private static final CodeLists TRANSLATING = CodeLists.of(
            Map.of(CodeLists.AREA, Set.of("KAZ", "KGZ", "CIV")),
            Map.of(
                    "area/comtrade", Map.of("4", "AFG", "398", "KAZ", "0", "WLD"),
                    "area/m49", Map.of("004", "AFG", "001", "WLD"),
                    "area/name",
                            Map.of(
                                    "Kazakhstan", "KAZ",
                                    "Pakistan", "PAK",
                                    "Côte d'Ivoire", "CIV",
                                    "Türkiye", "TUR",
                                    "İtalya", "ITA",
                                    "Bosnia and Herzegovina", "BIH",
                                    "Китай", "CHN"),
                    "obs_status", Map.of("s", "E", "S", "S", "e", "E")),
            Map.of("WB/NY.GDP.MKTP.CD", Map.of("indicator", "gdp", "unit_measure", "USD")));

    @ParameterizedTest
    @CsvSource({
        "area/comtrade, 4,   AFG",
        "area/comtrade, 004, AFG",
        "area/comtrade, 0,   WLD",
        "area/comtrade, 000, WLD",
        "area/m49,      4,   AFG",
        "area/m49,      01,  WLD",
        "area/name, Kazakhstan,       KAZ",
        "area/name, KAZAKHSTAN,       KAZ",
        "area/name, COTE D IVOIRE,    CIV",
        "area/name, Cote d’Ivoire,    CIV",
        "area/name, Turkiye,          TUR",
        "area/name, TÜRKİYE,          TUR",
        "area/name, Italya,           ITA",
        "area/name, BOSNIA & HERZEGOVINA, BIH",
        "area/name, КИТАЙ,            CHN",
        "obs_status, s, E",
        "obs_status, S, S",
        "obs_status, E, E",
    })
    void spellingsOfOfficesAreTranslated(String system, String text, String code) {
        assertThat(TRANSLATING.translate(system, text)).contains(code);
    }

    @Test
    void whatNobodyWritesIsNotGuessed() {
        assertThat(TRANSLATING.translate("area/comtrade", "40")).isEmpty();
        assertThat(TRANSLATING.translate("area/name", "Kazakstan")).isEmpty();
        assertThat(TRANSLATING.translate("area/name", "")).isEmpty();
        assertThat(TRANSLATING.translate("area/nobody", "4")).isEmpty();
        assertThat(TRANSLATING.hasSystem("area/nobody")).isFalse();
        assertThat(TRANSLATING.hasSystem("area/name")).isTrue();
    }

    @Test
    void aRefusalNamesTheNearestKnownOnes() {
        assertThat(TRANSLATING.unknown("ref_area", "area/name", "Kazakstan"))
                .isEqualTo("ref_area 'Kazakstan' is not known; the nearest known is 'Kazakhstan' (KAZ)");
        assertThat(TRANSLATING.unknown("ref_area", CodeLists.AREA, "KZG"))
                .isEqualTo("ref_area 'KZG' is not known; the nearest known is 'KGZ'");
        assertThat(TRANSLATING.unknown("unit", "no such list", "x")).isEqualTo("unit 'x' is not known");
        assertThat(TRANSLATING.nearest("area/name", "Pakstan", 2)).containsExactly("Pakistan (PAK)");
    }

    @Test
    void anIndicatorOfAnOfficeBringsItsCells() {
        assertThat(TRANSLATING.indicator("WB", "NY.GDP.MKTP.CD"))
                .contains(Map.of("indicator", "gdp", "unit_measure", "USD"));
        assertThat(TRANSLATING.indicator("IMF", "NY.GDP.MKTP.CD")).isEmpty();
    }

    @Test
    void listsTravelToSparkTasksWhole() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(TRANSLATING);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            CodeLists arrived = (CodeLists) in.readObject();
            assertThat(arrived.translate("area/name", "turkiye")).contains("TUR");
            assertThat(arrived.knows(CodeLists.AREA, "KAZ")).isTrue();
            assertThat(arrived.indicator("WB", "NY.GDP.MKTP.CD")).isPresent();
        }
    }
}
