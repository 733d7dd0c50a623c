package silkline.stage.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static silkline.table.gold.ForecastTable.HI80;
import static silkline.table.gold.ForecastTable.HI95;
import static silkline.table.gold.ForecastTable.HORIZON;
import static silkline.table.gold.ForecastTable.IS_SELECTED;
import static silkline.table.gold.ForecastTable.LO80;
import static silkline.table.gold.ForecastTable.LO95;
import static silkline.table.gold.ForecastTable.MEAN;
import static silkline.table.gold.ForecastTable.MODEL_REQUESTED;
import static silkline.table.gold.ForecastTable.RECONCILED;
import static silkline.table.gold.ForecastTable.SHARE_RATIO;
import static silkline.table.silver.ObservationTable.TIME_PERIOD;
import static silkline.table.silver.SeriesTable.SERIES_ID;
import static silkline.testing.Observed.RUN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import silkline.forecast.ForecastRequest;
import silkline.series.SeriesId;
import silkline.stage.panel.GroupMember;
import silkline.stage.panel.ShareStage;
import silkline.testing.Frames;
import silkline.testing.Observed;
import silkline.testing.Rows;
import silkline.testing.SparkTest;

/**
 * Months up to August of exports by partner and product, with a published group that is its members, one that is not, and
 * one that nobody publishes.
 */
@SparkTest
class ReconcileStageTest {
    private static final List<String> PARTNERS = List.of("CHN", "KGZ", "UZB", "_X");
    private static final List<String> PRODUCTS = List.of("HS:01", "HS:02");
    private static final List<String> QUARTERS = List.of("2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4");
    private static final String ALL = "PARTNER,PRODUCT,GROUP,TIME";

    private Observed observed;
    private List<Row> apart;
    private List<Row> together;

    private static ShareStage.Areas areas() {
        LocalDate always = LocalDate.of(1990, 1, 1);
        List<GroupMember> members = Map.of(
                        "SPECA", List.of("KAZ", "KGZ", "UZB"),
                        "C5", List.of("KAZ", "KGZ", "UZB"),
                        "CIS", List.of("KGZ", "UZB"),
                        "SCO", List.of("CHN", "IND"))
                .entrySet()
                .stream()
                .flatMap(group -> group.getValue().stream()
                        .map(area -> new GroupMember(group.getKey(), area, always, LocalDate.of(9999, 12, 31))))
                .sorted((one, other) -> (one.group() + one.area()).compareTo(other.group() + other.area()))
                .toList();
        return new ShareStage.Areas(Set.of("WLD", "_X", "SPECA", "C5", "CIS", "SCO"), members);
    }

    @BeforeAll
    void compute(SparkSession spark) {
        List<String> lines = new ArrayList<>();
        Random noise = new Random(5);
        for (int month = 0; month < 56; month++) {
            String period = "%d-%02d".formatted(2020 + month / 12, 1 + month % 12);
            int[] totals = new int[PRODUCTS.size()];
            int[] near = new int[PRODUCTS.size()];
            for (int p = 0; p < PARTNERS.size(); p++) {
                int sum = 0;
                for (int q = 0; q < PRODUCTS.size(); q++) {
                    // One flow dies out, so that what is left of gaps would take it below zero.
                    int value = p == 3 && q == 0
                            ? Math.max(0, 40 - month) * 10
                            : (1 + p) * (1000 + 10 * month + 100 * (month % 12)) + noise.nextInt(900);
                    sum += value;
                    totals[q] += value;
                    near[q] += p == 1 || p == 2 ? value : 0;
                    lines.add("KAZ X %s %s %d product=%s".formatted(PARTNERS.get(p), period, value, PRODUCTS.get(q)));
                }
                lines.add("KAZ X %s %s %d".formatted(PARTNERS.get(p), period, sum));
            }
            for (int q = 0; q < PRODUCTS.size(); q++) {
                lines.add("KAZ X WLD %s %d product=%s".formatted(period, totals[q], PRODUCTS.get(q)));
                lines.add("KAZ X C5 %s %d product=%s".formatted(period, near[q], PRODUCTS.get(q)));
            }
            lines.add("KAZ X WLD %s %d".formatted(period, totals[0] + totals[1]));
            lines.add("KAZ X C5 %s %d".formatted(period, near[0] + near[1]));
            lines.add("KAZ X CIS %s %d".formatted(period, 2 * (near[0] + near[1])));
            lines.add("KAZ M CHN %s %d".formatted(period, 100 + noise.nextInt(50)));
        }
        observed = Observed.of(spark, lines.toArray(String[]::new));
        apart = forecasts("TIME");
        together = forecasts(ALL);
    }

