package silkline.source.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import silkline.testing.FormatSamples;
import silkline.testing.FormatSamples.Outcome;

class SdmxMlTest {
    /** What the small files all say, whichever way they are written. */
    static final List<String> OBSERVATIONS = List.of(
            "SDMX:BOP:GS.A.KAZ._Z._Z._Z.USD._Z._Z.N._Z 2022 1500.0 P",
            "SDMX:BOP:GS.A.KAZ._Z._Z._Z.USD._Z._Z.N._Z 2023 2500.0 A",
            "SDMX:BOP:GS.A.UZB._Z._Z._Z.USD._Z._Z.N._Z 2022 3000000.0 A",
            "SDMX:BOP:GS.A.UZB._Z._Z._Z.USD._Z._Z.N._Z 2023 NaN M");

    private static final SdmxMl FORMAT = new SdmxMl();

    private static final String EXCHANGE_RATES =
            """
            {"cells": {"indicator": "fx_rate", "ref_area": "_X",
              "counterpart_area": {"text": "{CURRENCY}", "map": {"USD": "USA", "CHF": "CHE", "GBP": "GBR", "JPY": "JPN",
                "CAD": "CAN", "AUD": "AUS", "CYP": "CYP", "*": "_Z"}}, "product": "SDMX:{CURRENCY}"}}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "generic-2.1.xml",
                "generic-flat-2.1.xml",
                "specific-2.1.xml",
                "specific-flat-3.0.xml",
                "generic-2.0.xml",
                "compact-2.0.xml"
            })
    void theSameDataInEveryWayOfWritingGiveTheSameObservations(String file) {
        Outcome found = FormatSamples.read(FORMAT, FormatSamples.own("sdmx-ml/" + file));
        assertThat(found.problems()).isEmpty();
        assertThat(found.accepted()).isEqualTo(OBSERVATIONS);
    }

    /** Numbers of {@code <Obs>} were counted in the files. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "sdmx-ml-2.1/ECB_EXR_M.USD.EUR.SP00.A.xml; 252; fx_rate.M._X._Z.USA.SDMX:USD.USD._Z._Z.N._Z 1999-01 1.16078 A",
                "sdmx-ml-2.1/ECB_EXR_ng-flat.xml; 12; fx_rate.M._X._Z.CHE.SDMX:CHF.CHF._Z._Z.N._Z 2010-08 1.3413 A",
                "sdmx-ml-2.1/ECB_EXR_ng-flat-ss.xml; 12; fx_rate.M._X._Z.CHE.SDMX:CHF.CHF._Z._Z.N._Z 2010-08 1.3413 A",
                "sdmx-ml-2.1/ECB_EXR_ng-ts.xml; 12; fx_rate.M._X._Z.JPN.SDMX:JPY.JPY._Z._Z.N._Z 2010-10 113.67 A",
                "sdmx-ml-2.1/ECB_EXR_ng-ts-ss.xml; 12; fx_rate.M._X._Z.JPN.SDMX:JPY.JPY._Z._Z.N._Z 2010-10 113.67 A",
                "sdmx-ml-2.1/ECB_EXR_ng-xs.xml; 12; fx_rate.M._X._Z.JPN.SDMX:JPY.JPY._Z._Z.N._Z 2010-08 110.04 A",
                "sdmx-ml-3.0/ECB_EXR0.xml; 116; fx_rate.A._X._Z.CAN.SDMX:CAD.CAD._Z._Z.N._Z 1999 1.583993822393823 A",
            })
    void exchangeRatesOfTheCentralBankAreReadWithAMapping(String file, int observations, String one) {
        Outcome found = FormatSamples.read(FORMAT, TreeFiles.sample(file), EXCHANGE_RATES);
        assertThat(found.accepted().size() + found.problems().size()).isEqualTo(observations);
        assertThat(found.problems()).isEmpty();
        assertThat(found.accepted()).contains(one);
    }

    /** Numbers of {@code <Obs>} were counted in the files. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "sdmx-ml-2.0/compact_2.0.xml; {}; 6; 0; UNKNOWN_CODE; ",
                "sdmx-ml-2.0/generic_eurostat_2.0.xml; {}; 2; 2; ; SDMX:DSD_acf_p_fa:ECO:OTH:B-E.A.POL._Z._Z._Z.PCT._Z._Z.N._Z 2009 16.8 A",
                "sdmx-ml-2.0/generic_2.0.xml; {\"cells\": {\"ref_area\": \"_X\", \"unit_measure\": \"COUNT\"}}; 18; 18; ; SDMX:YEAR:156:5312:515:Q.A._X._Z._Z._Z.COUNT._Z._Z.N._Z 2000 141140.0 A",
                "sdmx-ml-2.1/ESTAT_NAMA_10_GDP-ss.xml; {\"cells\": {\"unit_measure\": \"EUR\", \"unit_mult\": \"6\"}}; 4; 4; ; SDMX:NAMA_10_GDP:B1GQ.A.LUX._Z._Z._Z.EUR._Z._Z.N._Z 2015 5.41423E10 A",
                "sdmx-ml-2.1/SDMXStructureSpecificDataExample_2.1.xml; {\"cells\": {\"unit_measure\": \"PERS\"}}; 106; 106; ; SDMX:ECOFIN_DSD:UEM:LU_PE_NUM.Q.ESP._Z._Z._Z.PERS._Z._Z.N._Z 2002-Q1 2152800.0 A",
                "sdmx-ml-2.1/oecd_sdmx_naag_sample.xml; {\"cells\": {\"unit_measure\": \"USD\"}}; 4; 4; ; SDMX:B1GQ:NAAG_I.A.AUS._Z._Z._Z.USD._Z._Z.N._Z 2021 1552.667 A",
                "imf-sdmx-ml/PCPS.xml; {\"cells\": {\"ref_area\": \"WLD\"}}; 1; 1; ; SDMX:PCPS.M.WLD._Z._Z.SDMX:PZINC.USD._Z._Z.N._Z 2021-01 2705.345 A",
                "imf-sdmx-ml/WEO-data.xml; {}; 1; 1; ; SDMX:WEO:NGDP_R:PRICES=Q.A.SVK._Z._Z._Z.XDC._Z._Z.N._Z 2018 9.4669E10 A",
                "imf-sdmx-ml/imf-bop-financial-account-usa-jpn-2022-2023.xml; {}; 16; 16; ; SDMX:BOP:A_NFA_T:D_F.A.JPN._Z._Z._Z.USD._Z._Z.N._Z 2022 1.749434420531513E11 A",
                "imf-sdmx-ml/imf-mfs-ir-usa-jpn-mfs166-2024m01-2024m03-raw.xml; {\"cells\": {\"unit_measure\": \"PCT\"}}; 6; 6; ; SDMX:MFS_IR:MFS166_RT_PT_A_PT.M.JPN._Z._Z._Z.PCT._Z._Z.N._Z 2024-03 0.05 A",
                "imf-nsdp-sdmx-ml-uzbekistan/cbu-nsdp-interest-rates-sdmx.xml; {\"cells\": {\"unit_measure\": \"PCT\"}}; 3226; 3226; ; SDMX:ECOFIN_DSD:INR:FITD_NC_WA_PA.M.UZB._Z._Z._Z.PCT._Z._Z.N._Z 2019-01 15.956689266446533 A",
                "imf-nsdp-sdmx-ml-uzbekistan/nsdp-cpi-uzbekistan-mcd-online.xml; {\"cells\": {\"unit_measure\": \"IX\"}}; 13341; 13341; ; SDMX:ECOFIN_DSD:CPI:PCPI_PC_PP_PT.M.UZB._Z._Z._Z.IX._Z._Z.N._Z 2010-06 -0.7 A",
                "imf-nsdp-sdmx-ml-uzbekistan/nsdp-national-accounts-nag-uzbekistan-mcd.xml; {\"cells\": {\"unit_measure\": \"UZS\"}}; 4383; 4383; ; SDMX:ECOFIN_DSD:NAG:NGDP_PA_XDC.A.UZB._Z._Z._Z.UZS._Z._Z.N._Z 2010 8.81023581E13 A",
            })
    void officialMessagesAreReadToTheLastObservation(
            String file, String mapping, int observations, int accepted, String rule, String one) {
        Outcome found = FormatSamples.read(FORMAT, TreeFiles.sample(file), mapping);
        assertThat(found.accepted().size() + found.problems().size()).isEqualTo(observations);
        assertThat(found.problems()).hasSize(observations - accepted).allMatch(problem -> problem.contains(rule));
        assertThat(found.accepted()).hasSize(accepted);
        if (one != null) {
            assertThat(found.accepted()).contains(one);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"imf-sdmx-ml/DSD_BOP.xml", "sdmx-ml-2.1/ECB_EXR_ng-structure-full.xml"})
    void structureMessagesAreRefusedAsWhatTheyAre(String file) {
        assertThat(TreeFiles.refusal(FORMAT, TreeFiles.sample(file)))
                .contains("is an SDMX-ML structure message: it describes data and holds none. Fetch the data");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<Structure/>; is an SDMX-ML structure message",
                "<m:Error xmlns:m='m'><m:ErrorMessage code='100'><c>No results</c></m:ErrorMessage></m:Error>; error message: No results",
                "<CrossSectionalData/>; of the kind CrossSectionalData, which is not read",
                "<html/>; is not an SDMX-ML data message: its root is <html>",
                "<GenericData><DataSet/></GenericData>; the mapping says nothing of",
                "<GenericData><DataSet>; is not well-formed XML",
                "{}; is not well-formed XML",
            })
    void otherFilesAreRefusedWithPlaceProblemAndRemedy(String content, String problem) {
        assertThat(refusal(content))
                .startsWith("sample/file.xml: ")
                .contains(problem)
                .containsPattern("\\. [A-Z]");
    }

    @Test
    void datasetsThatDeleteWithdrawTheirObservations() {
        Outcome found = FormatSamples.read(FORMAT, FormatSamples.own("sdmx-ml/deletion-2.1.xml"));
        assertThat(found.accepted())
                .containsExactly(
                        "SDMX:BOP:GS.A.KAZ._Z._Z._Z.USD._Z._Z.N._Z 2022 1.5 P",
                        "SDMX:BOP:GS.A.KAZ._Z._Z._Z.USD._Z._Z.N._Z 2023 deleted",
                        "SDMX:BOP:GS.A.KAZ._Z._Z._Z.USD._Z._Z.N._Z 2024 deleted");
        assertThat(found.problems())
                .containsExactly(
                        "4 LEFT_OUT action is 'D of more than one observation'; the mapping keeps I, A, R, M, D");
    }

    @Test
    void aMessageThatDeletesWholeSeriesIsRefused() {
        assertThat(FormatSamples.refusal(FORMAT, FormatSamples.own("sdmx-ml/deletion-of-series-2.0.xml"), "{}"))
                .contains("deletes a series without naming its observations", "Name each observation");
    }

    @Test
    void aMessageWithoutObservationsIsRefused() {
        String empty = "<StructureSpecificData><DataSet REF_AREA='KAZ' UNIT_MEASURE='USD' OBS_VALUE='' TIME_PERIOD=''>"
                + "<Group REF_AREA='KAZ' UNIT_MEASURE='USD' OBS_VALUE='' TIME_PERIOD=''/></DataSet></StructureSpecificData>";
        assertThat(refusal(empty)).contains("holds no observation");
    }

    @Test
    void nothingOutsideOfTheFileIsReached() {
        assertThat(refusal("<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><GenericData>&e;</GenericData>"))
                .contains("has a document type")
                .doesNotContain("root:");
        assertThat(refusal("<!DOCTYPE GenericData SYSTEM \"http://127.0.0.1:1/x.dtd\"><GenericData/>"))
                .contains("has a document type");
    }

    @Test
    void entitiesAreNotExpanded() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE d [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        assertThat(refusal(laughs + "]><GenericData>&a29;</GenericData>")).contains("has a document type");
    }

    @Test
    void aFileThatIsCutOffIsRefusedBeforeAnythingIsRead() throws IOException {
        TreeFiles.assertRefusedWhereverCutOff(
                FORMAT, FormatSamples.own("sdmx-ml/specific-2.1.xml"), "is not well-formed XML");
    }

    private static String refusal(String content) {
        return TreeFiles.refusal(FORMAT, "file.xml", content.getBytes(StandardCharsets.UTF_8));
    }
}
