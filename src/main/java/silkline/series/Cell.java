package silkline.series;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The cells of a row of observations, by the names of their columns. */
public enum Cell {
    INDICATOR("indicator"),
    REF_AREA("ref_area"),
    UNIT_MEASURE("unit_measure"),
    TIME_PERIOD("time_period"),
    OBS_VALUE("obs_value"),
    /** Where it is not stated, the time period tells. */
    FREQ("freq", ""),
    FLOW("flow", SeriesId.NOT_APPLICABLE),
    COUNTERPART_AREA("counterpart_area", SeriesId.NOT_APPLICABLE),
    PRODUCT("product", SeriesId.NOT_APPLICABLE),
    VALUATION("valuation", SeriesId.NOT_APPLICABLE),
    PRICES("prices", SeriesId.NOT_APPLICABLE),
    ADJUSTMENT("adjustment", "N"),
    BASIS("basis", SeriesId.NOT_APPLICABLE),
    UNIT_MULT("unit_mult", "0"),
    OBS_STATUS("obs_status", "A"),
    PUBLISHED_AT("published_at", ""),
    SOURCE_REF("source_ref", ""),
    NOTE("note", ""),
    /** Whether the row withdraws the observation that it names. */
    IS_DELETED("is_deleted", "false");

    private static final List<Cell> ALL = List.of(values());

    private final String column;
    private final String fallback;

    Cell(String column) {
        this(column, null);
    }

    Cell(String column, String fallback) {
        this.column = column;
        this.fallback = fallback;
    }

    public static List<Cell> all() {
        return ALL;
    }

    public static Optional<Cell> named(String column) {
        return ALL.stream().filter(cell -> cell.column.equals(column)).findFirst();
    }

    /** The columns that a row cannot do without. */
    public static List<String> required() {
        return columns(true);
    }

    /** The columns that may be absent. */
    public static List<String> optional() {
        return columns(false);
    }

    public String column() {
        return column;
    }

    /** Where it stands in an array of all cells. */
    @SuppressWarnings("EnumOrdinal") // the arrays live for one row and are never stored
    public int position() {
        return ordinal();
    }

    public boolean isRequired() {
        return fallback == null;
    }

    /** What an absent or empty cell means; empty for required ones, which must be there. */
    public String fallback() {
        return fallback == null ? "" : fallback;
    }

    private static List<String> columns(boolean areRequired) {
        return Arrays.stream(values())
                .filter(cell -> cell.isRequired() == areRequired)
                .map(Cell::column)
                .toList();
    }
}
