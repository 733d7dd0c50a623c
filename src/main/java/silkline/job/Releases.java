package silkline.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static silkline.table.silver.ObservationTable.IS_DELETED;
import static silkline.table.silver.ObservationTable.PUBLISHED_AT;
import static silkline.table.silver.ObservationTable.PUBLISHED_PRECISION;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import silkline.series.PublicationDate;
import silkline.source.DatasetManifest;
import silkline.stage.ingest.IngestStage;
import silkline.stage.ingest.OutcomeStage;
import silkline.stage.ingest.ReleaseStage;
import silkline.table.Lake;
import silkline.table.Retries;
import silkline.table.silver.ConfirmationTable;
import silkline.table.silver.DatasetTable;

/** What the releases of a run say beyond the rows that are accepted; see {@link ReleaseStage}. */
final class Releases {
    private static final StructType COMPLETE = new StructType()
            .add(DATASET_ID, DataTypes.StringType)
            .add(PUBLISHED_AT, DataTypes.DateType)
            .add(PUBLISHED_PRECISION, DataTypes.StringType);

    private final JobSession session;
    private final Dataset<Row> decided;
    private final Map<String, Release> read = new TreeMap<>();

    /** Of one dataset: the newest publication among its rows, the earliest among those accepted. */
    private static final class Release {
        private Optional<PublicationDate> newest = Optional.empty();
        private Optional<LocalDate> earliestAccepted = Optional.empty();
        private boolean isComplete;
        private boolean isCut;
        private long confirmations;
    }

    /** {@code counts} are the collected rows of {@link OutcomeStage#byDataset}. */
    Releases(JobSession session, List<DatasetManifest> datasets, Dataset<Row> decided, List<Row> counts) {
        this.session = session;
        this.decided = decided;
        datasets.forEach(dataset -> read.put(dataset.id(), new Release()));
        read.forEach((id, release) -> release.isComplete =
                datasets.stream().anyMatch(d -> d.id().equals(id) && d.release() == DatasetManifest.Release.COMPLETE));
        counts.forEach(this::add);
    }

    private void add(Row row) {
        Release release = read.get(row.<String>getAs(DATASET_ID));
        release.confirmations += row.<Long>getAs(OutcomeStage.CONFIRMATIONS);
        switch (row.<String>getAs("outcome")) {
            case "accepted" -> {
                release.earliestAccepted = Optional.of(row.getAs(OutcomeStage.EARLIEST));
                release.newest = newer(release, row);
            }
            case "unchanged" -> release.newest = newer(release, row);
            // Rows that are not there for us may be there at the source: nothing is known to be missing.
            case "later" -> {
                release.isComplete = false;
                release.isCut = true;
            }
            default -> release.isComplete = false;
        }
    }

    private static Optional<PublicationDate> newer(Release release, Row row) {
        PublicationDate date = OutcomeStage.newest(row);
        return release.newest
                .filter(other -> !date.latest().isAfter(other.latest()))
                .or(() -> Optional.of(date));
    }

    /** Whether what the newest release of a dataset does not have is withdrawn. */
    boolean isComplete(String datasetId) {
        Release release = read.get(datasetId);
        return release.isComplete && release.newest.isPresent();
    }

    /** Whether rows were left out because they were published later than the run looks. */
    boolean isCut(String datasetId) {
        return read.get(datasetId).isCut;
    }

    /** The date as of which the run reads; empty where it reads everything. */
    String asOf() {
        return session.run().asOfText();
    }

    /** The newest publication among the rows of a dataset. */
    Optional<PublicationDate> newest(String datasetId) {
        return read.get(datasetId).newest;
    }

    /**
     * The last day of the newest release of each dataset of which {@code contents}, the rows of {@code silver.dataset},
     * have an earlier one; not of complete ones, since what these do not have is withdrawn.
     */
    Map<String, LocalDate> following(List<Row> contents) {
        Map<String, LocalDate> following = new TreeMap<>();
        for (Row row : contents) {
            String id = row.getAs(DATASET_ID);
            Optional<PublicationDate> before = Optional.ofNullable(row.<String>getAs(DatasetTable.RELEASE_AT))
                    .flatMap(PublicationDate::parse);
            if (read.containsKey(id) && before.isPresent() && !isComplete(id)) {
                newest(id)
                        .map(PublicationDate::latest)
                        .filter(day -> before.get().latest().isBefore(day))
                        .ifPresent(day -> following.put(id, day));
            }
        }
        return following;
    }

    /** Appends to {@code silver.confirmation} what the rows of datasets repeat; {@code isNew} says of which. */
    void confirm(Predicate<String> isNew) {
        List<String> ids = read.entrySet().stream()
                .filter(one -> one.getValue().confirmations > 0 && isNew.test(one.getKey()))
                .map(Map.Entry::getKey)
                .toList();
        if (!ids.isEmpty()) {
            session.step(IngestJob.COMMAND, ConfirmationTable.SPEC, () -> Retries.untilUndisturbed(() -> confirm(ids)));
        }
    }

