package silkline.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import silkline.series.ObservationParser.Reading;

class ObservationParserTest {
    private static final CodeLists CODES = CodeLists.of(Map.of(
            CodeLists.INDICATOR,
            Set.of("goods_trade", "gdp"),
            CodeLists.INDICATOR_SCHEME,
            Set.of("WB"),
            CodeLists.CLASSIFICATION,
            Set.of("HS", "CPC"),
            "product/HS",
            Set.of("27", "2709", "270900"),
            CodeLists.AREA,
            Set.of("KAZ", "KGZ", "TJK", "WLD"),
            CodeLists.UNIT,
            Set.of("USD", "KZT"),
            "flow",
            Set.of("X", "M", "_Z"),
            "obs_status",
            Set.of("A", "P", "M", "L", "O", "H", "Q", "K")));
    private static final PublicationDate RELEASE =
            PublicationDate.parse("2025-03-31").orElseThrow();

    @Test
    void aFullRowKeepsEveryCell() {
        Reading.Accepted row = accepted(
                "flow=X",
                "counterpart_area=TJK",
                "product=HS:2709",
                "valuation=FOB",
                "prices=V",
                "adjustment=S",
                "basis=customs",
                "unit_mult=6",
                "obs_status=P",
                "published_at=2025-02",
                "source_ref=table 3",
                "note=preliminary",
                "obs_value=130.5");
        assertThat(row.series()).hasToString("goods_trade.A.KAZ.X.TJK.HS:2709.USD.FOB.V.S.customs.kaz-bns");
        assertThat(row.period()).hasToString("2024");
        assertThat(row.value()).isEqualTo(130.5e6);
        assertThat(row.unitMult()).isEqualTo(6);
        assertThat(row.status()).isEqualTo("P");
        assertThat(row.published()).hasToString("2025-02");
        assertThat(row.sourceRef()).isEqualTo("table 3");
        assertThat(row.note()).isEqualTo("preliminary");
    }

    @Test
    void absentAndEmptyCellsMeanTheirDefaults() {
        Reading.Accepted expected = accepted();
        assertThat(expected.series()).hasToString("goods_trade.A.KAZ._Z._Z._Z.USD._Z._Z.N._Z.kaz-bns");
        assertThat(expected.unitMult()).isZero();
        assertThat(expected.status()).isEqualTo("A");
        assertThat(expected.published()).isEqualTo(RELEASE);
        assertThat(expected.sourceRef()).isEmpty();
        assertThat(expected.note()).isEmpty();
        String[] empty = Cell.optional().stream().map(column -> column + "= ").toArray(String[]::new);
        assertThat(accepted(empty)).isEqualTo(expected);
    }

    @Test
    void blanksAroundACellDoNotMatter() {
        assertThat(accepted("ref_area= KAZ ", "obs_value=\t5 ", "time_period=2024\u00a0".replace('\u00a0', ' ')))
                .isEqualTo(accepted("obs_value=5"));
    }

