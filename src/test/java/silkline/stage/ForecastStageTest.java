package silkline.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static silkline.stage.GrowthStageTest.RUN;
import static silkline.table.ForecastTable.FALLBACK_REASON;
import static silkline.table.ForecastTable.HI95;
import static silkline.table.ForecastTable.HORIZON;
import static silkline.table.ForecastTable.LO95;
import static silkline.table.ForecastTable.MEAN;
import static silkline.table.ForecastTable.MODEL_USED;
import static silkline.table.ForecastTable.ORIGIN;
import static silkline.table.ObservationTable.OBS_STATUS;
import static silkline.table.ObservationTable.TIME_PERIOD;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silkline.table.AccuracyTable;
import silkline.table.ForecastTable;
import silkline.table.SeriesTable;
import silkline.testing.Frames;
import silkline.testing.Observed;
import silkline.testing.Rows;
import silkline.testing.SparkTest;

/** One frame holds a case per reporter. */
@SparkTest
class ForecastStageTest {
    private Observed observed;
    private Dataset<Row> forecasts;
    private Dataset<Row> accuracies;
    private List<Row> rows;

    @BeforeAll
    void compute(SparkSession spark) {
        List<String> lines = new ArrayList<>();
        Random noise = new Random(7);
        for (int year = 2000; year < 2025; year++) {
            lines.add("KAZ X WLD %d %s".formatted(year, 100 + 5 * (year - 2000) + noise.nextInt(10)));
            lines.add("UZB X WLD %d 42".formatted(year));
            if (year != 2010) {
                lines.add("KGZ X WLD %d %d".formatted(year, 10 + noise.nextInt(5)));
            }
        }
        for (int month = 0; month < 60; month++) {
            lines.add("TKM X WLD %d-%02d %d"
                    .formatted(2020 + month / 12, 1 + month % 12, 50 + 10 * (month % 12) + noise.nextInt(3)));
        }
        lines.add("TJK X WLD 2024 7"); // a single value
        lines.add("AFG X WLD 2023 - status=M"); // none at all
        lines.add("AZE X WLD 2024-01/P5M 5"); // a range
        observed = Observed.of(spark, lines.toArray(String[]::new));
        Dataset<Row> results = ForecastStage.results(observed.observations(), observed.series(), "auto", RUN)
                .cache();
        forecasts = ForecastStage.forecasts(results);
        accuracies = ForecastStage.accuracies(results);
        rows = forecasts.collectAsList();
    }

    private List<Row> of(String area) {
        return rows.stream()
                .filter(row -> row.<String>getAs(SeriesTable.SERIES_ID).contains("." + area + "."))
                .toList();
    }

    @Test
    void everySeriesIsForecastFromItsLastPeriodOn() {
        assertThat(Rows.lines(of("KAZ"), ORIGIN, HORIZON, TIME_PERIOD))
                .containsExactly(
                        "2024 1 2025", "2024 2 2026", "2024 3 2027", "2024 4 2028", "2024 5 2029", "2024 6 2030");
        assertThat(Rows.lines(of("TKM"), TIME_PERIOD))
                .hasSize(18)
                .startsWith("2025-01")
                .endsWith("2026-06");
    }

    @Test
    void forecastsAreMarkedAndTheirIntervalsHoldTheMean() {
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.<String>getAs(OBS_STATUS)).isEqualTo("F"));
        assertThat(of("KAZ")).allSatisfy(row -> assertThat(row.<Double>getAs(MEAN))
                .isBetween(row.<Double>getAs(LO95), row.<Double>getAs(HI95)));
    }

    @Test
    void aSeriesThatIsTooShortHasOneRowWithTheReason() {
        assertThat(Rows.lines(of("TJK"), HORIZON, TIME_PERIOD, MEAN)).containsExactly("0 - -");
        assertThat(of("TJK").get(0).<String>getAs(FALLBACK_REASON)).isNotBlank();
    }

    @Test
    void aSeriesWithoutAnyValueDoesNotStopTheOthers() {
        assertThat(Rows.lines(of("AFG"), HORIZON, MEAN)).containsExactly("0 -");
        assertThat(of("AFG").get(0).<String>getAs(FALLBACK_REASON)).isNotBlank();
    }

    @Test
    void rangesOfMonthsHaveNoNextOne() {
        assertThat(of("AZE")).isEmpty();
    }

    @Test
    void aConstantSeriesStaysConstant() {
        assertThat(of("UZB")).hasSize(6).allSatisfy(row -> {
            assertThat(row.<Double>getAs(MEAN)).isEqualTo(42);
            assertThat(row.<Double>getAs(LO95)).isEqualTo(42);
            assertThat(row.<Double>getAs(HI95)).isEqualTo(42);
        });
    }

    @Test
    void aSeriesWithAGapHasAForecastOrAReasonButNoNaN() {
        assertThat(of("KGZ")).isNotEmpty().allSatisfy(row -> {
            Double mean = row.getAs(MEAN);
            assertThat(mean == null ? row.getAs(FALLBACK_REASON) : mean)
                    .isNotNull()
                    .isNotEqualTo(Double.NaN);
        });
    }

    @Test
    void theModelUsedIsTheOneSelectedInTheBacktest() {
        String used = of("TKM").get(0).getAs(MODEL_USED);
        assertThat(Rows.lines(
                        accuracies
                                .where("series_id LIKE '%.TKM.%' AND is_selected")
                                .collectAsList(),
                        AccuracyTable.MODEL))
                .containsExactly(used);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void partitionsAndTheOrderOfTheRowsChangeNothing(int partitions) {
        Dataset<Row> again = ForecastStage.results(
                Rows.shuffled(observed.observations(), partitions), observed.series(), "auto", RUN);
        Frames.assertSameRows(
                forecasts.select(ForecastTable.SPEC.select()).drop("source_ids"),
                ForecastStage.forecasts(again).drop("source_ids"));
    }
}
