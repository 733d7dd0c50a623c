package silkline.stage.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static silkline.table.silver.ObservationTable.IS_DELETED;
import static silkline.table.silver.ObservationTable.OBS_STATUS;
import static silkline.table.silver.ObservationTable.OBS_VALUE;
import static silkline.table.silver.ObservationTable.PERIOD_INDEX;
import static silkline.table.silver.ObservationTable.PUBLISHED_AT;
import static silkline.table.silver.ObservationTable.PUBLISHED_PRECISION;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silkline.series.PublicationDate;
import silkline.stage.RunContext;
import silkline.stage.Vintages;
import silkline.table.silver.ConfirmationTable;
import silkline.table.silver.ObservationTable;
import silkline.testing.Observed;
import silkline.testing.Rows;
import silkline.testing.SparkTest;

/**
 * Releases that come in in any order read as if they had come in in theirs, at every date. Random releases (gaps,
 * repetitions, changes of value and of status alone, withdrawals, dates "on or before") come in in every order; each
 * order is a dataset of its own, so that all are loaded side by side. What should be read, a few lines of plain Java say
 * from the releases themselves, without knowing how anything is stored.
 */
@SparkTest
class BackfillTest {
    private static final int STORIES = 24;
    private static final int PERIODS = 4;
    private static final List<String> DATES = List.of("2024-01-10", "2024-06", "../2024-08-01", "2024-06-30", "2025");
    /** What a release says of an observation that it withdraws by name. */
    private static final String GONE = "gone";

    private static final StructType PARSED =
            StructType.fromDDL("file string, line bigint, rule string, message string, "
                    + "series_key bigint, dataset_id string, time_period string, period_index int, period_start date, "
                    + "period_end date, obs_value double, unit_mult int, obs_status string, published_at date, "
                    + "published_precision string, source_ref string, note string, is_deleted boolean");
    private static final StructType RELEASE =
            StructType.fromDDL("dataset_id string, published_at date, published_precision string");

    /** What a release says of each period; null where it does not have it. */
    private record Release(PublicationDate published, boolean isComplete, List<String> said) {}

    private record Story(int number, List<Release> releases) {}

    private final List<Story> stories = stories();
    private final List<List<Integer>> orders = orders(List.of(), List.of(0, 1, 2, 3));
    private Dataset<Row> observations;

    private static List<Story> stories() {
        Random random = new Random(7);
        List<Story> stories = new ArrayList<>();
        for (int number = 0; number < STORIES; number++) {
            List<String> dates = new ArrayList<>(DATES);
            Collections.shuffle(dates, random);
            boolean isComplete = number % 2 == 0;
            stories.add(new Story(
                    number,
                    dates.subList(0, 4).stream()
                            .map(date -> release(random, date, isComplete && random.nextInt(3) > 0))
                            .toList()));
        }
        return stories;
    }

    private static Release release(Random random, String date, boolean isComplete) {
        List<String> choices = new ArrayList<>(List.of("1 A", "1 A", "2 A", "1 P", "- M", GONE));
        choices.addAll(Collections.nCopies(3, ""));
        return new Release(
                PublicationDate.parse(date).orElseThrow(),
                isComplete,
                IntStream.range(0, PERIODS)
                        .mapToObj(period -> choices.get(random.nextInt(choices.size())))
                        .toList());
    }

    private static List<List<Integer>> orders(List<Integer> begun, List<Integer> left) {
        if (left.isEmpty()) {
            return List.of(begun);
        }
        List<List<Integer>> orders = new ArrayList<>();
        for (Integer next : left) {
            List<Integer> more = new ArrayList<>(begun);
            more.add(next);
            orders.addAll(
                    orders(more, left.stream().filter(i -> !i.equals(next)).toList()));
        }
        return orders;
    }

    private static String datasetId(Story story, int order) {
        return story.number() + "/" + order;
    }

    private static long key(Story story, int order) {
        return story.number() * 100L + order;
    }

    @BeforeAll
    void loadInEveryOrder(SparkSession spark) {
        List<Row> keys = new ArrayList<>();
        stories.forEach(story -> IntStream.range(0, orders.size())
                .forEach(order -> keys.add(RowFactory.create(key(story, order), datasetId(story, order)))));
        Dataset<Row> series = spark.createDataFrame(keys, StructType.fromDDL("series_key bigint, dataset_id string"));
        observations = spark.createDataFrame(List.of(), ObservationTable.SPEC.schema());
        Dataset<Row> confirmations = spark.createDataFrame(List.of(), ConfirmationTable.SPEC.schema());
        Dataset<Row> complete = spark.createDataFrame(List.of(), RELEASE);
        for (int step = 0; step < 4; step++) {
            RunContext run =
                    new RunContext("run-" + step, Observed.RUN.startedAt().plusSeconds(step), "");
            List<Row> parsed = new ArrayList<>();
            List<Row> releases = new ArrayList<>(complete.collectAsList());
            read(step, parsed, releases);
            Dataset<Row> decided =
                    again(DecisionStage.decide(spark.createDataFrame(parsed, PARSED), observations, run));
            complete = spark.createDataFrame(releases, RELEASE);
            Dataset<Row> implied = ReleaseStage.implied(decided, observations, confirmations, complete, series, run);
            Dataset<Row> confirmed = ReleaseStage.confirmations(decided, confirmations, run);
            observations = again(observations
                    .unionByName(IngestStage.observations(decided, run))
                    .unionByName(implied));
            confirmations = again(confirmations.unionByName(confirmed));
        }
    }

