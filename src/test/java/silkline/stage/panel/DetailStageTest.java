package silkline.stage.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static silkline.table.gold.GrowthDetailTable.ACCELERATION_PP;
import static silkline.table.gold.GrowthDetailTable.ACCELERATION_REASON;
import static silkline.table.gold.GrowthDetailTable.ANNUALISED_RATIO;
import static silkline.table.gold.GrowthDetailTable.ANNUALISED_REASON;
import static silkline.table.gold.GrowthDetailTable.ARC_RATIO;
import static silkline.table.gold.GrowthDetailTable.ARC_REASON;
import static silkline.table.gold.GrowthDetailTable.BASE_EFFECT;
import static silkline.table.gold.GrowthDetailTable.CARRY_OVER_RATIO;
import static silkline.table.gold.GrowthDetailTable.CONTRIBUTION_PP;
import static silkline.table.gold.GrowthDetailTable.CONTRIBUTION_REASON;
import static silkline.table.gold.GrowthDetailTable.CONTRIBUTION_RESIDUAL_PP;
import static silkline.table.gold.GrowthDetailTable.INDEX_BASE_YEAR;
import static silkline.table.gold.GrowthDetailTable.INDEX_REASON;
import static silkline.table.gold.GrowthDetailTable.INDEX_VALUE;
import static silkline.table.gold.GrowthDetailTable.MOMENTUM_RATIO;
import static silkline.table.gold.GrowthDetailTable.MOMENTUM_REASON;
import static silkline.table.gold.GrowthDetailTable.ROLLING_YEAR_RATIO;
import static silkline.table.gold.GrowthDetailTable.ROLLING_YEAR_REASON;
import static silkline.table.gold.GrowthDetailTable.TREND_10Y_RATIO;
import static silkline.table.gold.GrowthDetailTable.TREND_10Y_REASON;
import static silkline.table.gold.GrowthDetailTable.TREND_5Y_R2;
import static silkline.table.gold.GrowthDetailTable.TREND_5Y_RATIO;
import static silkline.table.gold.GrowthDetailTable.TREND_5Y_REASON;
import static silkline.table.gold.GrowthDetailTable.YTD_RATIO;
import static silkline.table.gold.GrowthDetailTable.YTD_REASON;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.testing.Observed.RUN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import silkline.table.gold.GrowthDetailTable;
import silkline.testing.Frames;
import silkline.testing.Observed;
import silkline.testing.Rows;
import silkline.testing.SparkTest;

/** One frame holds a case per reporter; figures worked by hand. */
@SparkTest
class DetailStageTest {
    private static final Set<String> AGGREGATES = Set.of("WLD", "_X", "SPECA");

    private Observed observed;
    private List<Row> details;

