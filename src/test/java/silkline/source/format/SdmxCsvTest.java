package silkline.source.format;

import static org.assertj.core.api.Assertions.assertThat;
import static silkline.testing.FormatSamples.official;
import static silkline.testing.FormatSamples.own;
import static silkline.testing.FormatSamples.read;
import static silkline.testing.FormatSamples.refusal;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silkline.testing.FormatSamples;
import silkline.testing.FormatSamples.Outcome;

class SdmxCsvTest {
    private static final SdmxCsv FORMAT = new SdmxCsv();

    /** For the examples of the standard, whose concepts are called {@code DIM_1} and so on. */
    private static final String EXAMPLE =
            "{\"cells\": {\"ref_area\": \"KAZ\", \"unit_measure\": \"_U\", \"time_period\": \"{DIM_3}\"}}";

    private static final String DERIVATIVES =
            """
            {"cells": {"ref_area": {"text": "{DER_REP_CTY}", "map": {"5J": "WLD"}, "codes": "area/any"}, "unit_measure": "USD"}}
            """;

    @Test
    void labelsAreToldFromCodes() {
        Outcome outcome = read(FORMAT, own("sdmx-csv/labels.csv"));
        assertThat(outcome.accepted())
                .containsExactly(
                        "SDMX:DSD_BOP:GS.A.TUR._Z.WLD._Z.USD._Z._Z.N._Z 2023 3.505E8 A",
                        "SDMX:DSD_BOP:GS:ADJUSTMENT=Y.Q.TUR._Z.KAZ._Z.USD._Z._Z.N._Z 2023-Q4 9.0E7 P",
                        "SDMX:DSD_BOP:GS.A.KAZ._Z.TUR._Z.USD._Z._Z.N._Z 2023 NaN O");
        assertThat(outcome.broken()).isEqualTo(Map.of("TIME_PERIOD", 1, "UNKNOWN_CODE", 1));
    }

    @Test
    void everyActionIsReadForWhatItIs() {
        Outcome outcome = read(FORMAT, own("sdmx-csv/keys.csv"));
        assertThat(outcome.accepted())
                .containsExactly(
                        "SDMX:TEST:EXP.A.DEU._Z._Z._Z.EUR._Z._Z.N._Z 2023 12.5 P",
                        "SDMX:TEST:EXP.A.DEU._Z._Z._Z.EUR._Z._Z.N._Z 2024 13.0 A",
                        "SDMX:TEST:IMP.A.FRA._Z._Z._Z.EUR._Z._Z.N._Z 2023 14.0 E",
                        "SDMX:TEST:IMP.A.KAZ._Z._Z._Z.EUR._Z._Z.N._Z 2023 NaN O",
                        "SDMX:TEST:EXP.A.FRA._Z._Z._Z.EUR._Z._Z.N._Z 2023 deleted");
        assertThat(outcome.problems())
                .containsExactly("7 UNKNOWN_CODE ref_area 'QQ20' is not known; the nearest known is 'EA20'");
    }

    @Test
    void theScaleOfTheFundIsForDisplayAndThatOfOthersMultiplies() {
        String unit = "{\"cells\": {\"unit_measure\": \"_U\"}}";
        assertThat(read(FORMAT, own("sdmx-csv/imf.csv"), unit).accepted())
                .containsExactly(
                        "SDMX:WEO:NGDP_R.A.SVK._Z._Z._Z._U._Z._Z.N._Z 2018 9.4669E10 A",
                        "SDMX:WEO:LP.A.SVK._Z._Z._Z._U._Z._Z.N._Z 2018 5443000.0 A");
        assertThat(read(FORMAT, own("sdmx-csv/scale.csv"), unit).accepted())
                .containsExactly("SDMX:WEO:NGDP_R.A.SVK._Z._Z._Z._U._Z._Z.N._Z 2018 9.4669E10 A");
    }