    /** The rows of the release that each order has at a step. */
    private void read(int step, List<Row> parsed, List<Row> complete) {
        for (Story story : stories) {
            for (int order = 0; order < orders.size(); order++) {
                Release release = story.releases().get(orders.get(order).get(step));
                LocalDate day = release.published().latest();
                String precision = release.published().precision().code();
                for (int period = 0; period < PERIODS; period++) {
                    String said = release.said().get(period);
                    if (!said.isEmpty()) {
                        boolean isDeleted = said.equals(GONE);
                        String[] cells = (isDeleted ? "- M" : said).split(" ", -1);
                        LocalDate start = LocalDate.of(2000 + period, 1, 1);
                        parsed.add(RowFactory.create(
                                "a.csv",
                                (long) period,
                                null,
                                null,
                                key(story, order),
                                datasetId(story, order),
                                Integer.toString(2000 + period),
                                2000 + period,
                                start,
                                start.plusYears(1).minusDays(1),
                                cells[0].equals("-") ? null : Double.valueOf(cells[0]),
                                0,
                                cells[1],
                                day,
                                precision,
                                null,
                                null,
                                isDeleted));
                    }
                }
                if (release.isComplete()) {
                    complete.add(RowFactory.create(datasetId(story, order), day, precision));
                }
            }
        }
    }

    /** As if it had been written and read. */
    private static Dataset<Row> again(Dataset<Row> rows) {
        return rows.sparkSession().createDataFrame(rows.collectAsList(), rows.schema());
    }

    /** What a reader at a date should find of each period: value, status and since when, or nothing. */
    private static Map<Integer, String> expected(Story story, LocalDate asOf) {
        List<Release> inOrder = story.releases().stream()
                .filter(release -> !release.published().latest().isAfter(asOf))
                .sorted((one, other) -> PublicationDate.BY_TRUST.compare(one.published(), other.published()))
                .toList();
        Map<Integer, String> expected = new TreeMap<>();
        for (int period = 0; period < PERIODS; period++) {
            int at = period;
            Optional<String> believed = Optional.empty();
            boolean wasDated = false;
            String since = "";
            for (Release release : inOrder) {
                boolean isDated = release.published().isDated();
                String said = release.said().get(at);
                boolean wasThere = story.releases().stream()
                        .anyMatch(other -> other.published()
                                        .latest()
                                        .isBefore(release.published().latest())
                                && !other.said().get(at).isEmpty());
                String now = !said.isEmpty() ? said : release.isComplete() && wasThere ? GONE : "";
                if (!now.isEmpty()) {
                    if (wasDated != isDated || !believed.equals(Optional.of(now))) {
                        since = release.published().toString();
                    }
                    believed = Optional.of(now);
                    wasDated = isDated;
                }
            }
            String since0 = since;
            believed.filter(said -> !said.equals(GONE)).ifPresent(said -> expected.put(at, said + " " + since0));
        }
        return expected;
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-01-10", "2024-06-29", "2024-06-30", "2024-08-01", "2025-12-31"})
    void everyOrderReadsAsTheReleasesSay(String asOf) {
        RunContext run = new RunContext("reader", Observed.RUN.startedAt(), asOf);
        Map<Long, Map<Integer, String>> found = new TreeMap<>();
        for (Row row : Vintages.newest(Vintages.read(observations, run)).collectAsList()) {
            Double value = row.getAs(OBS_VALUE);
            found.computeIfAbsent(row.getAs(SERIES_KEY), key -> new TreeMap<>())
                    .put(
                            row.<Integer>getAs(PERIOD_INDEX) - 2000,
                            "%s %s %s"
                                    .formatted(
                                            value == null ? "-" : Integer.toString(value.intValue()),
                                            row.getAs(OBS_STATUS),
                                            PublicationDate.of(
                                                    row.getAs(PUBLISHED_AT), row.getAs(PUBLISHED_PRECISION))));
        }
        for (Story story : stories) {
            for (int order = 0; order < orders.size(); order++) {
                assertThat(found.getOrDefault(key(story, order), Map.of()))
                        .as("%s in the order %s", story, orders.get(order))
                        .isEqualTo(expected(story, LocalDate.parse(asOf)));
            }
        }
    }

    @Test
    void theStoriesHaveWithdrawalsAndNoVintageIsStoredTwice() {
        assertThat(observations.where(IS_DELETED).count()).isPositive();
        assertThat(Rows.lines(observations, ObservationTable.SPEC.key().toArray(String[]::new)))
                .doesNotHaveDuplicates();
    }
}
