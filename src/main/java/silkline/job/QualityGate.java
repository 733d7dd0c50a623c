package silkline.job;

import static silkline.table.SeriesTable.DATASET_ID;

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
import silkline.stage.IngestStage;
import silkline.stage.QualityStage;
import silkline.stage.SumStage;
import silkline.table.QualityTable;

/**
 * The rules of quality between reading and writing: what they found, and the rows that they let through.
 *
 * @param counts rows by dataset and outcome, maybe in parts
 */
record QualityGate(List<RuleResult> results, Dataset<Row> decided, List<Row> counts) {
    /** Holds the rules against all datasets; throws where one that must hold is broken, before anything is written. */
    static QualityGate check(
            JobSession session,
            List<DatasetManifest> datasets,
            List<CuratedRows> curated,
            Dataset<Row> decided,
            Dataset<Row> knownObservations,
            Dataset<Row> knownSeries) {
        Map<String, Expectations> expected =
                datasets.stream().collect(Collectors.toMap(DatasetManifest::id, DatasetManifest::quality));
        List<Row> profile = SumStage.profile(decided).collectAsList();
        SumStage sums = SumStage.of(profile, session.reference().aggregates());
        Tally tally = new Tally(expected);
        profile.forEach(row -> tally.of(row.getAs(DATASET_ID)).read(row.getAs(SumStage.ROWS)));
        QualityStage.tallies(decided, knownObservations, knownSeries, expected, sums)
                .collectAsList()
                .forEach(tally::add);
        for (CuratedRows rows : curated) {
            DatasetTally dataset = tally.of(rows.datasetId());
            dataset.read(rows.counts().read());
            rows.refused().forEach(r -> dataset.refused(r.rule(), r.file(), r.line(), r.message()));
        }
        List<RuleResult> results =
                tally.results(session.run().startedAt().atZone(ZoneOffset.UTC).toLocalDate());
        Tally.refuseFailures(results);
        Dataset<Row> letThrough = QualityStage.setAside(decided, tally.marks());
        return new QualityGate(
                results,
                letThrough,
                tally.marks().isEmpty()
                        ? profile
                        : IngestStage.counts(letThrough).collectAsList());
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
