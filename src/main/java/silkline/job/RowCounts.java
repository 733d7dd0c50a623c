package silkline.job;

import static silkline.table.silver.SeriesTable.DATASET_ID;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import silkline.stage.ingest.OutcomeStage;

/**
 * What became of the rows of a dataset. Read = accepted + unchanged + quarantined; {@code deleted} counts observations
 * that a complete release no longer has, so no row of it.
 */
public record RowCounts(String datasetId, long read, long accepted, long unchanged, long quarantined, long deleted) {
    public RowCounts {
        if (read != accepted + unchanged + quarantined) {
            throw new IllegalStateException("%s: %d rows read, but %d accepted + %d unchanged + %d quarantined"
                    .formatted(datasetId, read, accepted, unchanged, quarantined));
        }
    }

    /**
     * Ends the run where the rows that the files had are not those that something became of: rows were lost or doubled on
     * the way, which is a fault of the program.
     *
     * @param delivered rows by dataset, counted as they came out of the files
     * @param outcomes the collected rows of {@link OutcomeStage#byDataset}
     */
    static void refuseLoss(Map<String, Long> delivered, List<Row> outcomes) {
        Map<String, Long> told = new TreeMap<>();
        outcomes.forEach(row -> told.merge(row.getAs(DATASET_ID), row.getAs(OutcomeStage.ROWS), Long::sum));
        Set<String> datasets = new TreeSet<>(delivered.keySet());
        datasets.addAll(told.keySet());
        for (String dataset : datasets) {
            long read = delivered.getOrDefault(dataset, 0L);
            long sum = told.getOrDefault(dataset, 0L);
            if (read != sum) {
                throw new IllegalStateException(
                        "%s: its files have %d rows, but %d were accepted, unchanged, quarantined or left for later. Nothing was written."
                                .formatted(dataset, read, sum));
            }
        }
    }

    static RowCounts none(String datasetId) {
        return new RowCounts(datasetId, 0, 0, 0, 0, 0);
    }

    RowCounts plus(String outcome, long rows) {
        return switch (outcome) {
            case "accepted" -> new RowCounts(datasetId, read + rows, accepted + rows, unchanged, quarantined, deleted);
            case "unchanged" -> new RowCounts(datasetId, read + rows, accepted, unchanged + rows, quarantined, deleted);
            case "quarantined" ->
                new RowCounts(datasetId, read + rows, accepted, unchanged, quarantined + rows, deleted);
            case "later" -> this; // not read, as of the run's date
            default -> throw new IllegalArgumentException(outcome);
        };
    }

    /** {@code rows} that repeat what a run without books had stored are accepted here. */
    RowCounts recovered(long rows) {
        return new RowCounts(datasetId, read, accepted + rows, unchanged - rows, quarantined, deleted);
    }

    /** As another run, which did the same at the same time and was first, leaves them. */
    RowCounts allKnown() {
        return new RowCounts(datasetId, read, 0, accepted + unchanged, quarantined, deleted);
    }

    /** As {@link JobSession#note} takes them. */
    Long[] asArray() {
        return new Long[] {read, accepted, unchanged, quarantined};
    }

    RowCounts withDeleted(long observations) {
        return new RowCounts(datasetId, read, accepted, unchanged, quarantined, observations);
    }
}
