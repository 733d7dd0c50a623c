package silkline.source.format;

import static org.assertj.core.api.Assertions.assertThat;
import static silkline.testing.FormatSamples.official;
import static silkline.testing.FormatSamples.own;
import static silkline.testing.FormatSamples.read;
import static silkline.testing.FormatSamples.refusal;

import java.util.Map;
import org.junit.jupiter.api.Test;
import silkline.testing.FormatSamples.Outcome;

/** The statistics offices of Kazakhstan and Uzbekistan. */
class NationalCsvTest {
    private static final BnsCsv BNS = new BnsCsv();
    private static final SiatCsv SIAT = new SiatCsv();

    @Test
    void bnsFilesNameTheirIndicatorAndBreakItDown() {
        Outcome outcome = read(BNS, own("bns-csv/indicator_8-1-1.csv"));
        assertThat(outcome.accepted())
                .containsExactly(
                        "SDG:8-1-1.A.KAZ._Z._Z._Z.IX._Z._Z.N._Z 2010 125.5 A",
                        "SDG:8-1-1:SEX=F.A.KAZ._Z._Z._Z.PCT._Z._Z.N._Z 2011 21.5 A",
                        "SDG:8-1-1:SEX=F.A.KAZ._Z._Z._Z.PCT._Z._Z.N._Z 2012 NaN O");
        assertThat(outcome.broken()).isEqualTo(Map.of("UNKNOWN_CODE", 1));
    }

    @Test
    void officialBnsFilesAreReadButForTheRegions() {
        Outcome national = read(BNS, official("formats/kazstat-sdg-csv/indicator_17-11-1.csv"));
        assertThat(national.accepted()).hasSize(14);
        assertThat(national.broken()).isEmpty();
        assertThat(national.one(" 2012 ")).isEqualTo("SDG:17-11-1.A.KAZ._Z._Z._Z.PCT._Z._Z.N._Z 2012 23.9 A");
        Outcome regional = read(BNS, official("formats/kazstat-sdg-csv/indicator_8-1-1.csv"));
        assertThat(regional.accepted()).hasSize(14);
        assertThat(regional.broken()).isEqualTo(Map.of("UNKNOWN_CODE", 218));
        assertThat(regional.one(" 2023 ")).endsWith(" 165.7 A");
    }

    @Test
    void siatTradeFilesHaveAPartnerInEachRow() {
        Outcome outcome = read(SIAT, own("siat-csv/siat_sdmx_data_1105.csv"));
        assertThat(outcome.accepted())
                .containsExactly(
                        "goods_services_trade.A.UZB.X.KAZ.TOTAL.USD._Z.V.N.customs_and_services 2022 1370500.0 A",
                        "goods_services_trade.A.UZB.X.KAZ.TOTAL.USD._Z.V.N.customs_and_services 2023 1410000.0 A",
                        "goods_services_trade.A.UZB.X.CUB.TOTAL.USD._Z.V.N.customs_and_services 2022 5800.0 A");
        assertThat(outcome.broken()).isEqualTo(Map.of("UNKNOWN_CODE", 1));
    }

    @Test
    void aRegionNeverTakesTheNameOfTheCountrysIndicator() {
        assertThat(read(SIAT, own("siat-csv/siat_sdmx_data_582.csv")).accepted())
                .containsExactly(
                        "gdp_index.A.UZB._Z._Z._Z.IX._Z.L.N._Z 2022 105.7 A",
                        "gdp_index.A.UZB._Z._Z._Z.IX._Z.L.N._Z 2023 106.0 A",
                        "SIAT:582.A.UZB._Z._Z.SIAT:1703.IX._Z._Z.N._Z 2022 104.0 A",
                        "SIAT:582.A.UZB._Z._Z.SIAT:1703.IX._Z._Z.N._Z 2023 105.0 A");
    }

    @Test
    void officialSiatFilesAreReadWhole() {
        Outcome exports = read(SIAT, official("official/uzstat/siat_sdmx_data_1105.csv"));
        assertThat(exports.accepted()).hasSize(3192);
        assertThat(exports.broken()).isEmpty();
        assertThat(exports.one("UZB.X.CIV", " 2023 ")).endsWith(" 26700.0 A");
        exports.hasNoKeyTwice();
        Outcome imports = read(SIAT, official("official/uzstat/siat_sdmx_data_1176.csv"));
        assertThat(imports.accepted()).hasSize(3276);
        assertThat(imports.broken()).isEmpty();
        assertThat(imports.one("UZB.M.CUB", " 2023 ")).endsWith(" 123500.0 A");
        imports.hasNoKeyTwice();
    }

    @Test
    void otherFilesAreRefused() {
        assertThat(refusal(BNS, own("siat-csv/siat_sdmx_data_582.csv"), "{}")).contains("is no file of bns-csv");
        assertThat(refusal(SIAT, own("bns-csv/indicator_8-1-1.csv"), "{}")).contains("is no file of siat-csv");
    }
}