    private List<Row> forecasts(String along) {
        return ForecastStage.forecasts(results(along))
                .where("model_requested <> 'year-to-date'")
                .collectAsList();
    }

    private Dataset<Row> results(String along) {
        return results(along, observed.observations());
    }

    private Dataset<Row> results(String along, Dataset<Row> observations) {
        ForecastRequest request = ForecastRequest.parse("theta", "M=16", "90", along);
        Dataset<Row> results = ForecastStage.results(observations, observed.series(), request, RUN);
        return new ReconcileStage(request.along(), areas()).results(results, observed.series());
    }

    /** Means by period of the one series with this partner and product: of the months or of quarters and years. */
    private static Map<String, Double> means(List<Row> rows, String partner, String product, boolean isOfSums) {
        return rows.stream()
                .filter(of(partner, product))
                .filter(row -> isSum(row) == isOfSums)
                .collect(Collectors.toMap(row -> row.getAs(TIME_PERIOD), row -> row.<Double>getAs(MEAN)));
    }

    private static Predicate<Row> of(String partner, String product) {
        return row -> {
            SeriesId id = SeriesId.parse(row.getAs(SERIES_ID));
            return id.flow().equals("X")
                    && id.counterpartArea().equals(partner)
                    && id.product().equals(product);
        };
    }

    private static boolean isSum(Row row) {
        return Set.of("quarters", "years").contains(row.<String>getAs(MODEL_REQUESTED));
    }

    /** Largest difference between a total and its parts as a ratio to the total, over all periods. */
    private static double gap(Map<String, Double> total, List<Map<String, Double>> parts) {
        assertThat(total).isNotEmpty();
        return total.entrySet().stream()
                .mapToDouble(period -> Math.abs(parts.stream()
                                        .mapToDouble(part -> part.get(period.getKey()))
                                        .sum()
                                / period.getValue()
                        - 1))
                .max()
                .orElseThrow();
    }

    private static double worst(List<Row> rows, boolean isOfSums) {
        List<Double> gaps = new ArrayList<>();
        for (String product : List.of("TOTAL", "HS:01", "HS:02")) {
            gaps.add(gap(
                    means(rows, "WLD", product, isOfSums),
                    PARTNERS.stream()
                            .map(partner -> means(rows, partner, product, isOfSums))
                            .toList()));
            gaps.add(gap(
                    means(rows, "C5", product, isOfSums),
                    List.of(means(rows, "KGZ", product, isOfSums), means(rows, "UZB", product, isOfSums))));
        }
        for (String partner : List.of("WLD", "CHN", "KGZ", "UZB", "_X", "C5")) {
            gaps.add(gap(
                    means(rows, partner, "TOTAL", isOfSums),
                    PRODUCTS.stream()
                            .map(product -> means(rows, partner, product, isOfSums))
                            .toList()));
        }
        return gaps.stream().max(Double::compare).orElseThrow();
    }

    @Test
    void partsAddUpToTotalsAlongEveryDimension() {
        assertThat(worst(apart, false)).isGreaterThan(1e-4);
        assertThat(worst(together, false)).isLessThan(1e-9);
        assertThat(worst(together, true)).isLessThan(1e-9);
    }

