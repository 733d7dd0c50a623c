package silkline.job;

import silkline.UserError;

/**
 * What became of the rows of a dataset. Read = accepted + unchanged + quarantined; {@code deleted} counts observations
 * that a complete release no longer has, so no row of it.
 */
public record RowCounts(String datasetId, long read, long accepted, long unchanged, long quarantined, long deleted) {
    public RowCounts {
        if (read != accepted + unchanged + quarantined) {
            throw UserError.gate("%s: %d rows read, but %d accepted + %d unchanged + %d quarantined"
                    .formatted(datasetId, read, accepted, unchanged, quarantined));
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
