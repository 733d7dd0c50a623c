package silkline.source.layout;

import java.util.List;

/**
 * The observations of an SDMX message, one a row; attributes of their series, groups and dataset stand in it too.
 *
 * @param rows with a column for each dimension, attribute and measure, by its id
 * @param dimensions the columns that are dimensions, in their order; where the message does not tell them from attributes,
 *     all that can be
 * @param structure what the first dataset belongs to, as in {@code ECB:EXR(1.0)}; empty where the message does not say it
 */
public record SdmxRows(NativeRows rows, List<String> dimensions, String structure) {
    /** The column that says what the dataset of a row belongs to. */
    static final String STRUCTURE = "STRUCTURE_ID";

    /** The column that says that the dataset of a row deletes; there is none where none does. */
    static final String ACTION = "ACTION";

    static final String TIME = "TIME_PERIOD";
    static final String VALUE = "OBS_VALUE";

    public SdmxRows {
        dimensions = List.copyOf(dimensions);
    }
}
