package silkline.source.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import silkline.testing.FormatSamples;
import silkline.testing.FormatSamples.Outcome;

/** Formats that are lists of records in JSON: UN Comtrade, the World Bank, SIAT. */
class RecordFormatsTest {
    private static final ComtradeJson COMTRADE = new ComtradeJson();
    private static final WorldBankJson WORLD_BANK = new WorldBankJson();
    private static final SiatJson SIAT = new SiatJson();

    @Test
    void recordsOfComtradeAreReadAsItsFilesAre() {
        Outcome found = FormatSamples.read(COMTRADE, FormatSamples.own("comtrade-json/answer.json"));
        assertThat(found.accepted())
                .containsExactly(
                        "goods_trade.A.KAZ.X.WLD.HS:2709.USD.FOB.V.N.customs 2023 4.2299E10 A",
                        "goods_trade.M.UZB.M.CHN.TOTAL.USD.CIF.V.N.customs 2024-01 1000.5 A");
        assertThat(found.broken()).isEqualTo(Map.of("LEFT_OUT", 1, "UNKNOWN_CODE", 1));
        assertThat(found.problems().get(0)).startsWith("3 LEFT_OUT motCode is '2100'");
    }

    @Test
    void officialAnswersOfComtradeAreReadWhole() {
        Outcome first = FormatSamples.read(COMTRADE, TreeFiles.sample("un-comtrade-api-json/HS-60a6ad.json"));
        assertThat(first.problems()).isEmpty();
        assertThat(first.accepted())
                .hasSize(4)
                .contains("goods_trade.A.CHN.M.ARG.TOTAL.USD.CIF.V.N.customs 2010 6.804128143E9 A");
        Outcome second = FormatSamples.read(
                COMTRADE,
                TreeFiles.sample("un-comtrade-api-json/un-comtrade-usa-jpn-total-goods-2023-import-export.json"));
        assertThat(second.problems()).isEmpty();
        assertThat(second.accepted())
                .hasSize(2)
                .contains("goods_trade.A.USA.M.JPN.TOTAL.USD.CIF.V.N.customs 2023 1.5158056429E11 A");
    }

    @Test
    void theIndexOfBulkFilesIsRefusedAsWhatItIs() {
        assertThat(TreeFiles.refusal(COMTRADE, TreeFiles.sample("un-comtrade-bulk-index-json/HS-4f1d0f.json")))
                .contains("is the index of UN Comtrade's bulk files", "read them with format comtrade-csv");
        assertThat(refusal(COMTRADE, "{\"data\": [{\"fileUrl\": \"x\"}]}")).contains("is the index");
    }

    @Test
    void nullsOfTheWorldBankAreMissingAndSeveralAnswersAreRead() {
        Outcome found = FormatSamples.read(WORLD_BANK, FormatSamples.own("worldbank-json/pages.json"));
        assertThat(found.problems()).isEmpty();
        assertThat(found.accepted())
                .containsExactly(
                        "gdp.A.KAZ._Z._Z._Z.USD._Z.V.N._Z 2023 2.620000000005E11 A",
                        "gdp.A.TKM._Z._Z._Z.USD._Z.V.N._Z 2023 NaN O",
                        "WB:TG_VAL_TOTL_GD_ZS.A.UZB._Z._Z._Z.PCT._Z._Z.N._Z 2022 61.25 E");
    }

    @Test
    void officialAnswersOfTheWorldBankAreReadWhole() {
        Outcome one = FormatSamples.read(
                WORLD_BANK,
                TreeFiles.sample("worldbank-api-json/worldbank_wdi_NY.GDP.MKTP.CD_USA_DNK_2020_2021_raw.json"));
        assertThat(one.problems()).isEmpty();
        assertThat(one.accepted()).hasSize(4).contains("gdp.A.DNK._Z._Z._Z.USD._Z.V.N._Z 2021 4.06110162088054E11 A");
        Outcome eight = FormatSamples.read(
                WORLD_BANK, TreeFiles.sample("worldbank-api-json/wdi-demographic-foundation-usa-jpn-2022-2023.json"));
        assertThat(eight.problems()).isEmpty();
        assertThat(eight.accepted())
                .hasSize(32)
                .contains(
                        "population.A.JPN._Z._Z._Z.PERS._Z._Z.N._Z 2023 1.2451665E8 A",
                        "WB:SP_POP_GROW.A.JPN._Z._Z._Z.PCT._Z._Z.N._Z 2023 -0.487370782049143 A",
                        "WB:SP_DYN_TFRT_IN.A.JPN._Z._Z._Z._U._Z._Z.N._Z 2023 1.2 A");
    }