    @BeforeAll
    void compute(SparkSession spark) {
        List<String> lines = new ArrayList<>(List.of(
                // Two years of quarters: 100, then 120; the third begins.
                "KAZ X WLD 2020-Q1 10",
                "KAZ X WLD 2020-Q2 20",
                "KAZ X WLD 2020-Q3 30",
                "KAZ X WLD 2020-Q4 40",
                "KAZ X WLD 2021-Q1 15",
                "KAZ X WLD 2021-Q2 25",
                "KAZ X WLD 2021-Q3 30",
                "KAZ X WLD 2021-Q4 50",
                "KAZ X WLD 2022-Q1 18",
                // The first quarter of the second year is missing, a later one is said to be unknown.
                "KGZ X WLD 2020-Q1 10",
                "KGZ X WLD 2020-Q2 20",
                "KGZ X WLD 2021-Q2 25",
                "KGZ X WLD 2021-Q3 -",
                // A break.
                "TJK X WLD 2020-S1 10",
                "TJK X WLD 2020-S2 10",
                "TJK X WLD 2021-S1 30 status=B",
                "TJK X WLD 2021-S2 30",
                // Ranges, and a rate.
                "UZB X WLD 2024-01/P5M 10",
                "UZB X WLD 2024-02/P5M 7",
                "UZB X WLD 2025-01/P5M 12",
                "UZB X WLD 2025-02/P5M 8",
                "UZB _Z _Z 2024-Q1 5 unit=PCT indicator=gdp_growth",
                "UZB _Z _Z 2024-Q2 5 unit=PCT indicator=gdp_growth",
                // A total of which partners explain a part: one is new, one is a group.
                "AZE X WLD 2020 100",
                "AZE X WLD 2021 110",
                "AZE X TUR 2020 60",
                "AZE X TUR 2021 66",
                "AZE X GEO 2020 30",
                "AZE X GEO 2021 28",
                "AZE X _X 2020 5",
                "AZE X _X 2021 6",
                "AZE X RUS 2021 4",
                "AZE X SPECA 2020 40",
                "AZE X SPECA 2021 50",
                // Partners without a total, and a total of zero.
                "TKM X TUR 2020 60",
                "TKM X TUR 2021 66",
                "GEO X WLD 2020 0",
                "GEO X WLD 2021 5",
                "GEO X TUR 2020 0",
                "GEO X TUR 2021 5"));
        for (int year = 2010; year <= 2021; year++) {
            lines.add("TUR X WLD %d %.12f".formatted(year, 100 * Math.pow(1.07, year - 2010)));
            lines.add("RUS X WLD %d %d".formatted(year, year == 2015 ? 0 : 5));
        }
        observed = Observed.of(spark, lines.toArray(String[]::new));
        details = DetailStage.details(Histories.of(observed.observations(), observed.series(), RUN), AGGREGATES, RUN)
                .collectAsList();
    }

    private List<String> of(String reporter, String partner, String... columns) {
        String[] all =
                Stream.concat(Stream.of(TIME_PERIOD), Arrays.stream(columns)).toArray(String[]::new);
        return Rows.lines(
                details.stream()
                        .filter(row -> row.<String>getAs(SERIES_ID).contains("." + reporter + ".X." + partner + "."))
                        .toList(),
                all);
    }

    @Test
    void quartersAgainstTheQuartersAndYearsBefore() {
        assertThat(of("KAZ", "WLD", ANNUALISED_RATIO, ARC_RATIO, ACCELERATION_PP, ACCELERATION_REASON))
                .contains(
                        "2020-Q1 - - - BASE_MISSING",
                        // (25/15)^4 - 1; 2 * 10 / 40; 25 % after 50 %
                        "2021-Q2 6.71604938 0.5 -25 -");
        assertThat(of("KAZ", "WLD", YTD_RATIO, ROLLING_YEAR_RATIO, ROLLING_YEAR_REASON, MOMENTUM_RATIO))
                .contains(
                        // 40 after 30; 80 after 60
                        "2021-Q2 0.333333333 - BASE_MISSING 0.333333333",
                        // 120 after 100; 105 after 85
                        "2021-Q4 0.2 0.2 - 0.235294118");
        assertThat(of("KAZ", "WLD", CARRY_OVER_RATIO, BASE_EFFECT, INDEX_VALUE, INDEX_BASE_YEAR))
                .contains(
                        // 25 over a mean of 27.5; -ln 2; of a mean of 25
                        "2021-Q2 -0.0909090909 -0.693147181 100 2020", "2022-Q1 -0.414634146 0.980829253 72 2020");
    }

    @Test
    void aGapLeavesASumWithoutAnAnswer() {
        assertThat(of("KGZ", "WLD", YTD_RATIO, YTD_REASON, MOMENTUM_REASON, ANNUALISED_REASON, INDEX_REASON))
                .containsExactly(
                        "2020-Q1 - BASE_MISSING PARTIAL_PERIOD BASE_MISSING TOO_SHORT",
                        "2020-Q2 - BASE_MISSING PARTIAL_PERIOD - TOO_SHORT",
                        "2021-Q2 - PARTIAL_PERIOD PARTIAL_PERIOD BASE_MISSING TOO_SHORT",
                        "2021-Q3 - VALUE_MISSING VALUE_MISSING VALUE_MISSING VALUE_MISSING");
    }

