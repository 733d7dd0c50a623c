package silkline.source.format;

import static org.assertj.core.api.Assertions.assertThat;
import static silkline.testing.FormatSamples.official;
import static silkline.testing.FormatSamples.own;
import static silkline.testing.FormatSamples.read;
import static silkline.testing.FormatSamples.refusal;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silkline.testing.FormatSamples;
import silkline.testing.FormatSamples.Outcome;

class BaciCsvTest {
    private static final BaciCsv FORMAT = new BaciCsv();

    @Test
    void theNameOfTheFileTellsTheEditionOfTheHarmonizedSystem() {
        Outcome outcome = read(FORMAT, own("baci/BACI_HS92_Y2020_V202501.csv"));
        assertThat(outcome.accepted())
                .containsExactly(
                        "goods_trade.A.KAZ.X.UZB.HS92:270900.USD.FOB.V.N.estimate 2020 1223702.0 A",
                        "goods_trade.A.USA.X.CHE.HS92:010111.USD.FOB.V.N.estimate 2020 60473.0 A",
                        "goods_trade.A.KAZ.X.TWN.HS92:270900.USD.FOB.V.N.estimate 2020 1500.0 A");
        assertThat(outcome.broken()).isEqualTo(Map.of("UNKNOWN_CODE", 1));
    }

    @Test
    void columnsMayStandInAnyOrder(@TempDir Path folder) {
        Path file = FormatSamples.write(folder, "BACI_HS17_Y2020.csv", "t,k,i,j,v,q", "2020,270900,398,860,1,NA");
        assertThat(read(FORMAT, file).accepted())
                .containsExactly("goods_trade.A.KAZ.X.UZB.HS17:270900.USD.FOB.V.N.estimate 2020 1000.0 A");
    }

    @Test
    void aFileWhoseEditionNobodyTellsIsRefused(@TempDir Path folder) {
        Path file = FormatSamples.write(folder, "flows.csv", "t,i,j,k,v,q", "2020,398,860,270900,1,NA");
        assertThat(refusal(FORMAT, file, "{}")).contains("\"product\": \"HS92:{@k}\"");
        assertThat(read(FORMAT, file, "{\"cells\": {\"product\": \"HS02:{@k}\"}}")
                        .accepted())
                .containsExactly("goods_trade.A.KAZ.X.UZB.HS02:270900.USD.FOB.V.N.estimate 2020 1000.0 A");
    }

    @Test
    void aFirstLineThatCannotBeReadIsNotPassedOver(@TempDir Path folder) {
        Path file = FormatSamples.write(folder, "BACI_HS92_Y2020.csv", "2020,\"398\"x", "t,i,j,k,v,q");
        assertThat(refusal(FORMAT, file, "{}")).contains("has no readable header");
    }

    @Test
    void tablesOfCodesAreNoData() {
        assertThat(refusal(FORMAT, own("baci/country_codes_V202501.csv"), "{}"))
                .contains("names no file that holds data");
    }

    @Test
    void officialFilesAreReadWhole() {
        Outcome korea = read(
                FORMAT, official("formats/cepii-baci/baci_85_only.csv"), "{\"cells\": {\"product\": \"HS22:{@k}\"}}");
        assertThat(korea.accepted()).hasSize(81);
        assertThat(korea.one("KOR.X.AUS.HS22:852352")).endsWith(" 2023 1223702.0 A");
        korea.hasNoKeyTwice();
        Outcome afghanistan = read(
                FORMAT,
                official("official/cepii-baci/baci_afg_exports_hs6_2020.csv"),
                "{\"cells\": {\"product\": \"HS17:{@k}\", \"obs_value\": \"{v_thousand_usd}\"}}");
        assertThat(afghanistan.accepted()).hasSize(2331);
        assertThat(afghanistan.broken()).isEmpty();
        assertThat(afghanistan.one("AFG.X.ITA.HS17:080212")).endsWith(" 2020 108494.0 A");
        afghanistan.hasNoKeyTwice();
    }
}
