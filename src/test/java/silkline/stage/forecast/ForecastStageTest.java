package silkline.stage.forecast;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static silkline.table.gold.ForecastTable.FALLBACK_REASON;
import static silkline.table.gold.ForecastTable.HI95;
import static silkline.table.gold.ForecastTable.HORIZON;
import static silkline.table.gold.ForecastTable.LO95;
import static silkline.table.gold.ForecastTable.MEAN;
import static silkline.table.gold.ForecastTable.MODEL_USED;
import static silkline.table.gold.ForecastTable.ORIGIN;
import static silkline.table.silver.ObservationTable.OBS_STATUS;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.testing.Observed.RUN;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silkline.forecast.ForecastRequest;
import silkline.stage.panel.ShareStage;
import silkline.table.gold.AccuracyTable;
import silkline.table.gold.ForecastTable;
import silkline.table.silver.SeriesTable;
import silkline.testing.Frames;
import silkline.testing.Observed;
import silkline.testing.Rows;
import silkline.testing.SparkTest;

/** One frame holds a case per reporter. */
@SparkTest
class ForecastStageTest {
    private Observed observed;
    private Dataset<Row> results;
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
        for (int year = 2010; year < 2025; year++) {
            lines.add("ARM X WLD %d %d status=%s"
                    .formatted(year, year < 2018 ? 900 : year - 2000, year == 2018 ? "B" : "A"));
            lines.add("GEO X WLD %d %s unit=PCT".formatted(year, 2025 - year + noise.nextInt(2)));
            lines.add("MNG X WLD %d %d".formatted(year, 3000 - 200 * (year - 2010)));
            lines.add("BLR X WLD %d-01/P12M %d".formatted(year, 2 * (year - 2000)));
            lines.add("BLR X WLD %d-01/P5M %d".formatted(year, year - 2000));
        }
        lines.add("BLR X WLD 2025-01/P3M 15");
        lines.add("BLR X WLD 2025-01/P5M 26");
        for (int month = 60; month < 65; month++) {
            lines.add("TKM X CHN %d-%02d %d".formatted(2020 + month / 12, 1 + month % 12, 2));
        }
        for (int month = 0; month < 60; month++) {
            lines.add("TKM X CHN %d-%02d 1".formatted(2020 + month / 12, 1 + month % 12));
        }
        observed = Observed.of(spark, lines.toArray(String[]::new));
        results = ForecastStage.results(observed.observations(), observed.series(), ForecastRequest.DEFAULT, RUN)
                .cache();
        forecasts = ForecastStage.forecasts(results);
        accuracies = ForecastStage.accuracies(results);
        rows = forecasts.collectAsList();
    }

    private List<Row> of(String area) {
        return rows.stream()
                .filter(row -> row.<String>getAs(SeriesTable.SERIES_ID).contains("." + area + ".X.WLD."))
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
    void trainsAfterTheLastBreak() {
        assertThat(of("ARM")).hasSize(6).allSatisfy(row -> {
            assertThat(row.<String>getAs(ForecastTable.TRAINED_FROM)).isEqualTo("2018");
            assertThat(row.<Integer>getAs(ForecastTable.OBSERVATIONS)).isEqualTo(7);
            assertThat(row.<Double>getAs(MEAN)).isBetween(20.0, 40.0);
        });
    }

    @Test
    void amountsStayAboveZeroAndRatesNeedNot() {
        assertThat(of("MNG")).allMatch(row -> row.<Double>getAs(LO95) >= 0).anyMatch(row -> row.getAs("is_floored"));
        assertThat(of("GEO")).anyMatch(row -> row.<Double>getAs(LO95) < 0).noneMatch(row -> row.getAs("is_floored"));
    }

    /** The year was twice its first five months every time; so was that of 60 equal months, times 12 / 5. */
    @Test
    void theFirstMonthsLeadToTheYear() {
        assertThat(Rows.lines(of("BLR"), ORIGIN, "model_used", TIME_PERIOD, MEAN, "observations", "is_selected"))
                .containsExactly("2025-01/P5M year-to-date 2025 52 10 false");
        assertThat(Rows.lines(
                        rows.stream()
                                .filter(row -> row.getAs(MODEL_USED).equals("year-to-date"))
                                .filter(row ->
                                        row.<String>getAs(SeriesTable.SERIES_ID).contains("TKM.X.CHN"))
                                .toList(),
                        TIME_PERIOD,
                        MEAN,
                        LO95,
                        HI95))
                .containsExactly("2025 24 24 24");
    }

    @Test
    void everyFoldIsKept(SparkSession spark) {
        Dataset<Row> backtests = ForecastStage.backtests(
                results, spark.createDataFrame(List.of(), ForecastTable.SPEC.schema()), observed.observations());
        List<Row> kaz = backtests
                .where("series_id LIKE '%.KAZ.%' AND model = 'ensemble'")
                .orderBy("origin", "horizon")
                .collectAsList();
        assertThat(Rows.lines(kaz, "kind", ORIGIN, HORIZON, TIME_PERIOD))
                .hasSize(4 * 6)
                .startsWith("replayed 2015 1 2016", "replayed 2015 2 2017")
                .endsWith("replayed 2018 6 2024");
        double mae = kaz.stream()
                .mapToDouble(row -> Math.abs(row.<Double>getAs("error")))
                .average()
                .orElseThrow();
        assertThat(mae)
                .isCloseTo(
                        accuracies
                                .where("series_id LIKE '%.KAZ.%' AND model = 'ensemble'")
                                .first()
                                .<Double>getAs("mae"),
                        within(1e-9));
    }

    /** A year later: the forecast of before is kept as it was and held against what came. */
    @Test
    void whatWasForecastIsKeptAndScoredWhenTheValueComes(SparkSession spark) {
        Dataset<Row> before = forecasts.where("series_id LIKE '%.KAZ.%' OR series_id LIKE '%.UZB.%'");
        Observed later = Observed.of(spark, "KAZ X WLD 2025 300 published=2026-06-30");
        Dataset<Row> observations = observed.observations().unionByName(later.observations());
        Dataset<Row> again = ForecastStage.results(
                        observations.where("series_key = " + key("KAZ")),
                        observed.series(),
                        ForecastRequest.DEFAULT,
                        RUN)
                .cache();
        List<Row> all = ForecastStage.withEarlier(ForecastStage.forecasts(again), before, lit(true))
                .collectAsList();
        assertThat(Rows.lines(
                        all.stream()
                                .filter(row -> row.<Integer>getAs(HORIZON) == 1)
                                .toList(),
                        ORIGIN,
                        "vintage",
                        "is_current"))
                .containsExactlyInAnyOrder("2024 2025-06-30 false", "2024 2025-06-30 false", "2025 2026-06-30 true");
        List<Row> scored = ForecastStage.published(before, observations).collectAsList();
        double mean = of("KAZ").get(0).getAs(MEAN);
        assertThat(scored).singleElement().satisfies(row -> {
            assertThat(Rows.lines(List.of(row), "kind", "model", ORIGIN, HORIZON, TIME_PERIOD, "actual", "is_covered"))
                    .containsExactly("published ensemble 2024 1 2025 300 "
                            + (of("KAZ").get(0).<Double>getAs(HI95) >= 300));
            assertThat(row.<Double>getAs("error")).isEqualTo(300 - mean);
        });
    }

    /** Same origin and vintage: the new rows take the place of the old ones. */
    @Test
    void aRunOnTheSameDataLeavesOneForecast() {
        assertThat(ForecastStage.withEarlier(forecasts, forecasts, lit(true)).count())
                .isEqualTo(rows.size());
    }

    @Test
    void modelsLevelsAndHorizonsAreThoseAskedFor() {
        ForecastRequest request = ForecastRequest.parse("theta,naive", "A=2", "90", ForecastRequest.NONE);
        List<Row> asked = ForecastStage.forecasts(ForecastStage.results(
                        observed.observations().where("series_key = " + key("KAZ")), observed.series(), request, RUN))
                .orderBy("model_requested", "horizon")
                .collectAsList();
        assertThat(Rows.lines(asked, "model_used", "is_selected", HORIZON))
                .containsExactly("naive false 1", "naive false 2", "theta true 1", "theta true 2");
        assertThat(asked).allSatisfy(row -> {
            Row ninety = row.<Row>getList(row.fieldIndex("intervals")).get(0);
            assertThat(ninety.getDouble(0)).isEqualTo(0.9);
            assertThat(ninety.getDouble(1)).isBetween(row.<Double>getAs(LO95), row.<Double>getAs("lo80"));
            assertThat(ninety.getDouble(2)).isBetween(row.<Double>getAs("hi80"), row.<Double>getAs(HI95));
            assertThat(row.<Double>getAs("lo50")).isGreaterThan(row.<Double>getAs("lo80"));
        });
    }

    /** Three partners that add up to the world, and one hierarchy that does not. */
    @Test
    void forecastsByPartnerAddUpToTheWorldAndSharesToOne(SparkSession spark) {
        List<String> lines = new ArrayList<>();
        Random noise = new Random(11);
        for (int year = 2005; year < 2025; year++) {
            int china = 100 + 9 * (year - 2005) + noise.nextInt(20);
            int turkey = 60 + noise.nextInt(30);
            int rest = 20 + 2 * (year - 2005) + noise.nextInt(9);
            lines.add("KAZ X CHN %d %d".formatted(year, china));
            lines.add("KAZ X TUR %d %d".formatted(year, turkey));
            lines.add("KAZ X UZB %d %d".formatted(year, rest));
            lines.add("KAZ X WLD %d %d".formatted(year, china + turkey + rest));
            lines.add("KGZ X CHN %d %d".formatted(year, china));
            lines.add("KGZ X WLD %d %d".formatted(year, 3 * china + noise.nextInt(9)));
        }
        Observed flows = Observed.of(spark, lines.toArray(String[]::new));
        Dataset<Row> apart = ForecastStage.results(
                flows.observations(), flows.series(), ForecastRequest.parse("auto", "", "90", "PARTNER"), RUN);
        Dataset<Row> together = reconciled(apart, flows, "PARTNER");
        List<Row> before = ForecastStage.forecasts(apart).collectAsList();
        List<Row> after = ForecastStage.forecasts(together).collectAsList();
        assertThat(after).hasSameSizeAs(before);
        for (int step = 1; step <= 6; step++) {
            assertThat(sum(after, "KAZ.X.", step, MEAN) / 2)
                    .isCloseTo(sum(after, "KAZ.X.WLD", step, MEAN), within(1e-6));
            assertThat(sum(after, "KAZ.X.", step, "share_ratio")).isCloseTo(2, within(1e-9));
            assertThat(sum(before, "KAZ.X.", step, MEAN) / 2)
                    .isNotCloseTo(sum(before, "KAZ.X.WLD", step, MEAN), within(1e-3));
            assertThat(sum(after, "KGZ.X.WLD", step, MEAN)).isEqualTo(sum(before, "KGZ.X.WLD", step, MEAN));
            double width = sum(after, "KAZ.X.CHN", step, HI95) - sum(after, "KAZ.X.CHN", step, LO95);
            assertThat(width)
                    .isCloseTo(
                            sum(before, "KAZ.X.CHN", step, HI95) - sum(before, "KAZ.X.CHN", step, LO95), within(1e-9));
        }
        assertThat(after).allSatisfy(row -> assertThat(
                        row.<Row>getList(row.fieldIndex("intervals")).get(0).getDouble(2))
                .isBetween(row.<Double>getAs("hi80"), row.<Double>getAs(HI95)));
        assertThat(ForecastStage.accuracies(together).count())
                .isEqualTo(ForecastStage.accuracies(apart).count());
    }

    private static Dataset<Row> reconciled(Dataset<Row> apart, Observed flows, String along) {
        ShareStage.Areas areas = new ShareStage.Areas(Set.of("WLD"), List.of());
        return new ReconcileStage(ForecastRequest.parse("auto", "", "", along).along(), areas)
                .results(apart, flows.series());
    }

    /** Amounts that end in August; a rate has no sum, and a year none of its own. */
    @Test
    void monthsAddUpToTheQuartersAndYearsOfTheCalendar(SparkSession spark) {
        List<String> lines = new ArrayList<>();
        Random noise = new Random(3);
        for (int month = 0; month < 68; month++) {
            String period = "%d-%02d".formatted(2019 + month / 12, 1 + month % 12);
            lines.add("KAZ X WLD %s %d".formatted(period, 100 + month + 10 * (month % 12) + noise.nextInt(9)));
            lines.add("GEO X WLD %s %d unit=PCT".formatted(period, 10 + noise.nextInt(9)));
        }
        for (int year = 2005; year < 2025; year++) {
            lines.add("TUR X WLD %d %d".formatted(year, 50 + noise.nextInt(9)));
        }
        Observed flows = Observed.of(spark, lines.toArray(String[]::new));
        ForecastRequest request = ForecastRequest.parse("theta,naive", "M=16", "90", "TIME");
        Dataset<Row> together = ForecastStage.results(flows.observations(), flows.series(), request, RUN);
        List<Row> all = ForecastStage.forecasts(together).collectAsList();
        List<Row> kaz = all.stream()
                .filter(row -> row.<String>getAs(SeriesTable.SERIES_ID).contains(".KAZ."))
                .toList();
        assertThat(Rows.lines(
                        kaz.stream().filter(row -> isOf(row, "quarters")).toList(),
                        ORIGIN,
                        HORIZON,
                        TIME_PERIOD,
                        MODEL_USED,
                        "is_selected"))
                .startsWith("2024-08 1 2024-Q3 temporal-theta false", "2024-08 2 2024-Q4 temporal-theta false")
                .hasSize(6)
                .endsWith("2024-08 6 2025-Q4 temporal-theta false");
        Map<String, Double> months = new HashMap<>();
        kaz.stream()
                .filter(row -> isOf(row, "theta"))
                .forEach(row -> months.put(row.getAs(TIME_PERIOD), row.<Double>getAs(MEAN)));
        List<Row> years = kaz.stream().filter(row -> isOf(row, "years")).toList();
        assertThat(Rows.lines(years, TIME_PERIOD)).containsExactly("2024", "2025");
        double nextYear = months.entrySet().stream()
                .filter(month -> month.getKey().startsWith("2025"))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        assertThat(years.get(1).<Double>getAs(MEAN)).isCloseTo(nextYear, within(1e-6));
        double quarters = kaz.stream()
                .filter(row -> isOf(row, "quarters"))
                .filter(row -> row.<String>getAs(TIME_PERIOD).startsWith("2025"))
                .mapToDouble(row -> row.<Double>getAs(MEAN))
                .sum();
        assertThat(quarters).isCloseTo(nextYear, within(1e-6));
        assertThat(all.stream().filter(row -> !kaz.contains(row)))
                .noneMatch(row -> row.<String>getAs(MODEL_USED).startsWith("temporal-"));
        assertThat(Rows.lines(
                        ForecastStage.accuracies(together).where("series_id LIKE '%.KAZ.%' AND is_selected"),
                        AccuracyTable.MODEL))
                .containsExactly("temporal-theta");
    }

    private static boolean isOf(Row row, String requested) {
        return row.getAs("model_requested").equals(requested);
    }

    private static double sum(List<Row> rows, String series, int step, String column) {
        return rows.stream()
                .filter(row -> row.<String>getAs(SeriesTable.SERIES_ID).contains(series))
                .filter(row -> row.<Integer>getAs(HORIZON) == step)
                .mapToDouble(row -> row.<Double>getAs(column))
                .sum();
    }

    private long key(String area) {
        return of(area).get(0).getAs(SeriesTable.SERIES_KEY);
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
                                .where("series_id LIKE '%.TKM.X.WLD.%' AND is_selected")
                                .collectAsList(),
                        AccuracyTable.MODEL))
                .containsExactly(used);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void partitionsAndTheOrderOfTheRowsChangeNothing(int partitions) {
        Dataset<Row> again = ForecastStage.results(
                Rows.shuffled(observed.observations(), partitions), observed.series(), ForecastRequest.DEFAULT, RUN);
        Frames.assertSameRows(
                forecasts.select(ForecastTable.SPEC.select()).drop("source_ids"),
                ForecastStage.forecasts(again).drop("source_ids"));
    }
}
