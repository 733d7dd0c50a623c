package silkline.stage.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static silkline.table.gold.GrowthTable.REASON;
import static silkline.table.gold.GrowthTable.SOURCE_IDS;
import static silkline.table.gold.ShareTable.PARTS;
import static silkline.table.gold.ShareTable.PARTS_EXPECTED;
import static silkline.table.gold.ShareTable.SHARE_RATIO;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.COUNTERPART_AREA;
import static silkline.table.silver.SeriesTable.FLOW;
import static silkline.table.silver.SeriesTable.REF_AREA;
import static silkline.testing.Observed.RUN;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import silkline.source.ReferenceData.Membership;
import silkline.table.gold.BalanceTable;
import silkline.table.gold.GroupTradeTable;
import silkline.table.gold.IntensityTable;
import silkline.table.gold.MarginTable;
import silkline.table.gold.MarketShareTable;
import silkline.table.gold.MirrorTable;
import silkline.testing.Observed;
import silkline.testing.Rows;
import silkline.testing.SparkTest;

/** Worked by hand. Dataset "sample" has three areas that make a whole world, "excerpt" one that sells to others. */
@SparkTest
class PairStageTest {
    private static final Set<String> AGGREGATES = Set.of("WLD", "_X", "SPECA");

    private PairStage stage;
    private Observed observed;

    @BeforeAll
    void compute(SparkSession spark) {
        observed = Observed.of(
                spark,
                "KAZ X UZB 2022 100",
                "UZB M KAZ 2022 106",
                "KAZ X CHN 2022 300",
                "CHN M KAZ 2022 636",
                "UZB X KAZ 2022 50",
                "CHN X UZB 2022 50",
                "KAZ X UZB 2023 120",
                "UZB M KAZ 2023 100",
                "KAZ X CHN 2023 480",
                "CHN M KAZ 2023 848",
                "CHN X KAZ 2023 200",
                "KAZ M CHN 2023 200",
                "UZB X KAZ 2023 0",
                "CHN X UZB 2023 200",
                "UZB M WLD 2023 400",
                // No partner of Azerbaijan reports.
                "AZE X ITA 2023 60 dataset=excerpt",
                "AZE X TUR 2023 40 dataset=excerpt",
                "AZE X WLD 2023 125 dataset=excerpt",
                // Two who report on each other, but most of their exports go elsewhere.
                "DEU X USA 2023 10 dataset=core",
                "USA X DEU 2023 20 dataset=core",
                "DEU X WLD 2023 100 dataset=core",
                "USA X WLD 2023 200 dataset=core",
                // What must not come in.
                "KAZ X SPECA 2023 999",
                "KAZ X UZB 2023 777 basis=statement",
                "KAZ _Z _Z 2023 3200 indicator=gdp dataset=accounts",
                "KAZ _Z _Z 2023 9999 indicator=gdp dataset=other");
        List<Membership> memberships = List.of(
                of("SPECA", "KAZ"),
                of("SPECA", "UZB"),
                new Membership("SPECA", "CHN", LocalDate.parse("2023-02-01"), LocalDate.MAX));
        Dataset<Row> results = PairStage.results(observed.observations(), observed.series(), memberships, AGGREGATES)
                .cache();
        stage = PairStage.of(results);
    }

    private static Membership of(String group, String member) {
        return new Membership(group, member, LocalDate.parse("1998-01-01"), LocalDate.parse("9999-12-31"));
    }

