package silkline.job;

import static org.apache.spark.sql.functions.col;
import static silkline.table.silver.ObservationTable.RUN_ID;
import static silkline.table.silver.SeriesTable.DATASET_ID;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import silkline.UserError;
import silkline.source.DatasetManifest;
import silkline.source.Datasets;
import silkline.source.format.SourceFormats;
import silkline.stage.ingest.IngestStage;
import silkline.table.Lake;
import silkline.table.Retries;
import silkline.table.silver.QuarantineTable;

/** Reads the datasets into the silver tables. */
public final class IngestJob {
    static final String COMMAND = "ingest";

    private IngestJob() {}

    /** What became of the rows of the sound datasets, and what is wrong with the others. */
    public record Result(List<RowCounts> counts, List<UserError> errors) {
        public Result {
            counts = List.copyOf(counts);
            errors = List.copyOf(errors);
        }

        /** Throws what is wrong with any dataset, now that the sound ones are in. */
        public void refuseErrors() {
            if (!errors.isEmpty()) {
                throw UserError.contracts(errors);
            }
        }
    }

    /** Ingests every sound dataset; nothing of the others is read. */
    public static Result run(JobSession session) {
        Datasets datasets = Datasets.scan(
                session.spark(),
                session.settings().datasets(),
                session.settings().only());
        List<DatasetManifest> sound = datasets.sound(dataset -> SourceFormats.check(
                session.spark(), dataset, session.reference().codes()));
        List<RowCounts> counts = sound.isEmpty() ? List.of() : Retries.untilUndisturbed(() -> ingest(session, sound));
        return new Result(counts, datasets.errors());
    }

    /** Once through. Whoever is outrun by another ingest begins again, and finds what it had stored before. */
    private static List<RowCounts> ingest(JobSession session, List<DatasetManifest> datasets) {
        long start = System.nanoTime();
        String reading = "reading " + datasets.size() + " datasets";
        session.progress().begin(reading);
        ObservationRows read = ObservationRows.read(session, datasets);
        try {
            DatasetBooks books = DatasetBooks.read(session.lake(), read.releases());
            List<CuratedRows> curated = CuratedRows.read(session, datasets, books);
            QualityGate quality = QualityGate.check(session, datasets, curated, read, books);
            ObservationRows observations = read.letThrough(quality.decided());
            Map<String, RowCounts> counts = counts(datasets, observations.counts(books), curated);
            observations.refuseCollisions();
            long rows = counts.values().stream().mapToLong(RowCounts::read).sum();
            session.progress().end(reading, rows, JobSession.seconds(start), "rows");
            return write(observations, books, curated, quality, counts);
        } finally {
            session.forget();
        }
    }

    /** Stores what was decided, the books last: what they do not have was not finished. */
    private static List<RowCounts> write(
            ObservationRows observations,
            DatasetBooks books,
            List<CuratedRows> curated,
            QualityGate quality,
            Map<String, RowCounts> counts) {
        JobSession session = observations.session();
        List<DatasetManifest> datasets = observations.datasets();
        Predicate<String> isNew = datasets.stream()
                .filter(dataset -> counts.get(dataset.id()).accepted() > 0 || !books.has(dataset))
                .map(DatasetManifest::id)
                .collect(Collectors.toSet())::contains;
        Optional<Dataset<Row>> implied = observations.implied(books, isNew);
        observations
                .deletions(books, implied)
                .forEach((id, rows) -> counts.computeIfPresent(id, (key, sum) -> sum.withDeleted(rows)));
        // None of these needs another: side by side they mostly wait together.
        List<Runnable> steps = new ArrayList<>();
        steps.add(() -> {
            observations.store(books, implied);
            observations.releases().confirm(isNew);
        });
        curated.forEach(rows -> steps.add(() -> rows.store(session)));
        steps.add(() -> quarantine(session, observations.decided(), curated, datasets));
        SideBySide.run(steps.toArray(Runnable[]::new));
        implied.ifPresent(Dataset::unpersist);
        quality.store(session);
        Map<String, RowCounts> written = books.write(session, datasets, counts);
        written.values().forEach(c -> session.note(COMMAND, c.datasetId(), 0.0, c.asArray()));
        return List.copyOf(written.values());
    }

    /** The books of every dataset, in the order of their ids; they must balance. */
    private static Map<String, RowCounts> counts(
            List<DatasetManifest> datasets, Map<String, RowCounts> observations, List<CuratedRows> curated) {
        Map<String, RowCounts> counts = new LinkedHashMap<>();
        for (DatasetManifest dataset : datasets) {
            counts.put(dataset.id(), observations.getOrDefault(dataset.id(), RowCounts.none(dataset.id())));
        }
        curated.forEach(rows -> counts.put(rows.datasetId(), rows.counts()));
        return counts;
    }

    private static void quarantine(
            JobSession session, Dataset<Row> decided, List<CuratedRows> curated, List<DatasetManifest> datasets) {
        Dataset<Row> rows = IngestStage.quarantine(decided, session.run());
        for (CuratedRows one : curated) {
            rows = rows.unionAll(one.quarantine(session));
        }
        Dataset<Row> quarantine = rows;
        List<String> ids = datasets.stream().map(DatasetManifest::id).toList();
        Lake lake = session.lake();
        if (!isStored(lake, ids, quarantine)) {
            session.step(
                    COMMAND,
                    QuarantineTable.SPEC,
                    () -> lake.replaceWhere(QuarantineTable.SPEC, DATASET_ID, ids, quarantine));
        }
    }

    private static boolean isStored(Lake lake, List<String> ids, Dataset<Row> quarantine) {
        return lake.has(QuarantineTable.SPEC)
                && Lake.isSame(
                        lake.read(QuarantineTable.SPEC)
                                .where(col(DATASET_ID).isInCollection(ids))
                                .drop(RUN_ID),
                        quarantine.drop(RUN_ID));
    }
}
