package silkline.forecast;

/** Why a forecast does not come from the model that was asked for, or does not exist. */
public enum Reason {
    /** The model that was asked for was used. */
    NONE,
    /** Too few observations for the model, or for any. */
    TOO_SHORT,
    /** Observations before the last gap cannot be used, and those after it are too few. */
    GAPS,
    /** A value is so large that sums of squares would overflow. */
    TOO_LARGE,
    /** Observations before the last break of the series cannot be compared with those after it, which are too few. */
    BREAK
}
