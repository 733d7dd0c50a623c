package silkline.source.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import silkline.testing.FormatSamples;
import silkline.testing.FormatSamples.Outcome;

class SdmxJsonTest {
    private static final SdmxJson FORMAT = new SdmxJson();
    private static final String EXCHANGE_RATES =
            """
            {"cells": {"indicator": "fx_rate", "ref_area": "_X", "unit_measure": "EUR", "product": "SDMX:{CURRENCY}",
              "time_period": {"text": "{TIME_PERIOD}", "map": {"2013-01-18": "2013-01", "*": "2013-02"}}, "freq": ""}}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"series-2.0.json", "flat-1.0.json"})
    void theSameDataAsInXmlGiveTheSameObservations(String file) {
        Outcome found = FormatSamples.read(FORMAT, FormatSamples.own("sdmx-json/" + file));
        assertThat(found.problems()).isEmpty();
        assertThat(found.accepted()).isEqualTo(SdmxMlTest.OBSERVATIONS);
    }

    @Test
    void aDatasetThatDeletesWithdrawsItsObservations() {
        Outcome found = FormatSamples.read(FORMAT, FormatSamples.own("sdmx-json/deletion-2.0.json"));
        assertThat(found.problems()).isEmpty();
        assertThat(found.accepted()).hasSize(4).allMatch(line -> line.endsWith(" deleted"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sdmx-json-1.0/ECB_EXR_flat.json", "sdmx-json-2.0/exr-time-series.json"})
    void exchangeRatesOfTheCentralBankAreReadWithAMapping(String file) {
        Outcome found = FormatSamples.read(FORMAT, TreeFiles.sample(file), EXCHANGE_RATES);
        assertThat(found.problems()).isEmpty();
        assertThat(found.accepted())
                .containsExactly(
                        "fx_rate.M._X._Z._Z.SDMX:NZD.EUR._Z._Z.N._Z 2013-01 1.5931 A",
                        "fx_rate.M._X._Z._Z.SDMX:NZD.EUR._Z._Z.N._Z 2013-02 1.5925 A",
                        "fx_rate.M._X._Z._Z.SDMX:RUB.EUR._Z._Z.N._Z 2013-01 40.3426 A",
                        "fx_rate.M._X._Z._Z.SDMX:RUB.EUR._Z._Z.N._Z 2013-02 40.3 A");
    }

    @Test
    void daysAreNoPeriodsHereAndSaidSo() {
        String mapping = EXCHANGE_RATES.replaceFirst("\"time_period\".*", "\"freq\": \"\"}}");
        Outcome found = FormatSamples.read(FORMAT, TreeFiles.sample("sdmx-json-1.0/ECB_EXR_flat.json"), mapping);
        assertThat(found.accepted()).isEmpty();
        assertThat(found.broken()).isEqualTo(Map.of("TIME_PERIOD", 4));
    }

    @Test
    void provincesAreReadWithAMappingAndGroupsReachTheirObservations() {
        String mapping =
                """
                {"cells": {"ref_area": "KHM", "product": "SDMX:{REF_AREA}",
                  "unit_measure": {"text": "{UNIT_MEASURE}", "map": {"TONES": "T"}}}}
                """;
        Outcome found = FormatSamples.read(FORMAT, TreeFiles.sample("sdmx-json-2.0/agri.json"), mapping);
        assertThat(found.accepted().size() + found.problems().size()).isEqualTo(12);
        assertThat(found.problems()).isEmpty();
        assertThat(found.one("SDMX:ASIKHM002", " 2017 ")).contains(" 522296");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "[]; is not an SDMX-JSON data message: it is no object",
                "{\"a\": 1}; it has no structure",
                "{\"structure\": {\"dimensions\": {}}}; its structure has no dimensions",
                "{\"structure\": {\"dimensions\": {\"observation\": [{\"id\": \"A\"}]}}}; it has no data sets",
                "{\"errors\": [{\"code\": 404, \"title\": \"no results\"}]}; error message of a service",
                "{\"data\": ; is not whole JSON (line 1, column",
                "<GenericData/>; is not whole JSON",
                "{} {}; has text behind the end",
            })
    void otherFilesAreRefusedWithPlaceProblemAndRemedy(String content, String problem) {
        assertThat(refusal(content))
                .startsWith("sample/file.json: ")
                .contains(problem)
                .containsPattern("\\. [A-Z]");
    }

    @Test
    void positionsOutsideOfTheCodesAreRefused() throws IOException {
        String whole = Files.readString(FormatSamples.own("sdmx-json/series-2.0.json"));
        assertThat(refusal(whole.replace("\"1:0\"", "\"7:0\""))).contains("has a position 7 of REF_AREA, which has 2");
        assertThat(refusal(whole.replace("\"1:0\"", "\"1:0:0\""))).contains("has the key '1:0:0' where there are 2");
        assertThat(refusal(whole.replace("\"structure\": 0", "\"structure\": 3")))
                .contains("of structure 3, and 1");
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(refusal("{\"data\": " + "[".repeat(100_000)))
                .contains("is not whole JSON")
                .contains("depth");
    }

    @Test
    void aFileThatIsCutOffIsRefusedBeforeAnythingIsRead() throws IOException {
        TreeFiles.assertRefusedWhereverCutOff(
                FORMAT, FormatSamples.own("sdmx-json/series-2.0.json"), "is not whole JSON");
    }

    private static String refusal(String content) {
        return TreeFiles.refusal(FORMAT, "file.json", content.getBytes(StandardCharsets.UTF_8));
    }
}
