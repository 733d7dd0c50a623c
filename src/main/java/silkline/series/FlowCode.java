package silkline.series;

/** Codes of flows of trade; a series of something else has {@link SeriesId#NOT_APPLICABLE}. */
public final class FlowCode {
    public static final String EXPORTS = "X";
    public static final String IMPORTS = "M";
    /** Exports plus imports. */
    public static final String TURNOVER = "T";

    private FlowCode() {}
}