    @Test
    void aRegionNeverTakesTheNameOfTheCountrysIndicator() {
        Outcome found = FormatSamples.read(SIAT, FormatSamples.own("siat-json/sdmx_data_582.json"));
        assertThat(found.problems()).isEmpty();
        assertThat(found.accepted())
                .containsExactly(
                        "gdp_index.A.UZB._Z._Z._Z.IX._Z.L.N._Z 2024 106.7 A",
                        "gdp_index.A.UZB._Z._Z._Z.IX._Z.L.N._Z 2025 107.7 A",
                        "SIAT:582.A.UZB._Z._Z.SIAT:1703.IX._Z._Z.N._Z 2024 106.1 A");
    }

    @Test
    void classesOfTradeByPartnerArePartners() {
        Outcome found = FormatSamples.read(SIAT, FormatSamples.own("siat-json/sdmx_data_1105.json"));
        assertThat(found.problems()).isEmpty();
        assertThat(found.accepted())
                .containsExactly(
                        "goods_services_trade.A.UZB.X.CHN.TOTAL.USD._Z.V.N.customs_and_services 2024 2.0500125E9 A",
                        "goods_services_trade.A.UZB.X.KAZ.TOTAL.USD._Z.V.N.customs_and_services 2024 1.5E9 A");
    }

    @Test
    void theMetadataOfATableMayStandBehindIt() {
        Outcome found = FormatSamples.read(SIAT, FormatSamples.own("siat-json/table.json"));
        assertThat(found.problems()).isEmpty();
        assertThat(found.accepted())
                .containsExactly("SIAT:1_02_03_0004.Q.UZB._Z._Z.SIAT:1_2.USD._Z._Z.N._Z 2024-Q1 1.25E7 A");
    }

    /** Values were counted in the files. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "siat-cpi-coicop-mom-1286; 1071; SIAT:1286.M.UZB._Z._Z.SIAT:13.PCT._Z._Z.N._Z 2026-03 100.5 A",
                "siat-cpi-coicop-yoy-1292; 85; SIAT:1292.A.UZB._Z._Z.SIAT:13.PCT._Z._Z.N._Z 2025 110.9 A",
                "siat-gdp-growth-annual-582; 16; gdp_index.A.UZB._Z._Z._Z.IX._Z.L.N._Z 2025 107.7 A",
                "siat-gdp-growth-quarterly-1857; 600; SIAT:1857.Q.UZB._Z._Z.SIAT:1726.IX._Z._Z.N._Z 2025-Q4 111.3 A",
            })
    void officialTablesOfSiatAreReadWhole(String file, int values, String one) {
        Outcome found = FormatSamples.read(SIAT, TreeFiles.sample("uzstat-siat-json/" + file + ".json"));
        assertThat(found.problems()).isEmpty();
        assertThat(found.accepted()).hasSize(values).doesNotHaveDuplicates().contains(one);
    }

    @Test
    void filesOfAnotherLayoutAreRefused() {
        assertThat(TreeFiles.refusal(SIAT, TreeFiles.sample("uzstat-siat-json/derived_sdmx_data_2407.json")))
                .contains("is not a table of SIAT: it has none of its records", "as CSV with a mapping");
        assertThat(TreeFiles.refusal(WORLD_BANK, TreeFiles.sample("cbu-uz-fx-json/2025-04-27.json")))
                .contains("is not an answer of the World Bank's API");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{\"count\": 0, \"data\": [], \"error\": \"\"}; is not an answer of UN Comtrade's API: it has none of its records",
                "{\"data\": [{\"period\": \"2023\"}]}; no record has 'reporterCode'. Found: period",
                "<html/>; is not whole JSON",
                "[1, 2; is not whole JSON",
            })
    void otherAnswersAreRefusedWithPlaceProblemAndRemedy(String content, String problem) {
        assertThat(refusal(COMTRADE, content))
                .startsWith("sample/file.json: ")
                .contains(problem, "Nothing of 'sample'");
    }

    @Test
    void theErrorMessageOfTheWorldBankIsPassedOn() {
        assertThat(
                        refusal(
                                WORLD_BANK,
                                "[{\"message\": [{\"id\": \"120\", \"key\": \"Invalid value\", \"value\": \"No such indicator\"}]}]"))
                .contains("error message of the World Bank's API", "No such indicator");
    }

    @Test
    void otherLocalesAreRefusedSinceThePointIsTheDecimalOne() {
        assertThat(TreeFiles.refusalInLocale(WORLD_BANK, FormatSamples.own("worldbank-json/pages.json"), "de"))
                .contains("numbers are written with a decimal point", "Write \"locale\": \"en\"");
    }

    private static String refusal(TreeFormat format, String content) {
        return TreeFiles.refusal(format, "file.json", content.getBytes(StandardCharsets.UTF_8));
    }
}
