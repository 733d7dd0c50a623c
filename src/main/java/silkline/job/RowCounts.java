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
}
