package silkline.source.format;

import static org.assertj.core.api.Assertions.assertThat;
import static silkline.testing.FormatSamples.official;
import static silkline.testing.FormatSamples.own;
import static silkline.testing.FormatSamples.read;
import static silkline.testing.FormatSamples.refusal;

import java.util.Map;
import org.junit.jupiter.api.Test;
import silkline.testing.FormatSamples.Outcome;

class WitsCsvTest {
    private static final WitsCsv FORMAT = new WitsCsv();

    @Test
    void theReportedTotalIsKeptAndTheSumThatWitsMakesLeftOut() {
        Outcome outcome = read(FORMAT, own("wits-csv/DataJobID-1_1_test.csv"));
        assertThat(outcome.accepted())
                .containsExactly(
                        "goods_trade.A.KAZ.X.WLD.TOTAL.USD.FOB.V.N.customs 2015 4.5955818182E10 A",
                        "goods_trade.A.KAZ.X.UZB.HS12:27.USD.FOB.V.N.customs 2015 120500.0 A",
                        "goods_trade.A.KAZ.M.WLD.WITS:01-05_Animal.USD.CIF.V.N.customs 2015 700250.0 A");
        assertThat(outcome.broken()).isEqualTo(Map.of("LEFT_OUT", 1, "UNKNOWN_CODE", 1));
    }

    @Test
    void otherFilesAreRefused() {
        assertThat(refusal(FORMAT, own("comtrade-csv/plus.csv"), "{}")).contains("is no file of wits-csv");
    }

    @Test
    void officialFilesAreReadWhole() {
        Outcome groups = read(FORMAT, official("formats/wits-datajob-csv/DataJobID-3082405_3082405_tii.csv"));
        assertThat(groups.accepted()).hasSize(200);
        assertThat(groups.broken()).isEmpty();
        assertThat(groups.one("CHN.M.WLD.WITS:01-05_Animal", " 2015 ")).endsWith(" 1.7411683686E10 A");
        groups.hasNoKeyTwice();
        Outcome totals = read(FORMAT, official("official/wits/DataJobID-3075788_3075788_chinaWorldImports.csv"));
        assertThat(totals.accepted()).hasSize(4462);
        assertThat(totals.broken()).isEqualTo(Map.of("LEFT_OUT", 4462));
        assertThat(totals.one("WLD.M.WLD.HS12:23.", " 2018 ")).endsWith(" 8.1254604932E10 A");
        totals.hasNoKeyTwice();
    }
}
