package silkline.source.format;

import static org.assertj.core.api.Assertions.assertThat;
import static silkline.testing.FormatSamples.official;
import static silkline.testing.FormatSamples.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import silkline.testing.FormatSamples;
import silkline.testing.FormatSamples.Outcome;

/** Files that need no format of their own: the mappings are those of {@code src/docs/formats.md}. */
class MappedSamplesTest {
    private static final MappedCsv FORMAT = new MappedCsv();

    private static String mapping(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/mappings", name));
    }

    @Test
    void theTradeOfTheCoreCountriesIsReadByTheNamesOfTheImf() throws IOException {
        Outcome outcome = read(
                FORMAT, official("official/imf-dots/dots_annual_core_bilateral.csv"), mapping("imf-dots-matrix.json"));
        assertThat(outcome.accepted()).hasSize(13189);
        assertThat(outcome.broken()).isEmpty();
        assertThat(outcome.one("AFG.M.AZE", " 1993 ")).endsWith(".USD.CIF.V.N.customs 1993 2960000.0 E");
        outcome.hasNoKeyTwice();
    }

    /** 1,811,685 rows; what is asked of each is only whether it is accepted. */
    @Test
    void theMatrixOfTheWorldIsReadWhole() throws IOException {
        Path file = official("official/imf-dots/dots_annual_world_matrix_1990_2020.csv.gz");
        assertThat(FormatSamples.count(FORMAT, file, mapping("imf-dots-matrix.json")))
                .isEqualTo(Map.of("", 1811685));
    }

    @Test
    void tradeByCountryOfKazakhstanHasThreeMeasuresInEachRow() throws IOException {
        Path file = official("official/kaz-bns/kaz_goods_trade_by_country_bns_2018_2023.csv");
        Outcome outcome = read(FORMAT, file, mapping("kaz-bns-by-country.json"));
        assertThat(outcome.accepted())
                .contains("goods_trade.A.KAZ.X.UZB.TOTAL.USD.FOB.V.N.customs 2022 3.63582170289E9 A");
        assertThat(outcome.broken()).isEmpty();
    }

    @Test
    void incomeAndPovertyInKyrgyzstanAreReadForTheCountry() throws IOException {
        Outcome outcome = read(FORMAT, official("formats/kg-nsc-csv/nsc_kyrgyzstan_raw.csv"), mapping("kg-nsc.json"));
        assertThat(outcome.accepted()).hasSize(65);
        assertThat(outcome.broken()).isEqualTo(Map.of("LEFT_OUT", 635));
        assertThat(outcome.one("avg_per_capita_income_som", " 2023 "))
                .isEqualTo("NSC:avg_per_capita_income_som.A.KGZ._Z._Z._Z.KGS._Z._Z.N._Z 2023 9716.0 A");
        outcome.hasNoKeyTwice();
    }
}
