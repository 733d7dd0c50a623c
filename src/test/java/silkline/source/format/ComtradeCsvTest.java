package silkline.source.format;

import static org.assertj.core.api.Assertions.assertThat;
import static silkline.testing.FormatSamples.official;
import static silkline.testing.FormatSamples.own;
import static silkline.testing.FormatSamples.read;
import static silkline.testing.FormatSamples.refusal;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import silkline.testing.FormatSamples.Outcome;

class ComtradeCsvTest {
    private static final ComtradeCsv FORMAT = new ComtradeCsv();
    private static final String WITH_WEIGHTS =
            """
            {"wide": [
              {"columns": "primaryValue"},
              {"columns": "netWgt", "cells": {"indicator": "COMTRADE:netWgt", "unit_measure": "KG", "obs_value": "{value}",
                "valuation": "_Z", "prices": "_Z",
                "obs_status": {"text": "{isNetWgtEstimated}", "map": {"true": "E", "*": "A"}}}}]}
            """;

    @Test
    void onlyOneOfTheManyTotalsOfPlusFilesIsKept() {
        Outcome outcome = read(FORMAT, own("comtrade-csv/plus.csv"));
        assertThat(outcome.accepted())
                .containsExactly(
                        "goods_trade.A.KAZ.X.WLD.TOTAL.USD.FOB.V.N.customs 2023 1000.5 A",
                        "goods_trade.A.KAZ.X.UZB.HS:2709.USD.FOB.V.N.customs 2023 300.0 A",
                        "goods_trade.A.KAZ.M.CHE.HS:9101.USD.CIF.V.N.customs 2023 12.0 A",
                        "goods_trade.A.KAZ.M.USA.TOTAL.USD.FOB.V.N.customs 2023 7.0 A",
                        "goods_trade.M.KAZ.RX.WLD.HS92:27.USD.FOB.V.N.customs 2023-05 5.0 A",
                        "services_trade.A.KAZ.X.WLD.EBOPS:SI.USD._Z.V.N.bop 2023 6.0 A",
                        "goods_trade.A.KAZ.X._X.TOTAL.USD.FOB.V.N.customs 2023 NaN O");
        assertThat(outcome.problems())
                .containsExactly(
                        "6 LEFT_OUT customsCode is 'C05'; the mapping keeps C00, NA",
                        "7 LEFT_OUT motCode is '2100'; the mapping keeps 0, NA",
                        "8 LEFT_OUT partner2Code is '156'; the mapping keeps 0, NA",
                        "9 LEFT_OUT flowCode is 'MIP'; the mapping keeps X, M, RX, RM",
                        "12 UNKNOWN_CODE counterpart_area '111111' is not known; the nearest known are '112' (BLR), "
                                + "'116' (KHM), '191' (HRV)");
    }

    @Test
    void bulkFilesHaveFewerColumnsAndBlanksBehindCodes() {
        Outcome outcome = read(FORMAT, own("comtrade-csv/final.csv"));
        assertThat(outcome.accepted()).hasSize(3);
        assertThat(outcome.broken()).isEmpty();
    }

    @Test
    void legacyFilesNumberTheirFlows() {
        Outcome outcome = read(FORMAT, own("comtrade-csv/legacy.csv"));
        assertThat(outcome.accepted())
                .containsExactly(
                        "goods_trade.A.KAZ.X.WLD.TOTAL.USD.FOB.V.N.customs 2010 60270.5 A",
                        "goods_trade.A.KAZ.X.CHN.HS07:2709.USD.FOB.V.N.customs 2010 5000.0 A",
                        "goods_trade.A.KAZ.M.RUS.SITC:33.USD.CIF.V.N.customs 2010 700.0 A",
                        "goods_trade.A.KAZ.RX.UZB.HS07:27.USD.FOB.V.N.customs 2010 20.0 A",
                        "goods_trade.A.KAZ.RM.UZB.HS07:27.USD.CIF.V.N.customs 2010 30.0 A",
                        "goods_trade.M.KAZ.X.WLD.TOTAL.USD.FOB.V.N.customs 2010-05 400.0 A");
        assertThat(outcome.broken()).isEqualTo(Map.of("UNKNOWN_CODE", 2));
    }

    @Test
    void weightsMayBeReadAsSeriesOfTheirOwn() {
        Outcome outcome = read(FORMAT, own("comtrade-csv/plus.csv"), WITH_WEIGHTS);
        assertThat(outcome.accepted()).hasSize(13);
        assertThat(outcome.one("netWgt", ".UZB."))
                .isEqualTo("COMTRADE:netWgt.A.KAZ.X.UZB.HS:2709.KG._Z._Z.N.customs 2023 20.0 A");
    }

    @Test
    void otherFilesAreRefused() {
        assertThat(refusal(FORMAT, own("worldbank-csv/wdi.csv"), "{}"))
                .contains("is no file of comtrade-csv, which reads Plus CSV", "Found: Country Name", "format csv");
    }

    /** Rows counted, and values looked up, in the files themselves. */
    @ParameterizedTest
    @CsvSource({
        "un-comtrade-plus-csv/comtradr_vignette_data_1.csv, 20, USA.M.FRA.TOTAL, 2018, 5.3621601767E10",
        "un-comtrade-plus-csv/comtradr_vignette_data_2.csv, 33, CHN.X.KOR.TOTAL, 2012, 8.7673764182E10",
        "un-comtrade-plus-csv/comtradr_vignette_data_3.csv, 1586, THA.RM.THA.HS:030613, 2007, 694103.0",
        "un-comtrade-plus-csv/comtradr_vignette_data_9.csv, 4, FRA.M.WLD.HS:0306, 2020, 1.067110546649E9",
        "un-comtrade-plus-csv/comtradr_vignette_data_10_bulk.csv, 100, ARG.X.WLD.TOTAL, 2000, 2.6341029193E10",
        "un-comtrade-legacy-bulk-csv/h3_china_india.csv, 8739, IND.M.CHN.HS07:010690, 2010, 453360.0"
    })
    void officialFilesAreReadWhole(String file, int rows, String series, String period, String value) {
        Outcome outcome = read(FORMAT, official("formats/" + file));
        assertThat(outcome.accepted()).hasSize(rows);
        assertThat(outcome.broken()).isEmpty();
        assertThat(outcome.one("goods_trade.A." + series + ".USD", " " + period + " "))
                .contains(" " + value + " A");
        outcome.hasNoKeyTwice();
    }
}
