package silkline.stage.panel;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static silkline.table.gold.ConcentrationTable.EFFECTIVE_NUMBER;
import static silkline.table.gold.ConcentrationTable.HHI;
import static silkline.table.gold.ConcentrationTable.HHI_NORMALISED;
import static silkline.table.gold.ConcentrationTable.PARTNERS;
import static silkline.table.gold.ConcentrationTable.TOP_PARTNER;
import static silkline.table.gold.ConcentrationTable.TOP_SHARE_RATIO;
import static silkline.table.gold.GrowthTable.REASON;
import static silkline.table.gold.ShareTable.BY;
import static silkline.table.gold.ShareTable.BY_GROUP;
import static silkline.table.gold.ShareTable.BY_PARTNER;
import static silkline.table.gold.ShareTable.CHANGE_BY_OTHERS_PP;
import static silkline.table.gold.ShareTable.CHANGE_BY_OWN_PP;
import static silkline.table.gold.ShareTable.DENOMINATOR;
import static silkline.table.gold.ShareTable.MEMBER;
import static silkline.table.gold.ShareTable.PARTS;
import static silkline.table.gold.ShareTable.PARTS_EXPECTED;
import static silkline.table.gold.ShareTable.RANK;
import static silkline.table.gold.ShareTable.SHARE_CHANGE_PP;
import static silkline.table.gold.ShareTable.SHARE_RATIO;
import static silkline.table.gold.ShareTable.TOTAL;
import static silkline.table.gold.ShareTable.VALUE;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.BASIS;
import static silkline.table.silver.SeriesTable.FLOW;
import static silkline.table.silver.SeriesTable.REF_AREA;
import static silkline.testing.Observed.RUN;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import silkline.share.Bounds;
import silkline.share.Concentration;
import silkline.table.block.Block;
import silkline.table.gold.ConcentrationTable;
import silkline.testing.Frames;
import silkline.testing.Observed;
import silkline.testing.Rows;
import silkline.testing.SparkTest;

/** One frame holds a case per reporter; shares worked by hand. */
@SparkTest
class ShareStageTest {
    private static final Set<String> AGGREGATES = Set.of("WLD", "_X", "SPECA", "EU27");
    private static final Offset<Double> CLOSE = Offset.offset(1e-12);

    private Observed observed;
    private ShareStage.Areas areas;
    private List<Row> shares;
    private List<Row> concentration;

    @BeforeAll
    void compute(SparkSession spark) {
        observed = Observed.of(
                spark,
                // Exports and imports with three partners and the world; the world is more than their sum.
                "KAZ X UZB 2023 30",
                "KAZ X TJK 2023 10",
                "KAZ X CHN 2023 40",
                "KAZ X WLD 2023 100",
                "KAZ M UZB 2023 20",
                "KAZ M CHN 2023 80",
                "KAZ M WLD 2023 100",
                "KAZ X UZB 2024 50",
                "KAZ X TJK 2024 50",
                "KAZ X CHN 2024 0",
                "KAZ X WLD 2024 200",
                // Two years of parts without a published total, an excerpt before them.
                "UZB X KAZ 2021 900",
                "UZB X KAZ 2022 10",
                "UZB X CHN 2022 20",
                "UZB X TUR 2022 30",
                "UZB X _X 2022 40",
                "UZB X KAZ 2023 25",
                "UZB X CHN 2023 75",
                "UZB X TUR 2023 100",
                // Turnover as stated beside sides that add up to something else, in one dataset.
                "KGZ X KAZ 2023 10",
                "KGZ M KAZ 2023 20",
                "KGZ T KAZ 2023 33",
                "KGZ T UZB 2023 44",
                // Statements of officials.
                "TJK T KAZ 2023 5 basis=statement",
                "TJK T UZB 2023 6 basis=statement",
                // Published group and world.
                "AZE X SPECA 2023 7",
                "AZE X WLD 2023 70",
                // A missing value and a total of zero.
                "TKM X KAZ 2023 - status=M",
                "TKM X UZB 2023 5",
                "TKM X WLD 2023 0");
        areas = new ShareStage.Areas(
                AGGREGATES,
                List.of(
                        member("KAZ", "1998-03-26", "9999-12-31"),
                        member("KGZ", "1998-03-26", "9999-12-31"),
                        member("TJK", "1998-03-26", "9999-12-31"),
                        member("UZB", "1998-03-26", "9999-12-31"),
                        // Joined in the middle of a year, and left before.
                        member("TUR", "2022-07-01", "9999-12-31"),
                        member("CHN", "1998-03-26", "2021-12-31")));
        Dataset<Block> histories = Histories.of(observed.observations(), observed.series(), RUN);
        shares = ShareStage.shares(histories, areas, RUN).rows().collectAsList();
        concentration =
                ConcentrationStage.concentration(histories, areas, RUN).rows().collectAsList();
    }

