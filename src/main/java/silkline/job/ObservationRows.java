package silkline.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static silkline.table.silver.ObservationTable.IS_DELETED;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.SeriesTable.DATASET_ID;
import static silkline.table.silver.SeriesTable.SERIES_KEY;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import silkline.UserError;
import silkline.source.DatasetManifest;
import silkline.source.DeliveredRows;
import silkline.source.format.SourceFormats;
import silkline.stage.RunContext;
import silkline.stage.ingest.DecisionStage;
import silkline.stage.ingest.FirstDecision;
import silkline.stage.ingest.IngestStage;
import silkline.stage.ingest.OutcomeStage;
import silkline.table.Lake;
import silkline.table.Retries;
import silkline.table.silver.ObservationTable;
import silkline.table.silver.SeriesTable;

/**
 * The observations of a run: what becomes of each row, decided on what the tables held at {@code base}.
 *
 * @param known the observations that the same datasets had there
 * @param bySeries their outcomes by series
 * @param found the series that the rows are about
 * @param outcomes how many rows of which dataset had which outcome
 * @param delivered how many rows the files had
 * @param releases what they say beyond the rows that are accepted
 */
record ObservationRows(
        JobSession session,
        List<DatasetManifest> datasets,
        Lake.Pinned base,
        Lake.Pinned seriesBase,
        Dataset<Row> known,
        Dataset<Row> decided,
        Dataset<Row> bySeries,
        Dataset<Row> found,
        List<Row> outcomes,
        DeliveredRows delivered,
        Releases releases) {
    ObservationRows {
        outcomes = List.copyOf(outcomes);
        datasets = List.copyOf(datasets);
    }

    static ObservationRows read(JobSession session, List<DatasetManifest> datasets) {
        Lake lake = session.lake();
        // Observations first: series are written before them, so none that is seen lacks its series.
        Lake.Pinned base = lake.pin(ObservationTable.SPEC);
        Lake.Pinned seriesBase = lake.pin(SeriesTable.SPEC);
        Dataset<Row> known = IngestStage.ofDatasets(lake.read(base), lake.read(seriesBase), ids(datasets));
        DeliveredRows delivered = DeliveredRows.in(session.spark().sparkContext());
        Dataset<Row> decided = decide(session, datasets, known, delivered);
        Dataset<Row> bySeries = session.keep(OutcomeStage.bySeries(decided));
        List<Row> outcomes = OutcomeStage.byDataset(bySeries).collectAsList();
        return new ObservationRows(
                session,
                datasets,
                base,
                seriesBase,
                known,
                decided,
                bySeries,
                OutcomeStage.found(bySeries),
                outcomes,
                delivered,
                new Releases(session, datasets, decided, outcomes));
    }

    /** Kept in memory; where nothing is known yet, that is the rows as read and few decisions. */
    private static Dataset<Row> decide(
            JobSession session, List<DatasetManifest> datasets, Dataset<Row> known, DeliveredRows delivered) {
        RunContext run = session.run();
        Dataset<Row> parsed = DecisionStage.parse(
                session.spark(), datasets, session.reference().codes(), delivered);
        if (!known.isEmpty()) {
            return session.keep(DecisionStage.decide(parsed, known, run));
        }
        session.keep(parsed);
        int enough = (int) FirstDecision.MOST_SHARED + 1;
        List<Row> shared = FirstDecision.shared(parsed, run).limit(enough).collectAsList();
        if (FirstDecision.isTooMany(shared)) {
            return session.keep(DecisionStage.decide(parsed, known, run));
        }
        Dataset<Row> ofShared = FirstDecision.ofShared(parsed, shared, known, run);
        return FirstDecision.decide(parsed, ofShared.collectAsList(), ofShared.schema(), run);
    }

    /** The same with the rows that the rules of quality let through. */
    ObservationRows letThrough(Dataset<Row> judged) {
        if (judged == decided) {
            return this;
        }
        Dataset<Row> outcomesOfSeries = session.keep(OutcomeStage.bySeries(judged));
        List<Row> counted = OutcomeStage.byDataset(outcomesOfSeries).collectAsList();
        Releases anew = new Releases(session, datasets, judged, counted);
        return new ObservationRows(
                session, datasets, base, seriesBase, known, judged, outcomesOfSeries, found, counted, delivered, anew);
    }

    private static List<String> ids(List<DatasetManifest> datasets) {
        return datasets.stream().map(DatasetManifest::id).toList();
    }

    /** The books of each dataset that has observations, by its id; they account for every row that the files had. */
    Map<String, RowCounts> counts(DatasetBooks books) {
        RowCounts.refuseLoss(delivered.byDataset(), outcomes);
        Map<String, RowCounts> counts = new HashMap<>();
        for (Row row : outcomes) {
            counts.compute(row.getAs(DATASET_ID), (id, sum) -> (sum == null ? RowCounts.none(id) : sum)
                    .plus(row.getAs("outcome"), row.<Long>getAs(OutcomeStage.ROWS)));
        }
        if (base.version() >= 0 && isUnfinished(books)) {
            for (Row row : IngestStage.leftovers(decided, known, books.runs()).collectAsList()) {
                counts.computeIfPresent(row.getAs(DATASET_ID), (id, sum) -> sum.recovered(row.<Long>getAs("rows")));
            }
        }
        return counts;
    }

    /** Whether there is a dataset of observations whose rows were not counted to the end. */
    private boolean isUnfinished(DatasetBooks books) {
        return datasets.stream().anyMatch(dataset -> SourceFormats.of(dataset).isPresent() && !books.has(dataset));
    }

    void refuseCollisions() {
        List<Row> collisions = IngestStage.collisions(found, session.lake().read(seriesBase))
                .limit(1)
                .collectAsList();
        if (!collisions.isEmpty()) {
            Row pair = collisions.get(0);
            throw UserError.gate("Two series share the key %s: %s and %s. Rename a dimension of one of them."
                    .formatted(pair.get(0), pair.get(1), pair.get(2)));
        }
    }

    /** See {@link Releases#implied}. */
    Optional<Dataset<Row>> implied(DatasetBooks books, Predicate<String> isNew) {
        return releases.implied(session.lake().read(seriesBase), known, books.rows(), isNew);
    }

    /** Withdrawals by dataset: those that are implied, and those that a run has stored which was then stopped. */
    Map<String, Long> deletions(DatasetBooks books, Optional<Dataset<Row>> implied) {
        if (implied.isEmpty()) {
            return Map.of();
        }
        Dataset<Row> leftovers = known.where(not(col(RUN_ID).isInCollection(books.runs())));
        Dataset<Row> marked = isUnfinished(books)
                ? implied.get().select(SERIES_KEY, IS_DELETED).unionAll(leftovers.select(SERIES_KEY, IS_DELETED))
                : implied.get();
        return Releases.deletions(marked, decided, session.lake().read(seriesBase));
    }

    /** Stores what is new, series first: an observation never lacks its series, wherever the run is stopped. */
    void store(DatasetBooks books, Optional<Dataset<Row>> implied) {
        Dataset<Row> accepted = IngestStage.observations(decided, session.run());
        Dataset<Row> rows = implied.map(accepted::unionAll).orElse(accepted);
        boolean isNews =
                isAnyAccepted() || implied.filter(more -> !more.isEmpty()).isPresent();
        // Where a run was stopped, or overtaken, the series may tell of other observations than there are.
        if (isNews || isUnfinished(books)) {
            session.step(
                    IngestJob.COMMAND, SeriesTable.SPEC, () -> Retries.untilUndisturbed(() -> storeSeries(isNews)));
        }
        if (isNews) {
            session.step(IngestJob.COMMAND, ObservationTable.SPEC, () -> append(rows));
        }
    }

    private boolean isAnyAccepted() {
        return outcomes.stream().anyMatch(row -> row.getAs("outcome").equals("accepted"));
    }

    private long storeSeries(boolean isNews) {
        Lake lake = session.lake();
        Lake.Pinned now = lake.pin(SeriesTable.SPEC);
        Dataset<Row> stored = lake.read(now);
        Dataset<Row> series = IngestStage.series(
                decided,
                found,
                stored,
                known,
                ids(datasets),
                session.reference().aggregates());
        // Another run may have written the very same meanwhile.
        boolean isExpected = isNews && now.equals(seriesBase);
        return !isExpected && Lake.isSame(stored, series) ? 0 : lake.replace(now, series);
    }

    /** Others may add observations of other datasets meanwhile; those of the same ones change what was decided. */
    private long append(Dataset<Row> rows) {
        Lake.Pinned now = base;
        while (true) {
            try {
                return session.lake().append(now, rows);
            } catch (Lake.Outrun outrun) {
                now = session.lake().pin(ObservationTable.SPEC);
                Dataset<Row> series = session.lake().read(SeriesTable.SPEC);
                Dataset<Row> same = IngestStage.ofDatasets(session.lake().read(now), series, ids(datasets));
                if (same.count() != known.count()) {
                    throw outrun;
                }
            }
        }
    }
}
