package silkline.job;

import silkline.UserError;

/** What became of the rows of a dataset. Read = accepted + unchanged + quarantined. */
public record RowCounts(String datasetId, long read, long accepted, long unchanged, long quarantined) {
    public RowCounts {
        if (read != accepted + unchanged + quarantined) {
            throw UserError.gate("%s: %d rows read, but %d accepted + %d unchanged + %d quarantined"
                    .formatted(datasetId, read, accepted, unchanged, quarantined));
        }
    }

    static RowCounts none(String datasetId) {
        return new RowCounts(datasetId, 0, 0, 0, 0);
    }

    RowCounts plus(String outcome, long rows) {
        return switch (outcome) {
            case "accepted" -> new RowCounts(datasetId, read + rows, accepted + rows, unchanged, quarantined);
            case "unchanged" -> new RowCounts(datasetId, read + rows, accepted, unchanged + rows, quarantined);
            case "quarantined" -> new RowCounts(datasetId, read + rows, accepted, unchanged, quarantined + rows);
            default -> throw new IllegalArgumentException(outcome);
        };
    }

    /** {@code rows} that repeat what a run without books had stored are accepted here. */
    RowCounts recovered(long rows) {
        return new RowCounts(datasetId, read, accepted + rows, unchanged - rows, quarantined);
    }

    /** As another run, which did the same at the same time and was first, leaves them. */
    RowCounts allKnown() {
        return new RowCounts(datasetId, read, 0, accepted + unchanged, quarantined);
    }

    /** As {@link JobSession#note} takes them. */
    Long[] asArray() {
        return new Long[] {read, accepted, unchanged, quarantined};
    }
}
