package silkline.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import silkline.claim.Article;
import silkline.claim.Claim;
import silkline.source.CurationFiles;
import silkline.source.DatasetManifest;
import silkline.source.SourceFormats;
import silkline.table.ArticleTable;
import silkline.table.ClaimTable;
import silkline.table.ObservationTable;
import silkline.table.QuarantineTable;
import silkline.table.TableSpec;

/** The articles or claims of a run: the table they make, replaced as a whole, and the rows that were refused. */
record CuratedRows(
        String datasetId, TableSpec table, Dataset<Row> rows, RowCounts counts, List<CurationFiles.Refused> refused) {
    /** The articles and claims among {@code datasets}. */
    static List<CuratedRows> read(JobSession session, List<DatasetManifest> datasets) {
        List<CuratedRows> all = new ArrayList<>();
        for (DatasetManifest dataset : datasets) {
            switch (dataset.format()) {
                case SourceFormats.ARTICLES -> all.add(articles(session, dataset));
                case SourceFormats.CLAIMS -> all.add(claims(session, dataset));
                default -> {}
            }
        }
        return all;
    }

    private static CuratedRows articles(JobSession session, DatasetManifest dataset) {
        CurationFiles.Content<Article> content = CurationFiles.articles(
                session.spark(), dataset, session.reference().codes());
        return of(
                session,
                dataset,
                ArticleTable.SPEC,
                content,
                ArticleTable.rows(
                        session.spark(), content.accepted(), session.run().runId()));
    }

    private static CuratedRows claims(JobSession session, DatasetManifest dataset) {
        CurationFiles.Content<Claim> content = CurationFiles.claims(
                session.spark(), dataset, session.reference().codes());
        return of(
                session,
                dataset,
                ClaimTable.SPEC,
                content,
                ClaimTable.rows(
                        session.spark(), content.accepted(), session.run().runId()));
    }

    private static <T> CuratedRows of(
            JobSession session,
            DatasetManifest dataset,
            TableSpec table,
            CurationFiles.Content<T> content,
            Dataset<Row> rows) {
        String runId = ObservationTable.RUN_ID;
        Set<Row> known = session.lake().readOrEmpty(table).drop(runId).collectAsList().stream()
                .collect(Collectors.toSet());
        List<Row> found = rows.drop(runId).collectAsList();
        long unchanged = found.stream().filter(known::contains).count();
        long read = content.rowsRead();
        long refused = content.refused().size();
        return new CuratedRows(
                dataset.id(),
                table,
                rows,
                new RowCounts(dataset.id(), read, read - refused - unchanged, unchanged, refused, 0),
                content.refused());
    }

    /** Replaces the table where anything is new or gone. */
    void store(JobSession session) {
        boolean isSame = counts.accepted() == 0
                && session.lake().has(table)
                && session.lake().read(table).count() == counts.unchanged();
        if (!isSame) {
            session.replace(IngestJob.COMMAND, table, () -> rows);
        }
    }

    Dataset<Row> quarantine(JobSession session) {
        List<Row> quarantined = refused.stream()
                .map(r -> RowFactory.create(
                        r.datasetId(),
                        r.file(),
                        r.line(),
                        r.rule(),
                        r.message(),
                        r.raw(),
                        session.run().runId()))
                .toList();
        return session.spark().createDataFrame(quarantined, QuarantineTable.SPEC.schema());
    }
}