    @Test
    void aDeletionNamesOneObservation() {
        Outcome outcome = read(FORMAT, own("sdmx-csv/deletions.csv"));
        assertThat(outcome.accepted())
                .containsExactly(
                        "SDMX:BOP:GS.A.KAZ._Z._Z._Z.USD._Z._Z.N._Z 2022 1.5 P",
                        "SDMX:BOP:GS.A.KAZ._Z._Z._Z.USD._Z._Z.N._Z 2023 deleted",
                        "SDMX:BOP:GS.A.UZB._Z._Z._Z.USD._Z._Z.N._Z 2022 deleted",
                        "SDMX:BOP:GS.A.UZB._Z._Z._Z.USD._Z._Z.N._Z 2023 deleted");
        String kept = "; the mapping keeps I, A, R, M, D";
        assertThat(outcome.problems())
                .containsExactly(
                        "6 LEFT_OUT action is 'D of more than one observation'" + kept,
                        "7 LEFT_OUT action is 'D of more than one observation'" + kept,
                        "8 LEFT_OUT action is 'D of attributes alone'" + kept,
                        "9 LEFT_OUT action is 'X'" + kept);
    }

    @Test
    void namesInColumnsOfTheirOwnAreNotRead() {
        assertThat(read(FORMAT, own("sdmx-csv/names.csv")).accepted())
                .containsExactly(
                        "SDMX:DF_TEST:F.A.KAZ._Z._Z._Z.PERS._Z._Z.N._Z 2023 4.2 A",
                        "SDMX:DF_TEST:M.A.KAZ._Z._Z._Z.PERS._Z._Z.N._Z 2023 4.5 A");
    }

    @Test
    void whatTheFileSaysOfTheScaleGoesBeforeWhatIsKnownOfTheIndicator() {
        assertThat(read(FORMAT, own("sdmx-csv/data360.csv")).accepted())
                .containsExactly(
                        "digital_services_trade.A.KAZ.X.WLD._Z.USD._Z.V.N.estimate 2023 1.1005E9 A",
                        "SDMX:DS_DE:UNCTAD_DE_DIG_SERVTRADE_ANN_EXP:F.A.KAZ._Z._Z._Z.USD._Z._Z.N._Z 2023 500.0 A");
    }