    @ParameterizedTest
    @CsvSource({
        "A, 2024,        2024",
        "A, 2024-A1,     2024",
        "S, 2024-S1,     2024-S1",
        "S, 2024-H1,     2024-S1",
        "Q, 2024-Q1,     2024-Q1",
        "Q, 2024Q1,      2024-Q1",
        "M, 2024-01,     2024-01",
        "M, 2024-M01,    2024-01",
        "M, 202401,      2024-01",
        "R, 2024-01/P5M, 2024-01/P5M",
    })
    void everyTextFormOfAPeriodIsRead(String freq, String text, String canonical) {
        Reading.Accepted row = accepted("freq=" + freq, "time_period=" + text);
        assertThat(row.period()).hasToString(canonical);
        assertThat(row.series().freq()).isEqualTo(freq);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | 464      | 6  | 464000000",
                "EN | 1.5      | 9  | 1500000000",
                "EN | 1,630    | 0  | 1630",
                "EN | 1234     | -2 | 12.34",
                "EN | -3.5     | 0  | -3.5",
                "EN | 1e3      | 0  | 1000",
                "DE | 1.300    | 0  | 1300",
                "DE | 2,3      | 9  | 2300000000",
                "TR | 1.630    | 0  | 1630",
                "TR | 85,25    | 3  | 85250",
                "EN | 0.1      | 1  | 1",
            })
    void theValueIsStoredInUnits(NumberLocale locale, String text, String unitMult, double expected) {
        Reading.Accepted row = accepted(locale, "obs_value=" + text, "unit_mult=" + unitMult);
        assertThat(row.value()).isEqualTo(expected, within(1e-12 * Math.abs(expected)));
        assertThat(row.unitMult()).isEqualTo(Integer.parseInt(unitMult));
    }

    @Test
    void aWithdrawnObservationHasNoValue() {
        Reading.Accepted withdrawn = accepted("is_deleted=true", "obs_value=", "obs_status=P");
        assertThat(withdrawn.isDeleted()).isTrue();
        assertThat(withdrawn.value()).isNaN();
        assertThat(withdrawn.status()).isEqualTo("M");
        assertThat(accepted("is_deleted=false")).isEqualTo(accepted());
    }

    @Test
    void zeroIsAValueAndNotMissing() {
        assertThat(accepted("obs_value=0").value()).isZero();
        assertThat(accepted("obs_value=0.0", "unit_mult=6").value()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"M", "L", "O", "H", "Q"})
    void anEmptyValueIsMissingWhereTheStatusSaysSo(String status) {
        Reading.Accepted row = accepted("obs_value=", "obs_status=" + status);
        assertThat(row.value()).isNaN();
        assertThat(row.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EMPTY_CELL        | indicator=             | indicator is empty",
                "EMPTY_CELL        | ref_area=' '           | ref_area is empty",
                "EMPTY_CELL        | unit_measure=          | unit_measure is empty",
                "EMPTY_CELL        | time_period=           | time_period is empty",
                "UNKNOWN_CODE      | indicator=good_trade   | indicator 'good_trade' is not known; the nearest known is 'goods_trade'",
                "UNKNOWN_CODE      | ref_area=KAS           | ref_area 'KAS' is not known; the nearest known is 'KAZ'",
                "UNKNOWN_CODE      | ref_area=_Z            | ref_area '_Z' is not known; the nearest known are 'KAZ', 'KGZ'",
                "UNKNOWN_CODE      | counterpart_area=TAJ   | counterpart_area 'TAJ' is not known; the nearest known are 'KAZ', 'TJK'",
                "UNKNOWN_CODE      | unit_measure=US$       | unit_measure 'US$' is not known; the nearest known is 'USD'",
                "UNKNOWN_CODE      | flow=E                 | flow 'E' is not known; the nearest known are 'M', 'X'",
                "UNKNOWN_CODE      | obs_status=Z           | obs_status 'Z' is not known; the nearest known are 'A', 'H', 'K'",
                "TIME_PERIOD       | time_period=2024-Q5    | time_period '2024-Q5' is none of 2024, 2024-S1, 2024-Q1, 2024-01, 2024-01/P5M",
                "TIME_PERIOD       | time_period=FY2024     | time_period 'FY2024' is none of 2024, 2024-S1, 2024-Q1, 2024-01, 2024-01/P5M",
                "TIME_PERIOD       | time_period=2024-01-15 | time_period '2024-01-15' is a day or a week; years, half-years, quarters, months and ranges of months are read",
                "TIME_PERIOD       | time_period=2024-W05   | time_period '2024-W05' is a day or a week; years, half-years, quarters, months and ranges of months are read",
                "TIME_PERIOD       | time_period=2024-01-01T00:00:00 | time_period '2024-01-01T00:00:00' is a day or a week; years, half-years, quarters, months and ranges of months are read",
                "TIME_PERIOD       | time_period=2024-T1    | time_period '2024-T1' is a quarter to some and four months in SDMX; write 2024-Q1 or 2024-01/P4M",
                "UNKNOWN_CODE      | indicator=XX:GDP       | the scheme of indicator 'XX' is not known; the nearest known is 'WB'",
                "DIMENSION         | indicator=WB:          | indicator 'WB:' has no code after its scheme",
                "DIMENSION         | indicator=WB:NY.GDP    | indicator 'WB:NY.GDP' may not contain a dot",
                "UNKNOWN_CODE      | product=HS:2799        | HS code of product '2799' is not known; the nearest known is '2709'",
                "UNKNOWN_CODE      | product=HZ:27          | the classification of product 'HZ' is not known; the nearest known is 'HS'",
                "UNKNOWN_CODE      | product=2709           | product '2709' is none of TOTAL, _Z, CLASSIFICATION:CODE such as HS:2709",
                "UNKNOWN_CODE      | product=HS:            | product 'HS:' is none of TOTAL, _Z, CLASSIFICATION:CODE such as HS:2709",
                "FREQUENCY         | freq=Q                 | freq is 'Q' but time_period '2024' has A",
                "FREQUENCY         | time_period=2024-01    | freq is 'A' but time_period '2024-01' has M",
                "NOT_A_NUMBER      | obs_value=n/a          | obs_value 'n/a' is not a number as locale EN writes them",
                "NOT_A_NUMBER      | obs_value=2,3          | obs_value '2,3' is not a number as locale EN writes them",
                "NOT_A_NUMBER      | obs_value=NaN          | obs_value 'NaN' is not a number as locale EN writes them",
                "VALUE_EMPTY       | obs_value=             | obs_value is empty but obs_status is A; write M if it is missing",
                "VALUE_AND_MISSING | obs_status=M           | obs_status M says missing, but obs_value is '5'",
                "VALUE_AND_MISSING | is_deleted=true        | is_deleted says withdrawn, but obs_value is '5'",
                "UNKNOWN_CODE | is_deleted=yes         | is_deleted 'yes' is neither true nor false",
                "VALUE_AND_MISSING | obs_status=L           | obs_status L says missing, but obs_value is '5'",
                "UNIT_MULT         | unit_mult=million      | unit_mult 'million' is not a power of ten such as 0, 3 or 6",
                "UNIT_MULT         | unit_mult=1000         | unit_mult '1000' is not a power of ten such as 0, 3 or 6",
                "UNIT_MULT         | unit_mult=6.0          | unit_mult '6.0' is not a power of ten such as 0, 3 or 6",
                "PUBLISHED_AT      | published_at=8.4.2026  | published_at '8.4.2026' is none of 2026-04-08, 2026-04, 2026, ../2026-04-08",
                "PUBLISHED_AT      | published_at=2026-02-30| published_at '2026-02-30' is none of 2026-04-08, 2026-04, 2026, ../2026-04-08",
                "OUT_OF_RANGE      | obs_value=1e308;unit_mult=6 | obs_value '1e308' times 10^6 is too large",
                "DIMENSION         | product=SITC 3.3       | product 'SITC 3.3' may not contain a dot",
                "DIMENSION         | basis=n.a.             | basis 'n.a.' may not contain a dot",
            })
    void aBadCellIsRefusedWithItsRuleAndRemedy(String rule, String change, String message) {
        assertThat(parse(NumberLocale.EN, change.split(";", -1))).isEqualTo(new Reading.Rejected(rule, message));
    }

    @ParameterizedTest
    @CsvSource({"DE, 1300.5", "DE, 1.30", "TR, 2.3", "TR, '1,300.5'"})
    void theDeclaredLocaleIsNotGuessedAway(NumberLocale locale, String text) {
        assertThat(parse(locale, "obs_value=" + text))
                .isInstanceOfSatisfying(Reading.Rejected.class, rejected -> assertThat(rejected.rule())
                        .isEqualTo("NOT_A_NUMBER"));
    }

    @Test
    void aValueCountedElsewhereMayBeThereOrNot() {
        assertThat(accepted("obs_value=", "obs_status=K").value()).isNaN();
        assertThat(accepted("obs_value=5", "obs_status=K").value()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TOTAL", "_Z", "HS:27", "HS:270900", "CPC:anything"})
    void aProductIsATotalOrACodeOfAKnownClassification(String product) {
        assertThat(accepted("product=" + product).series().product()).isEqualTo(product);
    }

    @Test
    void anIndicatorOfAKnownSchemeKeepsItsCode() {
        assertThat(accepted("indicator=WB:NY_GDP_MKTP_CD").series().indicator()).isEqualTo("WB:NY_GDP_MKTP_CD");
    }

    @Test
    void aCodeWithoutAListMayBeAnything() {
        assertThat(accepted("valuation=whatever").series().valuation()).isEqualTo("whatever");
    }

    private static Reading.Accepted accepted(String... changes) {
        return accepted(NumberLocale.EN, changes);
    }

    private static Reading.Accepted accepted(NumberLocale locale, String... changes) {
        Reading reading = parse(locale, changes);
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return (Reading.Accepted) reading;
    }

    /** A good row of few cells with some of them changed, each as {@code column=text}. */
    private static Reading parse(NumberLocale locale, String... changes) {
        Map<String, String> cells = new HashMap<>(Map.of(
                "indicator", "goods_trade",
                "freq", "A",
                "ref_area", "KAZ",
                "unit_measure", "USD",
                "time_period", "2024",
                "obs_value", "5"));
        for (String change : changes) {
            int equals = change.indexOf('=');
            cells.put(change.substring(0, equals), change.substring(equals + 1).replace("' '", " "));
        }
        return new ObservationParser(CODES, "kaz-bns", locale, RELEASE).parse(cell -> cells.get(cell.column()));
    }
}
