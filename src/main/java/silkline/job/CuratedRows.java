package silkline.job;

import static silkline.table.silver.ObservationTable.RUN_ID;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import silkline.UserError;
import silkline.claim.Article;
import silkline.claim.Claim;
import silkline.source.DatasetManifest;
import silkline.source.format.CurationFiles;
import silkline.source.format.SourceFormats;
import silkline.table.Lake;
import silkline.table.TableSpec;
import silkline.table.silver.ArticleTable;
import silkline.table.silver.ClaimTable;
import silkline.table.silver.QuarantineTable;

/** The articles or claims of a run: the table they make, replaced as a whole, and the rows that were refused. */
record CuratedRows(
        String datasetId,
        Lake.Pinned base,
        List<Row> rows,
        boolean isStored,
        RowCounts counts,
        List<CurationFiles.Refused> refused) {
    /** The articles and claims among {@code datasets}. */
    static List<CuratedRows> read(JobSession session, List<DatasetManifest> datasets, DatasetBooks books) {
        List<CuratedRows> all = new ArrayList<>();
        refuseSecond(datasets, SourceFormats.ARTICLES);
        refuseSecond(datasets, SourceFormats.CLAIMS);
        // Articles first: a claim is read in the language and as of the date of its article.
        ofFormat(datasets, SourceFormats.ARTICLES).forEach(dataset -> all.add(articles(session, dataset, books)));
        List<Row> stored = all.isEmpty()
                ? session.lake().readOrEmpty(ArticleTable.SPEC).collectAsList()
                : all.get(0).rows();
        Map<String, Article> articles = new HashMap<>();
        stored.stream().map(ArticleTable::article).forEach(article -> articles.put(article.id(), article));
        ofFormat(datasets, SourceFormats.CLAIMS).forEach(dataset -> all.add(claims(session, dataset, articles, books)));
        return all;
    }

    private static List<DatasetManifest> ofFormat(List<DatasetManifest> datasets, String format) {
        return datasets.stream().filter(d -> d.format().equals(format)).toList();
    }

    /** The tables are replaced as a whole, so a second dataset would take the place of the first. */
    private static void refuseSecond(List<DatasetManifest> datasets, String format) {
        List<DatasetManifest> same = ofFormat(datasets, format);
        if (same.size() > 1) {
            throw UserError.contract(
                    same.get(1).id(),
                    "is of format '%s', as '%s' is; there can be one."
                            .formatted(format, same.get(0).id()),
                    "Put the files of both into one dataset.");
        }
    }

    private static CuratedRows articles(JobSession session, DatasetManifest dataset, DatasetBooks books) {
        CurationFiles.Content<Article> content = CurationFiles.articles(
                session.spark(), dataset, session.reference().codes());
        return of(
                session,
                dataset,
                books,
                ArticleTable.SPEC,
                content,
                ArticleTable.rows(
                        session.spark(), content.accepted(), session.run().runId()));
    }

    private static CuratedRows claims(
            JobSession session, DatasetManifest dataset, Map<String, Article> articles, DatasetBooks books) {
        CurationFiles.Content<Claim> content = CurationFiles.claims(
                session.spark(), dataset, session.reference().codes(), articles);
        return of(
                session,
                dataset,
                books,
                ClaimTable.SPEC,
                content,
                ClaimTable.rows(
                        session.spark(), content.accepted(), session.run().runId()));
    }

    private static <T> CuratedRows of(
            JobSession session,
            DatasetManifest dataset,
            DatasetBooks books,
            TableSpec table,
            CurationFiles.Content<T> content,
            Dataset<Row> rows) {
        Lake.Pinned base = session.lake().pin(table);
        Map<Row, String> runs = new HashMap<>();
        for (Row row : session.lake().read(base).collectAsList()) {
            runs.put(withoutRun(row), row.getAs(RUN_ID));
        }
        // A row that was there stays as it was, with the run that brought it.
        List<Row> found = rows.collectAsList().stream()
                .map(row -> withRun(row, runs.getOrDefault(withoutRun(row), row.getAs(RUN_ID))))
                .toList();
        Set<String> finished = books.has(dataset) ? Set.copyOf(runs.values()) : books.runs();
        long unchanged = found.stream()
                .filter(row -> runs.containsKey(withoutRun(row)) && finished.contains(row.<String>getAs(RUN_ID)))
                .count();
        boolean isStored = found.stream()
                .map(CuratedRows::withoutRun)
                .collect(Collectors.toSet())
                .equals(runs.keySet());
        long read = content.rowsRead();
        long refused = content.refused().size();
        return new CuratedRows(
                dataset.id(),
                base,
                found,
                isStored && base.version() >= 0,
                new RowCounts(dataset.id(), read, found.size() - unchanged, unchanged, refused, 0),
                content.refused());
    }

    private static Row withoutRun(Row row) {
        return withRun(row, "");
    }

    private static Row withRun(Row row, String runId) {
        Object[] values = new Object[row.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i == row.fieldIndex(RUN_ID) ? runId : row.get(i);
        }
        return new GenericRowWithSchema(values, row.schema());
    }

    /** Replaces the table where anything is new or gone. */
    void store(JobSession session) {
        if (!isStored) {
            Dataset<Row> all =
                    session.spark().createDataFrame(rows, base.table().schema());
            session.step(IngestJob.COMMAND, base.table(), () -> session.lake().replace(base, all));
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