    private long confirm(List<String> ids) {
        Lake lake = session.lake();
        Lake.Pinned base = lake.pin(ConfirmationTable.SPEC);
        Dataset<Row> known = ofDatasets(lake.read(base), ids);
        return lake.append(base, ReleaseStage.confirmations(ofDatasets(decided, ids), known, session.run()));
    }

    /**
     * Rows to append to {@code silver.observation} beside the accepted ones, kept in memory; empty where no release came
     * in late and none is complete. {@code contents} are the rows of {@code silver.dataset} before the run.
     */
    Optional<Dataset<Row>> implied(
            Dataset<Row> knownSeries, Dataset<Row> knownObservations, List<Row> contents, Predicate<String> isNew) {
        Lake lake = session.lake();
        List<Row> complete = complete(contents);
        Map<String, LocalDate> newestKnown = newestKnown(lake, complete);
        TreeSet<String> concerned = new TreeSet<>();
        Map<String, LocalDate> from = new HashMap<>();
        read.forEach((id, release) -> {
            boolean isWithdrawing = isComplete(id) && isNew.test(id);
            Optional<LocalDate> earliest = release.earliestAccepted;
            boolean isLate = earliest.isPresent()
                    && newestKnown.containsKey(id)
                    && earliest.get().isBefore(newestKnown.get(id));
            if (isWithdrawing || isLate) {
                concerned.add(id);
                LocalDate newest = release.newest.orElseThrow().latest();
                from.put(id, earliest.filter(day -> day.isBefore(newest)).orElse(newest));
            }
            if (isWithdrawing) {
                complete.add(row(id, release.newest.orElseThrow()));
            }
        });
        if (concerned.isEmpty()) {
            return Optional.empty();
        }
        List<String> ids = List.copyOf(concerned);
        List<Row> releases = complete.stream()
                .filter(one -> from.containsKey(one.getString(0))
                        && !one.<LocalDate>getAs(1).isBefore(from.get(one.getString(0))))
                .distinct()
                .toList();
        Dataset<Row> keys = knownSeries
                .select(SERIES_KEY, DATASET_ID)
                .unionAll(decided.where(col(SERIES_KEY).isNotNull()).select(SERIES_KEY, DATASET_ID))
                .where(col(DATASET_ID).isInCollection(ids))
                .distinct();
        return Optional.of(JobSession.kept(ReleaseStage.implied(
                ofDatasets(decided, ids),
                IngestStage.ofDatasets(knownObservations, knownSeries, ids),
                ofDatasets(lake.readOrEmpty(ConfirmationTable.SPEC), ids),
                session.spark().createDataFrame(releases, COMPLETE),
                keys,
                session.run())));
    }

    /** The complete releases among the contents read before. */
    private static List<Row> complete(List<Row> contents) {
        List<Row> complete = new ArrayList<>();
        for (Row row : contents) {
            if (row.<Boolean>getAs(DatasetTable.IS_COMPLETE)) {
                PublicationDate date = PublicationDate.parse(row.getAs(DatasetTable.RELEASE_AT))
                        .orElseThrow();
                complete.add(row(row.getAs(DATASET_ID), date));
            }
        }
        return complete;
    }

    /** The newest date of each dataset of which something is known that the observations do not show. */
    private Map<String, LocalDate> newestKnown(Lake lake, List<Row> complete) {
        Map<String, LocalDate> newest = new HashMap<>();
        complete.forEach(row -> newest.merge(row.getString(0), row.getAs(1), Releases::later));
        boolean isAnyAccepted = read.values().stream().anyMatch(r -> r.earliestAccepted.isPresent());
        if (isAnyAccepted && lake.has(ConfirmationTable.SPEC)) {
            lake.read(ConfirmationTable.SPEC)
                    .groupBy(DATASET_ID)
                    .agg(max(PUBLISHED_AT))
                    .collectAsList()
                    .forEach(row -> newest.merge(row.getString(0), row.getAs(1), Releases::later));
        }
        return newest;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Row row(String datasetId, PublicationDate date) {
        return RowFactory.create(datasetId, date.latest(), date.precision().code());
    }

    private static Dataset<Row> ofDatasets(Dataset<Row> rows, List<String> ids) {
        return rows.where(col(DATASET_ID).isInCollection(ids));
    }

    /** How many of these observations are deletions, by dataset. */
    static Map<String, Long> deletions(Dataset<Row> observations, Dataset<Row> decided, Dataset<Row> knownSeries) {
        Map<String, Long> deletions = new HashMap<>();
        Dataset<Row> keys = knownSeries
                .select(SERIES_KEY, DATASET_ID)
                .unionAll(decided.select(SERIES_KEY, DATASET_ID))
                .distinct();
        observations
                .where(col(IS_DELETED))
                .select(SERIES_KEY)
                .join(keys, SERIES_KEY)
                .groupBy(DATASET_ID)
                .count()
                .collectAsList()
                .forEach(row -> deletions.put(row.getString(0), row.getLong(1)));
        return deletions;
    }
}
