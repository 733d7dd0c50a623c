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

    RowCounts withDeleted(long observations) {
        return new RowCounts(datasetId, read, accepted, unchanged, quarantined, observations);
    }
}