    @Test
    void monthsStillAddUpToQuartersAndYears() {
        for (String partner : List.of("WLD", "CHN", "_X", "C5", "SPECA")) {
            Map<String, Double> months = means(together, partner, "TOTAL", false);
            Map<String, Double> sums = means(together, partner, "TOTAL", true);
            assertThat(sums.keySet()).containsAll(QUARTERS).contains("2024", "2025");
            double year = months.entrySet().stream()
                    .filter(month -> month.getKey().startsWith("2025"))
                    .mapToDouble(Map.Entry::getValue)
                    .sum();
            assertThat(sums.get("2025") / year).isCloseTo(1, within(1e-9));
            double quarters =
                    QUARTERS.subList(1, 5).stream().mapToDouble(sums::get).sum();
            assertThat(quarters / year).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void nothingIsBelowZeroAndIntervalsHoldTheMean() {
        assertThat(together).allSatisfy(row -> {
            double mean = row.<Double>getAs(MEAN);
            assertThat(mean).isNotNegative();
            assertThat(row.<Double>getAs(LO95)).isNotNegative().isLessThanOrEqualTo(mean);
            assertThat(row.<Double>getAs(HI95)).isGreaterThanOrEqualTo(mean);
            assertThat(row.<Row>getList(row.fieldIndex("intervals")).get(0).getDouble(2))
                    .isBetween(row.<Double>getAs(HI80), row.<Double>getAs(HI95));
        });
    }

    /** Nobody publishes SPECA; the CIS that is published is not its members; SCO is one partner alone. */
    @Test
    void groupsThatNobodyPublishesAreTheSumOfTheirMembers() {
        for (boolean isOfSums : new boolean[] {false, true}) {
            assertThat(gap(
                            means(together, "SPECA", "HS:01", isOfSums),
                            List.of(
                                    means(together, "KGZ", "HS:01", isOfSums),
                                    means(together, "UZB", "HS:01", isOfSums))))
                    .isLessThan(1e-9);
        }
        assertThat(means(together, "CIS", "TOTAL", false)).isEqualTo(means(apart, "CIS", "TOTAL", false));
        assertThat(means(together, "SCO", "TOTAL", false)).isEmpty();
        Row group = together.stream().filter(of("SPECA", "TOTAL")).findFirst().orElseThrow();
        assertThat(group.<String>getAs(MODEL_REQUESTED)).isEqualTo("group");
        assertThat(group.<Boolean>getAs(IS_SELECTED)).isTrue();
        double width = width(together, "SPECA");
        assertThat(width).isPositive().isLessThan(width(together, "KGZ") + width(together, "UZB"));
    }

    private static double width(List<Row> rows, String partner) {
        return rows.stream()
                .filter(of(partner, "TOTAL"))
                .filter(row -> !isSum(row) && row.<Integer>getAs(HORIZON) == 1)
                .mapToDouble(row -> row.<Double>getAs(HI80) - row.<Double>getAs(LO80))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void rowsSayAlongWhatTheyAddUp() {
        assertThat(labels("WLD", "TOTAL")).containsExactly("PARTNER,PRODUCT,TIME");
        assertThat(labels("KGZ", "HS:01")).containsExactly(ALL);
        assertThat(labels("CIS", "TOTAL")).containsExactly("TIME");
        assertThat(forecasts("PARTNER").stream().filter(of("C5", "TOTAL")))
                .isNotEmpty()
                .allMatch(row -> row.getAs(RECONCILED) == null);
    }

    private Set<String> labels(String partner, String product) {
        return together.stream()
                .filter(of(partner, product))
                .map(row -> row.<String>getAs(RECONCILED))
                .collect(Collectors.toSet());
    }

    @Test
    void sharesOfPartnersSumToOne() {
        for (String period : List.of("2024-09", "2025-12", "2025-Q2", "2025")) {
            double shares = together.stream()
                    .filter(row -> row.getAs(TIME_PERIOD).equals(period))
                    .filter(row -> PARTNERS.stream()
                            .anyMatch(partner -> of(partner, "HS:02").test(row)))
                    .mapToDouble(row -> row.<Double>getAs(SHARE_RATIO))
                    .sum();
            assertThat(shares).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void aFlowOfNoHierarchyIsLeftAlone() {
        Predicate<Row> imports = row -> row.<String>getAs(SERIES_ID).contains(".KAZ.M.");
        assertThat(together.stream().filter(imports).map(row -> row.<Double>getAs(MEAN)))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(apart.stream()
                        .filter(imports)
                        .map(row -> row.<Double>getAs(MEAN))
                        .toList());
    }

    @Test
    void partitionsAndTheOrderOfTheRowsChangeNothing() {
        Dataset<Row> shuffled = results(ALL, Rows.shuffled(observed.observations(), 3));
        Frames.assertSameRows(
                ForecastStage.forecasts(results(ALL)).drop("source_ids", "intervals"),
                ForecastStage.forecasts(shuffled).drop("source_ids", "intervals"));
    }
}