    private static GroupMember member(String area, String from, String to) {
        return new GroupMember("SPECA", area, LocalDate.parse(from), LocalDate.parse(to));
    }

    private List<String> partnersOf(String area, String flow, String... columns) {
        return Rows.lines(shares.stream().filter(rows(area, flow, BY_PARTNER)).toList(), columns);
    }

    private List<String> groupsOf(String area, String flow, String... columns) {
        return Rows.lines(shares.stream().filter(rows(area, flow, BY_GROUP)).toList(), columns);
    }

    private static Predicate<Row> rows(String area, String flow, String by) {
        return row -> row.getAs(REF_AREA).equals(area)
                && row.getAs(FLOW).equals(flow)
                && row.getAs(BY).equals(by);
    }

    private List<String> concentrationOf(String area, String flow, String... columns) {
        return Rows.lines(
                concentration.stream()
                        .filter(row -> row.getAs(REF_AREA).equals(area)
                                && row.getAs(FLOW).equals(flow))
                        .toList(),
                columns);
    }

    @Test
    void aPublishedTotalIsTheDenominatorAndNotTheSumOfItsParts() {
        assertThat(partnersOf("KAZ", "X", TIME_PERIOD, MEMBER, VALUE, TOTAL, DENOMINATOR, SHARE_RATIO))
                .contains(
                        "2023 UZB 30 100 published_total 0.3",
                        "2023 TJK 10 100 published_total 0.1",
                        "2023 WLD 100 100 published_total 1");
    }

    @Test
    void withoutAPublishedTotalThePartsAndTheRestAddUp() {
        assertThat(partnersOf("UZB", "X", TIME_PERIOD, MEMBER, TOTAL, DENOMINATOR, SHARE_RATIO))
                .contains("2022 KAZ 100 sum_of_parts 0.1", "2022 _X 100 sum_of_parts 0.4")
                .contains("2023 TUR 200 sum_of_parts 0.5");
    }

    @Test
    void anExcerptOfThePartnersIsNoTotal() {
        assertThat(partnersOf("UZB", "X", TIME_PERIOD, MEMBER, VALUE, TOTAL, SHARE_RATIO, REASON))
                .contains("2021 KAZ 900 - - TOTAL_MISSING");
    }

    @Test
    void turnoverIsExportsPlusImports() {
        assertThat(partnersOf("KAZ", "T", TIME_PERIOD, MEMBER, VALUE, TOTAL, SHARE_RATIO, PARTS))
                .contains("2023 CHN 120 200 0.6 2", "2023 UZB 50 200 0.25 2");
    }

    @Test
    void turnoverOfOneSideIsNoTurnover() {
        assertThat(partnersOf("KAZ", "T", TIME_PERIOD, MEMBER, VALUE, PARTS, PARTS_EXPECTED, REASON))
                .contains("2023 TJK - 1 2 SIDE_MISSING");
    }

    @Test
    void statedTurnoverIsPreferredToTheSumOfTheSides() {
        assertThat(partnersOf("KGZ", "T", MEMBER, VALUE, PARTS)).contains("KAZ 33 2", "UZB 44 2");
    }

    @Test
    void statementsNameSinglePartnersAndMakeNeitherTotalNorGroup() {
        assertThat(partnersOf("TJK", "T", MEMBER, VALUE, TOTAL, REASON))
                .containsExactly("KAZ 5 - TOTAL_MISSING", "UZB 6 - TOTAL_MISSING");
        assertThat(groupsOf("TJK", "T", MEMBER)).isEmpty();
    }