    @Test
    void nothingIsComparedAcrossABreak() {
        assertThat(of("TJK", "WLD", ANNUALISED_RATIO, ANNUALISED_REASON, YTD_REASON, CARRY_OVER_RATIO, INDEX_REASON))
                .containsExactly(
                        "2020-S1 - BASE_MISSING BASE_MISSING - -",
                        "2020-S2 0 - BASE_MISSING 0 -",
                        "2021-S1 - BREAK BREAK - BREAK",
                        // The year that ends here begins with the break.
                        "2021-S2 0 - BREAK 0 BREAK");
    }

    @Test
    void aRangeIsComparedWithTheSameRangeOfTheYearBefore() {
        assertThat(of("UZB", "WLD", YTD_RATIO, YTD_REASON, CONTRIBUTION_PP, ARC_REASON, INDEX_VALUE))
                .containsExactly(
                        "2024-01/P5M - BASE_MISSING - NO_PREVIOUS_PERIOD 100",
                        "2024-02/P5M - PARTIAL_PERIOD - NO_PREVIOUS_PERIOD 100",
                        "2025-01/P5M 0.2 - 20 NO_PREVIOUS_PERIOD 120",
                        "2025-02/P5M - PARTIAL_PERIOD 14.2857143 NO_PREVIOUS_PERIOD 114.285714");
        assertThat(details)
                .filteredOn(row -> row.<String>getAs(SERIES_ID).startsWith("gdp_growth"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.<String>getAs(YTD_REASON)).isEqualTo("ALREADY_A_RATE"));
    }

    /** 10 points: 6 of Turkey, -2 of Georgia, 1 of areas unknown; the new partner is in what is left. */
    @Test
    void contributionsAndWhatTheyLeaveMakeTheGrowthOfTheTotal() {
        assertThat(of("AZE", "TUR", CONTRIBUTION_PP)).containsExactly("2020 -", "2021 6");
        assertThat(of("AZE", "GEO", CONTRIBUTION_PP)).contains("2021 -2");
        assertThat(of("AZE", "SPECA", CONTRIBUTION_PP)).contains("2021 10");
        assertThat(of("AZE", "RUS", CONTRIBUTION_PP, CONTRIBUTION_REASON)).containsExactly("2021 - BASE_MISSING");
        assertThat(of("AZE", "WLD", CONTRIBUTION_PP, CONTRIBUTION_RESIDUAL_PP))
                .containsExactly("2020 - -", "2021 10 5");
        assertThat(of("TKM", "TUR", CONTRIBUTION_REASON)).containsExactly("2020 BASE_MISSING", "2021 TOTAL_MISSING");
        assertThat(of("GEO", "TUR", CONTRIBUTION_REASON)).contains("2021 BASE_ZERO");
    }

    @Test
    void aTrendNeedsAsManyYearsOfPositiveValues() {
        assertThat(of("TUR", "WLD", TREND_5Y_RATIO, TREND_5Y_R2, TREND_5Y_REASON, TREND_10Y_RATIO, TREND_10Y_REASON))
                .contains("2014 - - TOO_SHORT - TOO_SHORT", "2019 0.07 1 - - TOO_SHORT", "2020 0.07 1 - 0.07 -");
        assertThat(of("RUS", "WLD", TREND_5Y_RATIO, TREND_5Y_R2, TREND_5Y_REASON, TREND_10Y_REASON))
                .contains(
                        "2018 - - NOT_POSITIVE TOO_SHORT",
                        "2020 - - NOT_POSITIVE NOT_POSITIVE",
                        "2021 0 - - NOT_POSITIVE");
    }

    @Test
    void theOrderAndThePartitionsOfTheRowsChangeNothing(SparkSession spark) {
        Dataset<Row> shuffled = DetailStage.details(
                Histories.of(Rows.shuffled(observed.observations(), 5), Rows.shuffled(observed.series(), 3), RUN),
                AGGREGATES,
                RUN);
        Frames.assertSameRows(spark.createDataFrame(details, GrowthDetailTable.SPEC.schema()), shuffled);
    }
}