    /**
     * In 2022 nothing is learnt, so both weigh 1/2 and freight is 6 %. Of 2022 KAZ-UZB lie ln 1, KAZ-CHN ln 2 apart: mean ln 2 / 2; weights after a
     * prior of five: KAZ 2 / ln 2, UZB 6 / (2.5 ln 2), CHN 6 / (3.5 ln 2): KAZ has 5/11 beside UZB and 7/13 beside CHN.
     */
    @Test
    void bothSidesOfTheBorderStandSideBySide() {
        assertThat(Rows.lines(
                        stage.mirrors(RUN).where("dataset_id = 'sample'"),
                        MirrorTable.EXPORTER,
                        MirrorTable.IMPORTER,
                        TIME_PERIOD,
                        MirrorTable.REPORTED,
                        MirrorTable.MIRRORED,
                        MirrorTable.CIF_FOB_RATIO,
                        MirrorTable.EXPORTER_WEIGHT_RATIO,
                        MirrorTable.BALANCED,
                        MirrorTable.IS_SIDE_DEPENDENT,
                        REASON))
                .containsExactly(
                        "CHN KAZ 2023 200 200 1 0.461538462 " + text(6 / 13.0 * 200 + 7 / 13.0 * 200 / 1.06) + " - -",
                        "CHN UZB 2022 50 - - 0.5 50 - IMPORTER_MISSING",
                        "CHN UZB 2023 200 - - 0.416666667 200 - IMPORTER_MISSING",
                        "KAZ CHN 2022 300 636 2.12 0.5 450 - -",
                        "KAZ CHN 2023 480 848 1.76666667 0.538461538 " + text(7 / 13.0 * 480 + 6 / 13.0 * 800)
                                + " false -",
                        "KAZ UZB 2022 100 106 1.06 0.5 100 - -",
                        "KAZ UZB 2023 120 100 0.833333333 0.454545455 " + text(5 / 11.0 * 120 + 6 / 11.0 * 100 / 1.06)
                                + " true -",
                        "UZB KAZ 2022 50 - - 0.5 50 - IMPORTER_MISSING",
                        "UZB KAZ 2023 0 - - 0.545454545 0 - IMPORTER_MISSING");
    }

