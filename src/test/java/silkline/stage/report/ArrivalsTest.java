package silkline.stage.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static silkline.table.silver.SeriesTable.COUNTERPART_AREA;
import static silkline.testing.Observed.RUN;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import silkline.series.SeriesId;
import silkline.stage.Vintages;
import silkline.testing.Observed;
import silkline.testing.SparkTest;

/** What came in since a report, and which figures may rest on it. */
@SparkTest
class ArrivalsTest {
    private static final SeriesId TO_UZB = SeriesId.parse("goods_trade.A.KAZ.X.UZB.TOTAL.USD._Z.V.N.customs.sample");

    private List<Arrival> arrivals;
    private List<Arrival> ofUzb;

    @BeforeAll
    void observe(SparkSession spark) {
        Observed observed = Observed.of(
                spark,
                "KAZ X UZB 2022 5",
                "KAZ X UZB 2023 10 published=2024-06-30",
                "KAZ X UZB 2023 11 published=2025-06-30 ingested=20",
                "KAZ X UZB 2024 12 ingested=20",
                "KAZ X UZB 2021 7 published=2022-06-30",
                "KAZ X UZB 2021 - published=2025-06-30 ingested=20 status=deleted",
                "KAZ X CHN 2024 3 ingested=20");
        arrivals = collect(observed, lit(true));
        ofUzb = collect(observed, col(COUNTERPART_AREA).equalTo("UZB"));
    }

    private static List<Arrival> collect(Observed observed, Column wanted) {
        return ChangeStage.arrivals(
                        Vintages.read(observed.observations(), RUN),
                        observed.series(),
                        wanted,
                        RUN.startedAt().plusSeconds(10))
                .collectAsList()
                .stream()
                .map(Arrival::of)
                .toList();
    }

    @Test
    void firstValuesRevisionsAndWithdrawalsThatCameLater() {
        assertThat(ofUzb)
                .containsExactlyInAnyOrder(
                        new Arrival(TO_UZB, "2023", "2025-06-30", 10, 11),
                        new Arrival(TO_UZB, "2024", "2025-06-30", Double.NaN, 12),
                        new Arrival(TO_UZB, "2021", "2025-06-30", 7, Double.NaN));
        assertThat(arrivals).hasSize(4);
    }

    @Test
    void aRevisionTellsMoreThanAFirstValue() {
        assertThat(ofUzb.stream().max(Arrival.BY_WEIGHT).orElseThrow().period()).isEqualTo("2023");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    growth/goods_trade.A.KAZ.X.UZB.TOTAL.USD._Z.V.N.customs.sample/2025/yoy_ratio           | 2024
                    growth/goods_trade.A.KAZ.X.UZB.TOTAL.USD._Z.V.N.customs.sample/2024/yoy_ratio           | 2023 2024
                    growth/goods_trade.A.KAZ.X.UZB.TOTAL.USD._Z.V.N.customs.sample/2020/yoy_ratio           | ''
                    growth_window/goods_trade.A.KAZ.X.UZB.TOTAL.USD._Z.V.N.customs.sample/2021/2024/fold    | 2021 2024
                    forecast/goods_trade.A.KAZ.X.UZB.TOTAL.USD._Z.V.N.customs.sample/2030/mean              | 2021 2023 2024
                    share/sample/goods_trade/KAZ/X/UZB/2023/share_ratio                                     | 2023
                    share/sample/goods_trade/KAZ/X/UZB/2024/share_change_pp                                 | 2023 2024
                    share/other/goods_trade/KAZ/X/UZB/2023/share_ratio                                      | ''
                    concentration/KAZ.goods_trade.sample.X/2021/hhi                                         | 2021
                    balance/UZB.goods_trade.sample.customs.USD/2021/balance                                 | ''
                    mirror/goods_trade.sample.customs.USD/KAZ/UZB/2020/balanced                             | 2021 2023 2024
                    group_trade/goods_trade.sample.customs.USD/SPECA/2020/intra_share_ratio                 | 2021 2023 2024
                    claim/none/implied_base                                                                 | ''
                    """)
    void theFiguresThatRestOnIt(String key, String periods) {
        List<Footing> footings = Footing.of(key, List.of());
        assertThat(ofUzb.stream()
                        .filter(arrival -> footings.stream().anyMatch(footing -> footing.holds(arrival)))
                        .map(Arrival::period)
                        .sorted())
                .containsExactly(periods.isEmpty() ? new String[0] : periods.split(" "));
    }
}
