package silkline.source.mapping;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import silkline.series.Cell;

/**
 * Columns that each hold values of a period or measure of their own.
 *
 * @param columns which, by name
 * @param cells cells that differ from those of the other columns; they may use {@code {1}}, {@code {2}} ... for the groups
 *     of the pattern, {@code {column}} and {@code {value}}
 */
record WideColumns(Pattern columns, Map<Cell, CellRule> cells) implements Serializable {
    WideColumns {
        cells = new LinkedHashMap<>(cells);
    }
}