    @Test
    void groupsAreSumsOfTheirMembersOfTheWholePeriodWithoutTheReporter() {
        // China left in 2021, Turkey joined in July 2022: neither was a member in the whole of 2022.
        assertThat(groupsOf("UZB", "X", TIME_PERIOD, MEMBER, VALUE, PARTS, PARTS_EXPECTED, REASON))
                .containsExactly(
                        "2021 SPECA 900 1 4 MEMBERS_MISSING",
                        "2022 SPECA 10 1 3 MEMBERS_MISSING",
                        "2023 SPECA 125 2 4 MEMBERS_MISSING");
    }

    @Test
    void aGroupCountsEachOfItsMembersOnce() {
        // Uzbekistan and Tajikistan of the four members that are not the reporter.
        assertThat(groupsOf("KAZ", "X", TIME_PERIOD, MEMBER, VALUE, SHARE_RATIO, PARTS, PARTS_EXPECTED, RANK))
                .containsExactly("2023 SPECA 40 0.4 2 4 -", "2024 SPECA 100 0.5 2 4 -");
    }

    @Test
    void aGroupsTurnoverKeepsTheKnownSideOfAMember() {
        // Uzbekistan 30 + 20, Tajikistan 10 + nothing stated.
        assertThat(groupsOf("KAZ", "T", TIME_PERIOD, MEMBER, VALUE, PARTS, PARTS_EXPECTED, REASON))
                .contains("2023 SPECA 60 3 8 MEMBERS_MISSING");
    }

    @Test
    void aPublishedGroupIsNoPartner() {
        assertThat(partnersOf("AZE", "X", MEMBER)).containsExactly("WLD");
        assertThat(groupsOf("AZE", "X", MEMBER)).isEmpty();
    }

    @Test
    void aMissingValueIsNoZeroAndATotalOfZeroHasNoShares() {
        assertThat(partnersOf("TKM", "X", MEMBER, VALUE, SHARE_RATIO, REASON))
                .containsExactly("UZB 5 - TOTAL_ZERO", "WLD 0 - TOTAL_ZERO");
    }

    /** Of the parts 30, 10 and 40, and of the 100 that are published: a rest of 20 in no hand or in one. */
    @Test
    void concentrationAgreesWithThePureFormulas() {
        double[] parts = {30, 10, 40};
        double hhi = Concentration.herfindahl(parts);
        Row row = concentration.stream()
                .filter(found -> found.getAs(REF_AREA).equals("KAZ")
                        && found.getAs(FLOW).equals("X")
                        && found.getAs(TIME_PERIOD).equals("2023"))
                .findFirst()
                .orElseThrow();
        assertThat(row.<Double>getAs(ConcentrationTable.HHI_UNCTAD)).isCloseTo(Concentration.unctad(hhi, 3), CLOSE);
        assertThat(row.<Double>getAs(ConcentrationTable.ENTROPY)).isCloseTo(Concentration.entropy(parts), CLOSE);
        assertThat(row.<Double>getAs(ConcentrationTable.THEIL)).isCloseTo(Concentration.theil(parts), CLOSE);
        Bounds bounds = Bounds.herfindahl(new double[] {0.3, 0.1, 0.4}, Long.MAX_VALUE);
        assertThat(row.<Double>getAs(ConcentrationTable.HHI_LOW)).isCloseTo(bounds.low(), CLOSE);
        assertThat(row.<Double>getAs(ConcentrationTable.HHI_HIGH)).isCloseTo(bounds.high(), CLOSE);
        assertThat(concentrationOf("UZB", "X", TIME_PERIOD, ConcentrationTable.HHI_LOW))
                .contains("2023 -");
    }

    @Test
    void theLargestPartnerIsFirstAndEqualOnesShareARank() {
        assertThat(partnersOf("KAZ", "X", TIME_PERIOD, MEMBER, RANK))
                .containsExactly(
                        "2023 CHN 1",
                        "2023 TJK 3",
                        "2023 UZB 2",
                        "2023 WLD -",
                        "2024 CHN 3",
                        "2024 TJK 1",
                        "2024 UZB 1",
                        "2024 WLD -");
    }

    @Test
    void changesOfSharesAreInPercentagePoints() {
        assertThat(partnersOf("KAZ", "X", TIME_PERIOD, MEMBER, SHARE_CHANGE_PP))
                .contains("2023 UZB -", "2024 UZB -5", "2024 TJK 15", "2024 CHN -40");
    }

