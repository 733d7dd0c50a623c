package silkline.job;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import silkline.series.PublicationDate;
import silkline.source.DatasetManifest;
import silkline.source.format.SourceFormats;
import silkline.table.Lake;
import silkline.table.Retries;
import silkline.table.silver.DatasetTable;
import silkline.table.silver.ObservationTable;

/**
 * {@code silver.dataset} as a run found it. Its rows are the last that a run writes, so they tell what was finished: what
 * a run that has none has stored was left there when it was stopped.
 */
record DatasetBooks(Lake.Pinned pinned, List<Row> rows, Set<String> contents, Set<String> runs, Releases releases) {
    DatasetBooks {
        rows = List.copyOf(rows);
        contents = Set.copyOf(contents);
        runs = Set.copyOf(runs);
    }

    /** {@code releases} of the run that reads them. */
    static DatasetBooks read(Lake lake, Releases releases) {
        Lake.Pinned pinned = lake.pin(DatasetTable.SPEC);
        Set<String> contents = new HashSet<>();
        Set<String> runs = new HashSet<>();
        List<Row> rows = lake.read(pinned).collectAsList();
        for (Row row : rows) {
            contents.add(row.getAs(DatasetTable.SHA256));
            runs.add(row.getAs(ObservationTable.RUN_ID));
        }
        return new DatasetBooks(pinned, rows, contents, runs, releases);
    }

    /** Whether the rows of a dataset, as its files are now, were counted to the end. */
    boolean has(DatasetManifest dataset) {
        return contents.contains(content(dataset));
    }

    /**
     * Adds a row per dataset content that has none yet. Where another run did so since these books were read, all its
     * rows are known: each row is accepted once, whoever stored it.
     */
    Map<String, RowCounts> write(JobSession session, List<DatasetManifest> datasets, Map<String, RowCounts> counts) {
        DatasetBooks now = Retries.untilUndisturbed(() -> add(session, datasets, counts));
        Map<String, RowCounts> known = new LinkedHashMap<>(counts);
        datasets.stream()
                .filter(dataset -> !has(dataset) && now.has(dataset))
                .forEach(dataset -> known.computeIfPresent(dataset.id(), (id, sum) -> sum.allKnown()));
        return known;
    }

    /** The books as they were before. */
    private DatasetBooks add(JobSession session, List<DatasetManifest> datasets, Map<String, RowCounts> counts) {
        Lake lake = session.lake();
        DatasetBooks now = read(lake, releases);
        List<Row> rows = datasets.stream()
                .filter(dataset -> !dataset.format().equals(SourceFormats.REFERENCE) && !now.has(dataset))
                .filter(dataset -> counts.get(dataset.id()).read() > 0)
                .map(dataset ->
                        row(dataset, counts.get(dataset.id()), session.run().runId()))
                .toList();
        if (!rows.isEmpty()) {
            session.step(
                    IngestJob.COMMAND,
                    DatasetTable.SPEC,
                    () -> lake.append(now.pinned(), session.spark().createDataFrame(rows, DatasetTable.SPEC.schema())));
        }
        return now;
    }

    private Row row(DatasetManifest dataset, RowCounts c, String runId) {
        return RowFactory.create(
                dataset.id(),
                dataset.published().toString(),
                content(dataset),
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
                c.deleted(),
                releases.newest(dataset.id()).map(PublicationDate::toString).orElse(null),
                releases.isComplete(dataset.id()),
                runId);
    }

    /** Of what the run reads of a dataset: without what was published later, it is another content. */
    private String content(DatasetManifest dataset) {
        try {
            String asOf = releases.isCut(dataset.id()) ? "\nas of " + releases.asOf() : "";
            String text = dataset.id() + "\n" + dataset.fingerprint() + asOf;
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
