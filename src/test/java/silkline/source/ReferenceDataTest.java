package silkline.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import silkline.series.CodeLists;
import silkline.series.NumberLocale;
import silkline.series.ObservationParser;
import silkline.series.PublicationDate;
import silkline.source.ReferenceData.Membership;
import silkline.testing.SparkTest;

@SparkTest
class ReferenceDataTest {
    private static final LocalDate ALWAYS = LocalDate.of(9999, 12, 31);

    private ReferenceData reference;

    @BeforeAll
    void load(SparkSession spark) {
        reference = ReferenceData.load(spark, "datasets");
    }

    @Test
    void aMemberWhoseStatusChangesStaysAMember() {
        assertThat(memberships("CIS", "TKM"))
                .containsExactly(new Membership("CIS", "TKM", LocalDate.of(1991, 12, 21), ALWAYS));
    }

    @Test
    void aDateKnownToTheMonthBeginsWithItsFirstDay() {
        assertThat(memberships("SPECA", "AZE"))
                .containsExactly(new Membership("SPECA", "AZE", LocalDate.of(2002, 11, 1), ALWAYS));
    }

    @Test
    void groupsAreAggregatesAndCountriesAreNot() {
        assertThat(reference.aggregates()).contains("WLD", "SPECA", "_X").doesNotContain("KAZ");
    }

    @Test
    void theListsOfTheJarAreThoseOfTheRepository(SparkSession spark) {
        ReferenceData shipped = ReferenceData.load(spark, "target/no-datasets-here");
        assertThat(shipped.memberships()).isEqualTo(reference.memberships());
        assertThat(shipped.aggregates()).isEqualTo(reference.aggregates());
        assertThat(shipped.codes().knows("product/HS", "2709")).isTrue();
        assertThat(shipped.codes().knows("product/HS", "2799")).isFalse();
    }

    @Test
    void groupsThatNobodyHasLookedUpAreUnknownAndNotGuessed() {
        assertThat(reference.codes().translate("area/any", "4A")).isEmpty();
        assertThat(reference.codes().unknown("ref_area", "area/any", "EU27_2021"))
                .contains("'EU27_2021' is not known", "'EU27_2020' (EU27)");
    }

    @Test
    void restsAreAggregatesAndFormerCountriesAreNot() {
        assertThat(reference.aggregates())
                .contains("EA", "EXT_EU27", "W1", "N837", "IMF_AFR_NS", "EUU", "M143")
                .doesNotContain("SUN", "H058");
    }

    @Test
    void theUnionGrewByAccessionAndLostOne() {
        assertThat(memberships("EU", "GBR"))
                .containsExactly(new Membership("EU", "GBR", LocalDate.of(1973, 1, 1), LocalDate.of(2020, 1, 31)));
        assertThat(members("EU", LocalDate.of(1990, 1, 1))).hasSize(12);
        assertThat(members("EU", LocalDate.of(2019, 1, 1))).hasSize(28);
        assertThat(members("EU", LocalDate.of(2024, 1, 1))).isEqualTo(members("EU27", LocalDate.of(2024, 1, 1)));
        assertThat(members("ECO", LocalDate.of(2024, 1, 1))).hasSize(10);
        assertThat(members("OTS", LocalDate.of(2018, 1, 1))).containsExactly("AZE", "KAZ", "KGZ", "TUR");
        assertThat(members("SCO", LocalDate.of(2024, 12, 31))).hasSize(10);
    }