    @Test
    void aFileThatDoesNotTellTheAreaIsRefusedUntilTheMappingDoes() {
        assertThat(refusal(FORMAT, official("formats/sdmx-csv-1.0/csv_labels_both.csv"), "{}"))
                .contains("the mapping says nothing of 'ref_area'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sdmx-csv-1.0/csv_labels_both.csv", "sdmx-csv-2.0/pysdmx_csv_labels_both.csv"})
    void labelsOfTheValueItselfAreCutOff(String file) {
        Outcome outcome = read(
                FORMAT, official("formats/" + file), "{\"cells\": {\"ref_area\": \"KAZ\", \"unit_measure\": \"_U\"}}");
        assertThat(outcome.accepted()).containsExactly("SDMX:MD_TEST:A:B:C:D.A.KAZ._Z._Z._Z._U._Z._Z.N._Z 2020 1.0 A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "06", "07", "08", "10", "15"})
    void theExamplesOfTheStandardAreRead(String number) {
        assertThat(read(FORMAT, official("formats/sdmx-csv-2.0/example-%s.csv".formatted(number)), EXAMPLE)
                        .accepted())
                .containsExactly(
                        "SDMX:NA_MAIN:A:B.M.KAZ._Z._Z._Z._U._Z._Z.N._Z 2014-01 12.4 A",
                        "SDMX:NA_MAIN:A:B.M.KAZ._Z._Z._Z._U._Z._Z.N._Z 2014-02 10.8 A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"02", "03"})
    void whereAFileHasTwoMeasuresTheMappingPicksOne(String number) {
        String mapping = EXAMPLE.replaceFirst(
                "\"ref_area\"",
                "\"indicator\": \"SDMX:NA_MAIN:{DIM_1}:{DIM_2}\", \"obs_value\": \"{OBS_VALUE1}\", \"ref_area\"");
        assertThat(read(FORMAT, official("formats/sdmx-csv-2.0/example-%s.csv".formatted(number)), mapping)
                        .accepted())
                .containsExactly(
                        "SDMX:NA_MAIN:A:B.M.KAZ._Z._Z._Z._U._Z._Z.N._Z 2014-01 12.4 A",
                        "SDMX:NA_MAIN:A:B.M.KAZ._Z._Z._Z._U._Z._Z.N._Z 2014-02 10.8 A");
    }

    @Test
    void semicolonsAreFoundAndDecimalCommasDeclared() {
        Outcome outcome = read(
                FORMAT, FormatSamples.dataset(FORMAT, official("formats/sdmx-csv-2.0/example-04.csv"), EXAMPLE, "de"));
        assertThat(outcome.accepted())
                .containsExactly(
                        "SDMX:NA_MAIN:A:B.M.KAZ._Z._Z._Z._U._Z._Z.N._Z 2014-01 12.4 A",
                        "SDMX:NA_MAIN:A:B.M.KAZ._Z._Z._Z._U._Z._Z.N._Z 2014-02 10.8 A");
    }

    @Test
    void daysAreNoPeriods() {
        assertThat(read(FORMAT, official("formats/sdmx-csv-2.0/example-05.csv"), EXAMPLE)
                        .broken())
                .isEqualTo(Map.of("TIME_PERIOD", 2));
    }

    @Test
    void theStandardsExampleDeletesAnObservationAndAttributesOfAnother() {
        Outcome outcome = read(FORMAT, official("formats/sdmx-csv-2.0/example-16.csv"), EXAMPLE);
        outcome.one("2014-01 deleted");
        assertThat(outcome.accepted()).hasSize(1);
        assertThat(outcome.broken()).isEqualTo(Map.of("LEFT_OUT", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18", "19A"})
    void filesWithoutAnObservationAreRefused(String number) {
        assertThat(refusal(FORMAT, official("formats/sdmx-csv-2.0/example-%s.csv".formatted(number)), "{}"))
                .contains("is no file of sdmx-csv");
    }

    @Test
    void derivativesAreReadFromAllVersionsAlike() {
        Outcome first = read(FORMAT, official("formats/sdmx-csv-1.0/data_v1.csv"), DERIVATIVES);
        assertThat(first.accepted()).hasSize(1000);
        assertThat(first.accepted().stream().filter(line -> line.endsWith(" NaN M")))
                .hasSize(640);
        assertThat(first.accepted())
                .contains(
                        "SDMX:BIS_DER:U:A:B:A:1E:A:HKD:TO1:A:A:3:C.A.WLD._Z._Z._Z.USD._Z._Z.N._Z 2004 14206.490766 A");
        first.hasNoKeyTwice();
        Outcome second = read(FORMAT, official("formats/sdmx-csv-2.0/pysdmx_data_v2.csv"), DERIVATIVES);
        assertThat(second.accepted()).hasSize(20).isEqualTo(first.accepted().subList(0, 20));
        assertThat(read(FORMAT, official("formats/sdmx-csv-2.1/pysdmx_data_v21.csv"), DERIVATIVES))
                .isEqualTo(second);
    }

    /** Its header names a column more than its rows have. */
    @Test
    void rowsThatDoNotFitTheirHeaderAreBroken() {
        assertThat(read(FORMAT, official("formats/sdmx-csv-2.0/pysdmx_data_v2_action_col.csv"), DERIVATIVES)
                        .broken())
                .isEqualTo(Map.of("CELLS", 20));
    }

    @Test
    void data360IsReadWithoutTheColumnsThatNameItsStructure() {
        Outcome outcome = read(
                FORMAT,
                official("official/unctad/digitally_deliverable_services_2010_2023.csv"),
                "{\"cells\": {\"indicator\": {\"text\": \"{INDICATOR}\", \"indicators\": \"UNCTAD\"}}}");
        assertThat(outcome.accepted()).hasSize(5721);
        assertThat(outcome.broken()).isEmpty();
        assertThat(outcome.one("digital_services_trade.A.ABW.X.WLD", " 2010 ")).endsWith(" 8.3E7 A");
        outcome.hasNoKeyTwice();
    }
}