    private static String text(double value) {
        return new java.math.BigDecimal(value)
                .round(new java.math.MathContext(9))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** In 2023 the world sells 680 of 1000 to others than Uzbekistan, which takes 320 of it and 120 of Kazakhstan's 600. */
    @Test
    void intensityNeedsAWorld() {
        assertThat(Rows.lines(
                        stage.intensities(RUN),
                        REF_AREA,
                        COUNTERPART_AREA,
                        TIME_PERIOD,
                        SHARE_RATIO,
                        IntensityTable.WORLD_SHARE_RATIO,
                        IntensityTable.INTENSITY,
                        REASON))
                .contains("KAZ UZB 2023 0.2 0.32 0.625 -", "CHN UZB 2023 0.5 0.32 1.5625 -")
                .contains("AZE WLD 2023 1 - - WORLD_INCOMPLETE", "USA WLD 2023 1 - - WORLD_INCOMPLETE")
                .noneMatch(line -> line.startsWith("AZE ITA"));
    }

    /** 2023: inside KAZ 120, UZB 0 and 100 of 600 + 200 + 0 + 400; the world is 1000 and 1448. */
    @Test
    void groupsAreThoseWhoBelongedInTheWholePeriod() {
        double others = 1000 + 1448 - 1200;
        double introversion = silkline.share.Relations.introversion(220, 1200, others);
        assertThat(Rows.lines(
                        stage.groupTrade(RUN),
                        GroupTradeTable.AREA_GROUP,
                        TIME_PERIOD,
                        PARTS,
                        PARTS_EXPECTED,
                        GroupTradeTable.INSIDE,
                        GroupTradeTable.TOTAL_TRADE,
                        GroupTradeTable.INTROVERSION,
                        REASON))
                .contains("SPECA 2023 2 2 220 1200 " + text(introversion) + " -");
    }

    @Test
    void balancesAndWhatTheyAreOf() {
        assertThat(Rows.lines(
                        stage.balances(observed.observations(), observed.series(), RUN),
                        REF_AREA,
                        COUNTERPART_AREA,
                        TIME_PERIOD,
                        BalanceTable.BALANCE,
                        BalanceTable.NORMALISED_BALANCE_RATIO,
                        BalanceTable.GRUBEL_LLOYD_RATIO,
                        BalanceTable.PENETRATION_RATIO,
                        BalanceTable.OPENNESS_RATIO,
                        REASON))
                .contains(
                        "KAZ CHN 2023 280 " + text(280 / 680.0) + " " + text(400 / 680.0) + " - - -",
                        "KAZ UZB 2023 - - - - - SIDE_MISSING",
                        // all two others are its markets; 800 of 3200
                        "KAZ WLD 2023 400 0.5 0.5 1 0.25 -",
                        // of the 100 only 10 have a market
                        "DEU WLD 2023 - - - - - SIDE_MISSING");
        List<Row> sources = stage.balances(observed.observations(), observed.series(), RUN)
                .where("ref_area = 'KAZ' and time_period = '2023' and counterpart_area = 'WLD'")
                .select(SOURCE_IDS)
                .collectAsList();
        assertThat(sources).hasSize(1);
        assertThat(sources.get(0).<String>getList(0)).containsExactly("accounts", "sample");
    }

    /** China 50 to 400: 200 new with Kazakhstan, 150 more with Uzbekistan; Uzbekistan lost its only market. */
    @Test
    void marginsTellNewFromKept() {
        assertThat(Rows.lines(
                        stage.margins(RUN),
                        REF_AREA,
                        FLOW,
                        TIME_PERIOD,
                        MarginTable.RELATIONS_BEFORE,
                        MarginTable.RELATIONS,
                        MarginTable.CHANGE,
                        MarginTable.ENTERED,
                        MarginTable.LEFT,
                        MarginTable.KEPT,
                        MarginTable.INTENSIVE_PP,
                        MarginTable.RESIDUAL,
                        REASON))
                .contains(
                        "CHN X 2023 1 2 350 200 0 150 300 0 -",
                        "UZB X 2023 1 0 -50 0 -50 0 0 0 -",
                        "KAZ X 2022 0 2 - - - - - - BASE_MISSING");
    }

    /** Kazakhstan's markets imported 106 and 636 in 2022, 400 and 848 in 2023. */
    @Test
    void marketSharesClose() {
        double overall = 1248 / 742.0 - 1;
        double uzbekistan = 400 / 106.0 - 1;
        double china = 848 / 636.0 - 1;
        double growth = overall * 400;
        double structure = (uzbekistan - overall) * 100 + (china - overall) * 300;
        assertThat(Rows.lines(
                        stage.marketShares(RUN),
                        REF_AREA,
                        TIME_PERIOD,
                        MarketShareTable.CHANGE,
                        MarketShareTable.GROWTH,
                        MarketShareTable.STRUCTURE,
                        MarketShareTable.COMPETITIVENESS,
                        MarketShareTable.UNKNOWN,
                        MarketShareTable.COVERED_RATIO,
                        REASON))
                .contains(
                        "KAZ 2023 200 " + text(growth) + " " + text(structure) + " " + text(200 - growth - structure)
                                + " 0 1 -",
                        // Kazakhstan's imports of 2022 are in no report.
                        "UZB 2023 -50 - - - - 0 MARKETS_UNKNOWN");
    }

    @Test
    void orderAndPartitionsChangeNothing() {
        Observed other = new Observed(Rows.shuffled(observed.observations(), 5), Rows.shuffled(observed.series(), 3));
        Dataset<Row> results =
                PairStage.results(other.observations(), other.series(), List.of(of("SPECA", "KAZ")), AGGREGATES);
        PairStage shuffled = PairStage.of(results);
        String[] columns = MirrorTable.SPEC.schema().fieldNames();
        columns[columns.length - 2] = REASON;
        assertThat(Rows.lines(shuffled.mirrors(RUN), columns)).isEqualTo(Rows.lines(stage.mirrors(RUN), columns));
    }
}
