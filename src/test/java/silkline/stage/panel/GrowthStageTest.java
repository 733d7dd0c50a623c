package silkline.stage.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static silkline.table.gold.GrowthTable.POP_RATIO;
import static silkline.table.gold.GrowthTable.PREVIOUS_VALUE;
import static silkline.table.gold.GrowthTable.REASON;
import static silkline.table.gold.GrowthTable.YEAR_AGO_VALUE;
import static silkline.table.gold.GrowthTable.YOY_RATIO;
import static silkline.table.gold.GrowthTable.YOY_REASON;
import static silkline.table.gold.GrowthWindowTable.CAGR_RATIO;
import static silkline.table.gold.GrowthWindowTable.DOUBLING_YEARS;
import static silkline.table.gold.GrowthWindowTable.FOLD;
import static silkline.table.gold.GrowthWindowTable.FROM_PERIOD;
import static silkline.table.gold.GrowthWindowTable.LOG_CHANGE_PER_YEAR;
import static silkline.table.gold.GrowthWindowTable.TO_PERIOD;
import static silkline.table.gold.GrowthWindowTable.YEARS;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.testing.Observed.RUN;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import silkline.growth.Growth;
import silkline.table.block.Block;
import silkline.table.gold.GrowthTable;
import silkline.table.gold.GrowthWindowTable;
import silkline.table.silver.SeriesTable;
import silkline.testing.Frames;
import silkline.testing.Observed;
import silkline.testing.Rows;
import silkline.testing.SparkTest;

/** One frame holds a case per reporter; percentages worked by hand. */
@SparkTest
class GrowthStageTest {
    private List<Row> growth;
    private List<Row> windows;

    @BeforeAll
    void compute(SparkSession spark) {
        Observed observed = Observed.of(
                spark,
                // A gap in 2003.
                "KAZ X WLD 2001 100",
                "KAZ X WLD 2002 110",
                "KAZ X WLD 2004 121",
                "KAZ X WLD 2005 96.8",
                // A zero, then values from below zero to above and back.
                "UZB X WLD 2001 0",
                "UZB X WLD 2002 5",
                "UZB X WLD 2003 -5",
                "UZB X WLD 2004 10",
                "UZB X WLD 2005 0",
                // A break in 2003 and a missing value in 2005.
                "KGZ X WLD 2001 10",
                "KGZ X WLD 2002 12",
                "KGZ X WLD 2003 30 status=B",
                "KGZ X WLD 2004 33",
                "KGZ X WLD 2005 - status=M",
                "KGZ X WLD 2006 44",
                // A rate.
                "TJK X WLD 2001 4.5 unit=PCT",
                "TJK X WLD 2002 5.5 unit=PCT",
                // Months: January and February of two years, a break in May of the first.
                "TKM X WLD 2023-01 100",
                "TKM X WLD 2023-02 80",
                "TKM X WLD 2023-03 80",
                "TKM X WLD 2024-01 125",
                "TKM X WLD 2024-02 60",
                "TKM X WLD 2024-03 90 status=B",
                "TKM X WLD 2024-04 99",
                // Ranges of months.
                "AFG X WLD 2023-01/P5M 200",
                "AFG X WLD 2024-01/P5M 250",
                // Sixteen years without a gap but in 2014.
                "AZE X WLD 2008 50",
                "AZE X WLD 2009 100",
                "AZE X WLD 2019 200",
                "AZE X WLD 2021 180",
                "AZE X WLD 2023 150",
                "AZE X WLD 2024 200",
                // A single observation, and one that is missing.
                "TUR X WLD 2024 7",
                "CHN X WLD 2024 - status=M");
        Dataset<Block> histories = Histories.of(observed.observations(), observed.series(), RUN);
        growth = GrowthStage.growth(histories, RUN).rows().collectAsList();
        windows = GrowthWindowStage.windows(histories, RUN).rows().collectAsList();
    }

    private List<String> growthOf(String area, String... columns) {
        return Rows.lines(of(growth, area), columns);
    }

    private List<String> windowsOf(String area, String... columns) {
        return Rows.lines(of(windows, area), columns);
    }

    private static List<Row> of(List<Row> rows, String area) {
        return rows.stream()
                .filter(row -> row.<String>getAs(SeriesTable.SERIES_ID).contains("." + area + "."))
                .toList();
    }

    @Test
    void aMissingYearGivesNullAndNotTheWrongNeighbour() {
        assertThat(growthOf("KAZ", TIME_PERIOD, PREVIOUS_VALUE, POP_RATIO, REASON))
                .containsExactly("2001 - - BASE_MISSING", "2002 100 0.1 -", "2004 - - BASE_MISSING", "2005 121 -0.2 -");
    }

    @Test
    void annualSeriesHaveTheSameChangeAgainstThePeriodAndTheYearBefore() {
        assertThat(growthOf("KAZ", TIME_PERIOD, YEAR_AGO_VALUE, YOY_RATIO, YOY_REASON))
                .isEqualTo(growthOf("KAZ", TIME_PERIOD, PREVIOUS_VALUE, POP_RATIO, REASON));
    }

