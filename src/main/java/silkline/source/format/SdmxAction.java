package silkline.source.format;

import java.util.List;
import java.util.Locale;
import silkline.source.layout.NativeRow;
import silkline.source.mapping.Mapping;

/**
 * What SDMX rows say is to be done with them. Rows that delete name the observation that is withdrawn; those that leave a
 * dimension open, and so delete many, and those that delete attributes alone are left out with that reason.
 *
 * @param position of the column that says it
 * @param key the columns that must be filled where one observation is meant
 */
record SdmxAction(int position, List<Integer> key) {
    /** The column that says it, in files and in what the readers of messages make of them. */
    static final String COLUMN = "ACTION";

    /** The column that the mapping reads. */
    static final String DERIVED = "action";

    /** What stands in {@link #COLUMN} where a row deletes attributes and no observation. */
    static final String DELETE_ATTRIBUTES = "D of attributes alone";

    private static final String DELETE = "D";
    private static final String DELETE_MANY = "D of more than one observation";

    /** Takes the rows that are observations, or withdraw one. */
    static final Mapping MAPPING = Mapping.of(
            """
            {"cells": {"is_deleted": {"text": "{action}", "map": {"D": "true", "*": "false"}}},
             "keep": {"action": ["I", "A", "R", "M", "D", ""]}}
            """);

    SdmxAction {
        key = List.copyOf(key);
    }

    /** The letter of the action (nothing for information), or a letter with what is wrong. */
    String of(NativeRow row) {
        String stated = row.cell(position).strip();
        if (stated.equals(DELETE_ATTRIBUTES) || stated.isEmpty()) {
            return stated;
        }
        String letter = stated.substring(0, 1).toUpperCase(Locale.ROOT);
        boolean isOpen = letter.equals(DELETE)
                && key.stream().anyMatch(column -> row.cell(column).isBlank());
        return isOpen ? DELETE_MANY : letter;
    }

    boolean isDeletion(NativeRow row) {
        return of(row).equals(DELETE);
    }
}