    @Test
    void aChangeIsMadeByTheMembersOwnGrowthAndByThatOfTheOthers() {
        // From 30 of 100 to 50 of 200: (20/100 + 20/200) / 2, and (30 + 50) / 2 * (1/200 - 1/100).
        assertThat(partnersOf("KAZ", "X", TIME_PERIOD, MEMBER, CHANGE_BY_OWN_PP, CHANGE_BY_OTHERS_PP))
                .contains("2024 UZB 15 -20", "2023 UZB - -");
    }

    @Test
    void exportsAloneAreNoTurnover() {
        assertThat(partnersOf("UZB", "T", MEMBER)).isEmpty();
        assertThat(groupsOf("UZB", "T", MEMBER)).isEmpty();
    }

    @Test
    void sharesOfThePartsAddUpToOne() {
        double sum = shares.stream()
                .filter(rows("UZB", "X", BY_PARTNER))
                .filter(row -> row.getAs(TIME_PERIOD).equals("2023"))
                .mapToDouble(row -> row.<Double>getAs(SHARE_RATIO))
                .sum();
        assertThat(sum).isCloseTo(1, CLOSE);
    }

    @Test
    void concentrationIsThatOfTheFormulas() {
        Row row = concentration.stream()
                .filter(r -> r.getAs(REF_AREA).equals("KAZ")
                        && r.getAs(FLOW).equals("X")
                        && r.getAs(TIME_PERIOD).equals("2023"))
                .findFirst()
                .orElseThrow();
        double hhi = Concentration.herfindahl(new double[] {30, 10, 40});
        assertThat(row.<Long>getAs(PARTNERS)).isEqualTo(3);
        assertThat(row.<Double>getAs(HHI)).isCloseTo(hhi, CLOSE);
        assertThat(row.<Double>getAs(HHI_NORMALISED)).isCloseTo(Concentration.normalised(hhi, 3), CLOSE);
        assertThat(row.<Double>getAs(EFFECTIVE_NUMBER)).isCloseTo(Concentration.effectiveNumber(hhi), CLOSE);
        assertThat(row.<String>getAs(TOP_PARTNER)).isEqualTo("CHN");
        assertThat(row.<Double>getAs(TOP_SHARE_RATIO)).isCloseTo(0.5, CLOSE);
    }

    @Test
    void concentrationLeavesOutTheWorldAndWhatTradesNothing() {
        assertThat(concentrationOf("KAZ", "X", TIME_PERIOD, PARTNERS, HHI)).contains("2024 2 0.5");
    }

    @Test
    void anExcerptHasNoConcentration() {
        assertThat(concentrationOf("UZB", "X", TIME_PERIOD, PARTNERS, HHI, REASON))
                .contains("2021 1 - PARTS_MISSING", "2023 3 0.40625 -");
    }

    @Test
    void scalingAllValuesLeavesSharesAlone() {
        String[] columns = {REF_AREA, FLOW, BASIS, BY, MEMBER, TIME_PERIOD, SHARE_RATIO, SHARE_CHANGE_PP, RANK, REASON};
        Dataset<Row> scaled =
                observed.observations().withColumn(OBS_VALUE, col(OBS_VALUE).multiply(1000));
        assertThat(Rows.lines(sharesOf(scaled), columns)).isEqualTo(Rows.lines(shares, columns));
    }

    @Test
    void theOrderOfTheRowsChangesNothing(SparkSession spark) {
        Dataset<Row> before = spark.createDataFrame(shares, silkline.table.gold.ShareTable.SPEC.schema());
        Frames.assertSameRows(before, sharesOf(Rows.shuffled(observed.observations(), 3)), 1e-9);
    }

    @Test
    void ofTwoLargestPartnersTheSameOneIsNamedWhateverTheOrderOfTheRows() {
        for (int partitions : List.of(1, 2, 3, 4)) {
            Dataset<Block> histories =
                    Histories.of(Rows.shuffled(observed.observations(), partitions), observed.series(), RUN);
            assertThat(Rows.lines(
                            ConcentrationStage.concentration(histories, areas, RUN)
                                    .rows()
                                    .where("ref_area = 'KAZ' AND flow = 'X' AND time_period = '2024'"),
                            TOP_PARTNER))
                    .containsExactly("UZB");
        }
    }

    private Dataset<Row> sharesOf(Dataset<Row> observations) {
        return ShareStage.shares(Histories.of(observations, observed.series(), RUN), areas, RUN)
                .rows();
    }
}
