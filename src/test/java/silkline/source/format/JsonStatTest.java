package silkline.source.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import silkline.testing.FormatSamples;
import silkline.testing.FormatSamples.Outcome;

class JsonStatTest {
    private static final JsonStat FORMAT = new JsonStat();

    @Test
    void aDenseDatasetIsReadByTheNamesOfItsDimensions() {
        Outcome found = FormatSamples.read(FORMAT, FormatSamples.own("json-stat/dense-2.0.json"));
        assertThat(found.problems()).isEmpty();
        assertThat(found.accepted())
                .containsExactly(
                        "SDMX:BOP:GS.A.KAZ._Z._Z._Z.USD._Z._Z.N._Z 2022 1.5 P",
                        "SDMX:BOP:GS.A.KAZ._Z._Z._Z.USD._Z._Z.N._Z 2023 2.5 A",
                        "SDMX:BOP:GS.A.UZB._Z._Z._Z.USD._Z._Z.N._Z 2022 3.0 A",
                        "SDMX:BOP:GS.A.UZB._Z._Z._Z.USD._Z._Z.N._Z 2023 NaN M");
    }

    @Test
    void aSparseOneOfTheFirstVersionIsReadByRolesAndStatusAlone() {
        String mapping =
                """
                {"cells": {"unit_measure": {"text": "{unit.symbol}", "map": {"$": "USD"}}, "unit_mult": "{unit.multiplier}"}}
                """;
        Outcome found = FormatSamples.read(FORMAT, FormatSamples.own("json-stat/sparse-1.x.json"), mapping);
        assertThat(found.problems()).isEmpty();
        assertThat(found.accepted())
                .containsExactly(
                        "SDMX:GS.A.KAZ._Z._Z._Z.USD._Z._Z.N._Z 2022 1500000.0 P",
                        "SDMX:GS.A.KAZ._Z._Z._Z.USD._Z._Z.N._Z 2023 2500000.0 A",
                        "SDMX:GS.A.UZB._Z._Z._Z.USD._Z._Z.N._Z 2022 3000000.0 A",
                        "SDMX:GS.A.UZB._Z._Z._Z.USD._Z._Z.N._Z 2023 NaN M");
    }

    @Test
    void aDatasetOfEurostatIsReadWithItsUnitAndProvisionalValues() {
        String mapping =
                """
                {"cells": {"unit_measure": {"text": "{unit}", "map": {"CP_MEUR": "EUR"}}, "unit_mult": "6"}}
                """;
        Outcome found = FormatSamples.read(
                FORMAT, TreeFiles.sample("json-stat/eurostat-namq-10-gdp-2023q1-2023q2-raw.json"), mapping);
        assertThat(found.problems()).isEmpty();
        assertThat(found.accepted())
                .containsExactly(
                        "SDMX:NAMQ_10_GDP:B1GQ.Q.DEU._Z._Z._Z.EUR._Z._Z.N._Z 2023-Q1 1.04352E12 P",
                        "SDMX:NAMQ_10_GDP:B1GQ.Q.DEU._Z._Z._Z.EUR._Z._Z.N._Z 2023-Q2 1.03188E12 P",
                        "SDMX:NAMQ_10_GDP:B1GQ.Q.FRA._Z._Z._Z.EUR._Z._Z.N._Z 2023-Q1 6.847627E11 A",
                        "SDMX:NAMQ_10_GDP:B1GQ.Q.FRA._Z._Z._Z.EUR._Z._Z.N._Z 2023-Q2 7.061477E11 A");
    }

    /** Values that are not null were counted in the files. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "oecd; {\"cells\": {\"unit_measure\": {\"text\": \"{unit.label}\", \"codes\": \"unit\"}}}; 432; SDMX:UNR.A.AUS._Z._Z._Z.PCT._Z._Z.N._Z 2003 5.943826289 A",
                "galicia; {\"cells\": {\"ref_area\": \"ESP\", \"unit_measure\": \"PERS\", \"product\": \"SDMX:{residence}\"}}; 3956; SDMX:T:T:T:pop.A.ESP._Z._Z.SDMX:T.PERS._Z._Z.N._Z 2001 2695880.0 A",
                "us-gsp; {\"cells\": {\"ref_area\": \"USA\", \"unit_measure\": \"COUNT\", \"product\": \"SDMX:{state}\"}}; 204; SDMX:gsp.A.USA._Z._Z.SDMX:01.COUNT._Z._Z.N._Z 2013 174400.0 A",
            })
    void datasetsOfOtherOfficesAreReadWithAMapping(String file, String mapping, int values, String one) {
        Outcome found = FormatSamples.read(FORMAT, TreeFiles.sample("json-stat/" + file + ".json"), mapping);
        assertThat(found.accepted().size() + found.problems().size()).isEqualTo(values);
        assertThat(found.accepted()).contains(one);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "[]; is not a JSON-stat dataset: it is no object",
                "{}; it has 0 objects",
                "{\"class\": \"collection\", \"link\": {}}; is a JSON-stat collection, which holds no values",
                "{\"id\": [\"a\"], \"size\": [2], \"dimension\": {\"a\": {\"category\": {\"index\": [\"x\"]}}}}; has not the 2 categories",
                "{\"id\": [\"a\"], \"size\": [], \"dimension\": {}}; its dimensions have 1 ids and 0 sizes",
                "{\"value\": [; is not whole JSON",
            })
    void otherFilesAreRefusedWithPlaceProblemAndRemedy(String content, String problem) {
        assertThat(refusal(content))
                .startsWith("sample/file.json: ")
                .contains(problem)
                .containsPattern("\\. [A-Z]");
    }

    @Test
    void moreValuesThanCellsAreRefused() throws IOException {
        String whole = Files.readString(FormatSamples.own("json-stat/dense-2.0.json"));
        assertThat(refusal(whole.replace("[1.5, 2.5, 3, null]", "[1, 2, 3, 4, 5]")))
                .contains("it has a value 4, and 4 cells");
        assertThat(refusal(whole.replace("[1.5, 2.5, 3, null]", "[1, [2]]"))).contains("its value 1 is no number");
    }

    @Test
    void aFileThatIsCutOffIsRefusedBeforeAnythingIsRead() throws IOException {
        TreeFiles.assertRefusedWhereverCutOff(
                FORMAT, FormatSamples.own("json-stat/dense-2.0.json"), "is not whole JSON");
    }

    private static String refusal(String content) {
        return TreeFiles.refusal(FORMAT, "file.json", content.getBytes(StandardCharsets.UTF_8));
    }
}
