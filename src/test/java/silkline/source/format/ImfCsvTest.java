package silkline.source.format;

import static org.assertj.core.api.Assertions.assertThat;
import static silkline.testing.FormatSamples.official;
import static silkline.testing.FormatSamples.own;
import static silkline.testing.FormatSamples.read;
import static silkline.testing.FormatSamples.refusal;

import java.util.Map;
import org.junit.jupiter.api.Test;
import silkline.testing.FormatSamples.Outcome;

class ImfCsvTest {
    private static final ImfDotsCsv DOTS = new ImfDotsCsv();
    private static final ImfPortalCsv PORTAL = new ImfPortalCsv();
    private static final String DOLLARS = "{\"cells\": {\"unit_mult\": \"0\"}}";

    @Test
    void timeSeriesFilesHoldValuesAndTheirStatus() {
        Outcome outcome = read(DOTS, own("imf-dots-csv/timeseries.csv"), DOLLARS);
        assertThat(outcome.accepted())
                .containsExactly(
                        "goods_trade.A.KAZ.X.UZB.TOTAL.USD.FOB.V.N.customs 2022 3.7E9 A",
                        "goods_trade.Q.KAZ.X.UZB.TOTAL.USD.FOB.V.N.customs 2022-Q1 9.0E8 A",
                        "goods_trade.M.KAZ.X.UZB.TOTAL.USD.FOB.V.N.customs 2022-01 2.9E8 A",
                        "goods_trade.A.KAZ.M.WLD.TOTAL.USD.CIF.V.N.customs 2022 5.0E10 A");
        assertThat(outcome.broken()).isEqualTo(Map.of("LEFT_OUT", 1, "UNKNOWN_CODE", 1));
    }

    @Test
    void panelFilesHaveAColumnForEachFlow() {
        Outcome outcome = read(DOTS, own("imf-dots-csv/panel.csv"), DOLLARS);
        assertThat(outcome.accepted())
                .containsExactly(
                        "goods_trade.A.KAZ.X.UZB.TOTAL.USD.FOB.V.N.customs 2022 3.7E9 A",
                        "goods_trade.A.KAZ.M.UZB.TOTAL.USD.CIF.V.N.customs 2022 1.3E9 A",
                        "goods_trade.Q.KAZ.M.UZB.TOTAL.USD.CIF.V.N.customs 2022-Q1 3.0E8 A",
                        "goods_trade.M.KAZ.M.WLD.TOTAL.USD.CIF.V.N.customs 2022-12 4.0E9 A");
        assertThat(outcome.broken()).isEqualTo(Map.of("NOT_A_NUMBER", 1));
    }

    @Test
    void whatTheDatasetSaysOfTheScaleGoesBeforeWhatIsKnownOfTheIndicator() {
        assertThat(read(DOTS, own("imf-dots-csv/timeseries.csv"), DOLLARS.replace('0', '3'))
                        .one("KAZ.X.UZB", " 2022 "))
                .endsWith(" 3.7E12 A");
    }

    @Test
    void aDatasetThatDoesNotSayTheScaleIsRefused() {
        assertThat(refusal(DOTS, own("imf-dots-csv/timeseries.csv"), "{}"))
                .contains("do not state the power of ten", "\"unit_mult\": \"0\"");
    }

    @Test
    void thePortalsLongFilesStateTheirScale() {
        Outcome outcome = read(PORTAL, own("imf-portal-csv/long.csv"));
        assertThat(outcome.accepted())
                .containsExactly(
                        "goods_trade.A.KAZ.X.WLD.TOTAL.USD.FOB.V.N.customs 2023 7.80005E10 A",
                        "goods_trade.Q.KAZ.M.UZB.TOTAL.USD.CIF.V.N.customs 2023-Q1 5.0E8 A",
                        "goods_trade.M.KAZ.X.CHN.TOTAL.USD.FOB.V.N.customs 2023-01 9.0E8 A",
                        "IMF:NGDP_XDC.A.KAZ._Z._Z._Z.XDC._Z._Z.N._Z 2023 1.2E14 A",
                        "goods_trade.A.KAZ.X.RUS.TOTAL.USD.FOB.V.N.customs 2023 NaN O");
        assertThat(outcome.broken()).isEqualTo(Map.of("UNKNOWN_CODE", 1));
    }

    @Test
    void thePortalsWideFilesHaveAColumnForEachPeriod() {
        assertThat(read(PORTAL, own("imf-portal-csv/wide.csv")).accepted())
                .containsExactly(
                        "goods_trade.A.KAZ.X.WLD.TOTAL.USD.FOB.V.N.customs 2021 6.0E10 A",
                        "goods_trade.A.KAZ.X.WLD.TOTAL.USD.FOB.V.N.customs 2022 8.40005E10 A",
                        "goods_trade.A.UZB.M.KAZ.TOTAL.USD.CIF.V.N.customs 2022 1.3E9 A",
                        "goods_trade.A.UZB.M.KAZ.TOTAL.USD.CIF.V.N.customs 2023 1.4E9 A");
    }

    @Test
    void thePortalsExcerptIsReadWhole() {
        Outcome outcome = read(PORTAL, official("formats/imf-dataportal-imts-csv/imf_trade_dots_excerpt.csv"));
        assertThat(outcome.accepted()).hasSize(32);
        assertThat(outcome.broken()).isEmpty();
        assertThat(outcome.one("BWA.M.WLD", " 2000 ")).endsWith(" 2.081583938E9 A");
        outcome.hasNoKeyTwice();
    }

    @Test
    void filesOfTheOtherFormatAreRefused() {
        assertThat(refusal(PORTAL, own("imf-dots-csv/panel.csv"), "{}")).contains("is no file of imf-portal-csv");
        assertThat(refusal(DOTS, own("imf-portal-csv/long.csv"), DOLLARS)).contains("is no file of imf-dots-csv");
    }
}