    @Test
    void aZeroBaseAndAChangeOfSignGiveAReason() {
        assertThat(growthOf("UZB", TIME_PERIOD, POP_RATIO, REASON))
                .containsExactly(
                        "2001 - BASE_MISSING",
                        "2002 - BASE_ZERO",
                        "2003 - SIGN_CHANGE",
                        "2004 - SIGN_CHANGE",
                        "2005 -1 -");
    }

    @Test
    void aBreakHasNoGrowthButTheYearAfterHas() {
        assertThat(growthOf("KGZ", TIME_PERIOD, POP_RATIO, REASON))
                .contains("2002 0.2 -", "2003 - BREAK", "2004 0.1 -");
    }

    @Test
    void aMissingValueHasNoGrowthAndIsNoBase() {
        assertThat(growthOf("KGZ", TIME_PERIOD, POP_RATIO, REASON))
                .contains("2005 - VALUE_MISSING", "2006 - BASE_MISSING");
    }

    @Test
    void aRateIsNotDividedByARate() {
        assertThat(growthOf("TJK", TIME_PERIOD, POP_RATIO, REASON, YOY_REASON))
                .containsExactly("2001 - ALREADY_A_RATE ALREADY_A_RATE", "2002 - ALREADY_A_RATE ALREADY_A_RATE");
    }

    @Test
    void monthsAreComparedWithTheSameMonthOfTheYearBefore() {
        assertThat(growthOf("TKM", TIME_PERIOD, POP_RATIO, YOY_RATIO))
                .contains("2023-02 -0.2 -", "2024-01 - 0.25", "2024-02 -0.52 -0.25");
    }

    @Test
    void aBreakStandsBetweenAMonthAndItsYearBefore() {
        assertThat(growthOf("TKM", TIME_PERIOD, REASON, YOY_REASON)).contains("2024-03 BREAK BREAK", "2024-04 - BREAK");
    }

    @Test
    void rangesHaveAYearBeforeButNoPeriodBefore() {
        assertThat(growthOf("AFG", TIME_PERIOD, POP_RATIO, REASON, YOY_RATIO, YOY_REASON))
                .containsExactly(
                        "2023-01/P5M - NO_PREVIOUS_PERIOD - BASE_MISSING", "2024-01/P5M - NO_PREVIOUS_PERIOD 0.25 -");
    }

    @Test
    void windowsReachBackWhereThereIsAnObservationAndOverTheWholeSeries() {
        assertThat(windowsOf("AZE", FROM_PERIOD, TO_PERIOD, YEARS, FOLD))
                .containsExactly(
                        "2008 2024 16 4",
                        "2009 2024 15 2",
                        "2019 2024 5 1",
                        "2021 2024 3 1.11111111",
                        "2023 2024 1 1.33333333");
    }

    @Test
    void windowRatesAreThoseOfTheFormulas() {
        Row whole = of(windows, "AZE").stream()
                .filter(row -> row.getAs(FROM_PERIOD).equals("2008"))
                .findFirst()
                .orElseThrow();
        double logChange = Growth.logChange(50, 200) / 16;
        assertThat(whole.<Double>getAs(CAGR_RATIO)).isCloseTo(Growth.compoundAnnualRate(50, 200, 16), within());
        assertThat(whole.<Double>getAs(LOG_CHANGE_PER_YEAR)).isCloseTo(logChange, within());
        assertThat(whole.<Double>getAs(DOUBLING_YEARS)).isCloseTo(8, within());
    }

    @Test
    void aSeriesThatDoesNotGrowNeverDoubles() {
        assertThat(windowsOf("AZE", FROM_PERIOD, DOUBLING_YEARS)).contains("2019 -");
    }

    @Test
    void noWindowReachesAcrossABreakOrBeyondTheLastValue() {
        assertThat(windowsOf("KGZ", FROM_PERIOD, TO_PERIOD, FOLD, REASON))
                .containsExactly("2001 2006 - BREAK", "2003 2006 1.46666667 -");
    }

    @Test
    void aSingleObservationHasNoWindow() {
        assertThat(windowsOf("TUR", FROM_PERIOD)).isEmpty();
        assertThat(windowsOf("CHN", FROM_PERIOD)).isEmpty();
    }

    @Test
    void nothingGivesNothing(SparkSession spark) {
        Observed none = Observed.of(spark);
        Dataset<Block> nothing = Histories.of(none.observations(), none.series(), RUN);
        Frames.assertSameRows(
                spark.createDataFrame(List.of(), GrowthTable.SPEC.schema()),
                GrowthStage.growth(nothing, RUN).rows());
        Frames.assertSameRows(
                spark.createDataFrame(List.of(), GrowthWindowTable.SPEC.schema()),
                GrowthWindowStage.windows(nothing, RUN).rows());
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-12);
    }
}