    @ParameterizedTest
    @CsvSource({
        "area/iso2, KZ, KAZ",
        "area/m49, 4, AFG",
        "area/comtrade, 842, USA",
        "area/comtrade, 840, USA",
        "area/comtrade, W00, WLD",
        "area/comtrade, 490, TWN",
        "area/comtrade, 058, H058",
        "area/comtrade, 837, N837",
        "area/baci, 699, IND",
        "area/imf, 916, KAZ",
        "area/imf, G001, WLD",
        "area/imf, Africa, IMF_AFR",
        "area/imf, 'Kazakhstan, Rep. of', KAZ",
        "area/worldbank, 1W, WLD",
        "area/worldbank, EUU, EUU",
        "area/worldbank, Arab World, ARB",
        "area/wits, All, WLD",
        "area/bns, Европа, BNS_EUROPE",
        "area/bns, Казахстан, KAZ",
        "area/siat, 736, SDN",
        "area/siat, Qozog'iston, KAZ",
        "area/name, Африка, M002",
        "area/name, Kirgisistan, KGZ",
        "area/name, Kyrgyz Republic, KGZ",
        "area/name, Kırgızistan, KGZ",
        "area/name, Korea Rep., KOR",
        "area/any, KAZ, KAZ",
        "area/any, kz, KAZ",
        "area/any, Казахстан, KAZ",
        "area/any, U2, EA",
        "area/any, I8, EA19",
        "area/any, EA20, EA20",
        "area/any, EU27_2020, EU27",
        "area/any, D6, EXT_EU27",
        "area/any, W0, WLD",
        "area/any, W1, W1",
        "area/iso3, kaz, KAZ",
        "unit, %, PCT",
        "unit, US$, USD",
        "unit/area, KAZ, KZT",
        "classification, H6, HS22",
        "flow/comtrade, 2, X",
        "flow/wits, 5, M",
        "obs_status, s, E",
        "obs_status, :, O",
    })
    void officesAreUnderstood(String system, String text, String code) {
        assertThat(reference.codes().translate(system, text)).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "HS22:854140, 854140 is no code of that edition of the Harmonized System, 'but one of another;', HS:854140",
        "HS92:854911, 854911 is no code of that edition of the Harmonized System, 'but one of HS22;', HS:854911",
        "HS92:999998, HS92 code of product '999998' is not known, the nearest known, 99",
    })
    void aProductOfAnotherEditionIsToldAsSuch(String product, String problem, String where, String remedy) {
        ObservationParser parser = new ObservationParser(
                reference.codes(),
                "test",
                NumberLocale.EN,
                PublicationDate.parse("2025").orElseThrow());
        Map<String, String> cells = Map.of(
                "indicator",
                "goods_trade",
                "ref_area",
                "KAZ",
                "product",
                product,
                "unit_measure",
                "USD",
                "time_period",
                "2024",
                "obs_value",
                "1");
        assertThat(parser.parse(cell -> cells.get(cell.column())))
                .isInstanceOfSatisfying(
                        ObservationParser.Reading.Rejected.class,
                        refused -> assertThat(refused.message()).contains(problem, where, remedy));
    }

    @Test
    void editionsOfTheHarmonizedSystemDiffer() {
        CodeLists codes = reference.codes();
        assertThat(codes.knows("product/HS92", "8541")).isTrue();
        assertThat(codes.knows("product/HS", "854140")).isTrue();
        assertThat(codes.knows("product/HS22", "854140")).isFalse();
        assertThat(codes.knows("product/HS22", "854142")).isTrue();
        // Waste of electrical equipment has a heading since 2022, and 4815 went before it: floor coverings on paper.
        assertThat(codes.knows("product/HS92", "8549")).isFalse();
        assertThat(codes.knows("product/HS92", "854911")).isFalse();
        assertThat(codes.knows("product/HS92", "4815")).isTrue();
        assertThat(codes.knows("product/HS22", "4815")).isFalse();
        assertThat(codes.knows("product/SITC", "33")).isTrue();
        assertThat(codes.knows("product/EBOPS", "SI")).isTrue();
        assertThat(codes.knows("product/EB02", "205")).isTrue();
        assertThat(codes.knows("product/BEC", "723")).isTrue();
    }

    @Test
    void anIndicatorOfAnOfficeIsOneOfOurs() {
        assertThat(reference.codes().indicator("WB", "BX.GSR.CCIS.CD").orElseThrow())
                .containsEntry("indicator", "ict_services_exports")
                .containsEntry("product", "EBOPS:SI")
                .doesNotContainKeys("source", "code", "title");
        assertThat(reference.codes().indicator("IMF", "TMG_CIF_USD").orElseThrow())
                .containsEntry("valuation", "CIF")
                .doesNotContainKey("counterpart_area");
    }

    /** Of one list and system no two spellings that read alike may mean different codes. */
    @Test
    void noAliasContradictsAnother() throws IOException {
        Map<String, Set<String>> meanings = new TreeMap<>();
        for (CSVRecord row : records("aliases.csv")) {
            String key = row.get("list") + "/" + row.get("system") + " " + row.get("code");
            meanings.computeIfAbsent(key, unused -> new TreeSet<>()).add(row.get("canonical"));
        }
        assertThat(meanings.values()).allSatisfy(codes -> assertThat(codes).hasSize(1));
    }

    @Test
    void everyNameOfAnAreaIsUnderstood() throws IOException {
        for (CSVRecord area : records("areas.csv")) {
            for (String column : List.of("name_en", "name_de", "name_tr", "name_ru")) {
                if (!area.get(column).isEmpty()) {
                    assertThat(reference
                                    .codes()
                                    .translate("area/name", area.get(column).toUpperCase(Locale.ROOT)))
                            .as("%s of %s", column, area.get("code"))
                            .contains(area.get("code"));
                }
            }
        }
    }

    @Test
    void codesOfAreasLookLikeIsoOnlyWhereAnOfficeUsesThem() throws IOException {
        Set<String> iso = Set.of(Locale.getISOCountries()).stream()
                .map(country -> new Locale.Builder().setRegion(country).build().getISO3Country())
                .collect(Collectors.toSet());
        for (CSVRecord area : records("areas.csv")) {
            boolean isCountry = Set.of("country", "territory").contains(area.get("type"))
                    && !area.get("iso2").isEmpty();
            if (isCountry && !area.get("code").equals("XKX")) {
                assertThat(iso).contains(area.get("code"));
            } else if (!isCountry) {
                assertThat(iso).doesNotContain(area.get("code"));
            }
        }
    }

    private static List<CSVRecord> records(String name) throws IOException {
        try (Reader text = Files.text(name, new FileInputStream("datasets/reference/" + name));
                CSVParser parser = Csv.FORMAT.parse(text)) {
            return parser.getRecords();
        }
    }

    private Set<String> members(String group, LocalDate day) {
        return reference.memberships().stream()
                .filter(m -> m.group().equals(group) && !day.isBefore(m.from()) && !day.isAfter(m.to()))
                .map(Membership::member)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Membership> memberships(String group, String member) {
        return reference.memberships().stream()
                .filter(m -> m.group().equals(group) && m.member().equals(member))
                .toList();
    }
}
