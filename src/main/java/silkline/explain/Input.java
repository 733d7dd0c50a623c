package silkline.explain;

import java.util.stream.Stream;

/**
 * A number that another one is computed from. Texts that do not apply are empty.
 *
 * @param name what the formula calls it
 * @param key the key that explains it in turn
 * @param value in {@code unit}; NaN where there is none
 * @param status as in SDMX: A normal, P provisional, E estimated
 * @param published when its source published it, as far as known
 * @param sourceRef where in the source
 * @param runId the run that brought it
 */
public record Input(
        String name,
        String key,
        String period,
        double value,
        String unit,
        String status,
        String published,
        String datasetId,
        String sourceRef,
        String runId) {

    public Input {
        if (Stream.of(name, key, period, unit, status, published, datasetId, sourceRef, runId)
                .anyMatch(text -> text == null)) {
            throw new IllegalArgumentException("a text of the input '%s' is missing".formatted(name));
        }
    }

    /** A number with no source of its own: another column, or one that has a key itself. */
    public static Input of(String name, String key, double value, String unit) {
        return new Input(name, key, "", value, unit, "", "", "", "", "");
    }

    /** The same under another name. */
    public Input called(String other) {
        return new Input(other, key, period, value, unit, status, published, datasetId, sourceRef, runId);
    }
}
