package silkline.job;

import static silkline.table.silver.SeriesTable.DATASET_ID;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import silkline.quality.DatasetTally;
import silkline.quality.Expectations;
import silkline.quality.RuleResult;
import silkline.quality.Tally;
import silkline.source.DatasetManifest;
import silkline.stage.SeriesColumns;
import silkline.stage.ingest.OutcomeStage;
import silkline.stage.quality.QualityStage;
import silkline.stage.quality.SumStage;
import silkline.stage.quality.VanishedStage;
import silkline.table.audit.QualityTable;

/**
 * The rules of quality between reading and writing: what they found, and the rows that they let through.
 */
record QualityGate(List<RuleResult> results, Dataset<Row> decided) {
    /** Holds the rules against all datasets; throws where one that must hold is broken, before anything is written. */
    static QualityGate check(
            JobSession session,
            List<DatasetManifest> datasets,
            List<CuratedRows> curated,
            ObservationRows rows,
            DatasetBooks books) {
        Dataset<Row> series = SeriesColumns.withDimensions(rows.found());
        Dataset<Row> knownObservations = session.lake().read(rows.base());
        Dataset<Row> knownSeries = session.lake().read(rows.seriesBase());
        Map<String, Expectations> expected =
                datasets.stream().collect(Collectors.toMap(DatasetManifest::id, DatasetManifest::quality));
        List<Row> profile = SumStage.profile(series).collectAsList();
        SumStage sums = SumStage.of(profile, session.reference().aggregates());
        Tally tally = new Tally(expected);
        rows.outcomes().forEach(row -> tally.of(row.getAs(DATASET_ID)).read(row.getAs(OutcomeStage.ROWS)));
        QualityStage.tallies(rows.decided(), series, knownObservations, knownSeries, expected, sums)
                .collectAsList()
                .forEach(tally::add);
        Map<String, LocalDate> following = rows.releases().following(books.rows());
        if (!following.isEmpty()) {
            VanishedStage.tallies(rows.decided(), rows.known(), knownSeries, following, expected, session.run())
                    .collectAsList()
                    .forEach(tally::add);
        }
        for (CuratedRows one : curated) {
            DatasetTally dataset = tally.of(one.datasetId());
            dataset.read(one.counts().read());
            one.refused().forEach(r -> dataset.refused(r.rule(), r.file(), r.line(), r.message()));
        }
        List<RuleResult> results =
                tally.results(session.run().startedAt().atZone(ZoneOffset.UTC).toLocalDate());
        Tally.refuseFailures(results);
        return new QualityGate(results, QualityStage.setAside(rows.decided(), tally.marks()));
    }

    /** Appends the results to {@code audit.quality}. */
    void store(JobSession session) {
        session.step(IngestJob.COMMAND, QualityTable.SPEC, () -> session.lake()
                .append(
                        QualityTable.SPEC,
                        session.spark()
                                .createDataFrame(
                                        QualityStage.rows(results, session.run()), QualityTable.SPEC.schema())));
    }
}
