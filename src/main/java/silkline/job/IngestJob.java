package silkline.job;

import static org.apache.spark.sql.functions.col;
import static silkline.table.SeriesTable.DATASET_ID;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import silkline.UserError;
import silkline.source.DatasetManifest;
import silkline.source.Datasets;
import silkline.source.SourceFormats;
import silkline.stage.DecisionStage;
import silkline.stage.IngestStage;
import silkline.table.DatasetTable;
import silkline.table.Lake;
import silkline.table.ObservationTable;
import silkline.table.QuarantineTable;
import silkline.table.SeriesTable;

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
        List<DatasetManifest> sound = datasets.sound();
        List<RowCounts> counts = sound.isEmpty() ? List.of() : ingest(session, sound);
        return new Result(counts, datasets.errors());
    }

    private static List<RowCounts> ingest(JobSession session, List<DatasetManifest> datasets) {
        List<CuratedRows> curated = CuratedRows.read(session, datasets);
        Lake lake = session.lake();
        long start = System.nanoTime();
        session.progress().begin("reading " + datasets.size() + " datasets");
        Dataset<Row> knownSeries = lake.readOrEmpty(SeriesTable.SPEC);
        Dataset<Row> knownObservations = lake.readOrEmpty(ObservationTable.SPEC);
        List<String> ids = datasets.stream().map(DatasetManifest::id).toList();
        Dataset<Row> judged = JobSession.kept(DecisionStage.decide(
                session.spark(),
                datasets,
                session.reference().codes(),
                IngestStage.ofDatasets(knownObservations, knownSeries, ids)));
        QualityGate quality = QualityGate.check(session, datasets, curated, judged, knownObservations, knownSeries);
        Dataset<Row> decided = quality.decided();
        Map<String, RowCounts> counts = counts(datasets, quality.counts(), curated);
        refuseCollisions(decided, knownSeries);
        long read = counts.values().stream().mapToLong(RowCounts::read).sum();
        session.progress().end("reading " + datasets.size() + " datasets", read, JobSession.seconds(start), "rows");

        long accepted = counts.values().stream().mapToLong(RowCounts::accepted).sum();
        if (accepted > 0) {
            // Series first: an observation never lacks its series, wherever the run is stopped.
            session.replace(
                    COMMAND,
                    SeriesTable.SPEC,
                    () -> IngestStage.series(
                            decided,
                            knownSeries,
                            knownObservations,
                            session.reference().aggregates()));
            session.step(
                    COMMAND,
                    ObservationTable.SPEC,
                    () -> lake.append(ObservationTable.SPEC, IngestStage.observations(decided, session.run())));
        }
        // None of these needs another: side by side they mostly wait together.
        List<Runnable> rest = new ArrayList<>();
        curated.forEach(rows -> rest.add(() -> rows.store(session)));
        rest.add(() -> quarantine(session, decided, curated, ids));
        rest.add(() -> datasets(session, datasets, counts));
        rest.add(() -> quality.store(session));
        session.together(rest.toArray(Runnable[]::new));
        judged.unpersist();
        counts.values()
                .forEach(c -> session.note(
                        COMMAND, c.datasetId(), 0.0, new Long[] {c.read(), c.accepted(), c.unchanged(), c.quarantined()
                        }));
        return new ArrayList<>(counts.values());
    }

    /** The books of every dataset; they must balance. */
    private static Map<String, RowCounts> counts(
            List<DatasetManifest> datasets, List<Row> decided, List<CuratedRows> curated) {
        Map<String, RowCounts> counts = new LinkedHashMap<>();
        datasets.forEach(dataset -> counts.put(dataset.id(), RowCounts.none(dataset.id())));
        for (Row row : decided) {
            counts.computeIfPresent(
                    row.getAs(DATASET_ID), (id, sum) -> sum.plus(row.getAs("outcome"), row.<Long>getAs("rows")));
        }
        curated.forEach(rows -> counts.put(rows.datasetId(), rows.counts()));
        return counts;
    }

    private static void refuseCollisions(Dataset<Row> decided, Dataset<Row> knownSeries) {
        List<Row> collisions =
                IngestStage.collisions(decided, knownSeries).limit(1).collectAsList();
        if (!collisions.isEmpty()) {
            Row pair = collisions.get(0);
            throw UserError.gate("Two series share the key %s: %s and %s. Rename a dimension of one of them."
                    .formatted(pair.get(0), pair.get(1), pair.get(2)));
        }
    }

    private static void quarantine(
            JobSession session, Dataset<Row> decided, List<CuratedRows> curated, List<String> ids) {
        Dataset<Row> rows = IngestStage.quarantine(decided, session.run());
        for (CuratedRows one : curated) {
            rows = rows.unionAll(one.quarantine(session));
        }
        Dataset<Row> quarantine = rows;
        String scope = ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", ", "dataset_id IN (", ")"));
        session.step(COMMAND, QuarantineTable.SPEC, () -> session.lake()
                .replaceWhere(QuarantineTable.SPEC, scope, quarantine));
    }

    /** One row per dataset content that was not known. */
    private static void datasets(JobSession session, List<DatasetManifest> datasets, Map<String, RowCounts> counts) {
        Lake lake = session.lake();
        Set<String> known =
                lake.readOrEmpty(DatasetTable.SPEC).select(col(DatasetTable.SHA256)).collectAsList().stream()
                        .map(row -> row.getString(0))
                        .collect(Collectors.toCollection(TreeSet::new));
        List<Row> rows = new ArrayList<>();
        for (DatasetManifest dataset : datasets) {
            String sha256 = sha256(dataset.id() + "\n" + dataset.fingerprint());
            if (!dataset.format().equals(SourceFormats.REFERENCE) && !known.contains(sha256)) {
                RowCounts c = counts.get(dataset.id());
                rows.add(RowFactory.create(
                        dataset.id(),
                        dataset.published().toString(),
                        sha256,
                        dataset.title(),
                        dataset.producer(),
                        dataset.citation(),
                        dataset.url(),
                        dataset.licence(),
                        dataset.accessed(),
                        dataset.format(),
                        dataset.note(),
                        c.read(),
                        c.accepted(),
                        c.unchanged(),
                        c.quarantined(),
                        session.run().runId()));
            }
        }
        if (!rows.isEmpty()) {
            session.step(
                    COMMAND,
                    DatasetTable.SPEC,
                    () -> lake.append(
                            DatasetTable.SPEC, session.spark().createDataFrame(rows, DatasetTable.SPEC.schema())));
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
