package silkline.growth;

/** Why there is no growth rate. */
public enum Reason {
    /** The value itself is missing. */
    VALUE_MISSING,
    /** There is no value for the period compared with. */
    BASE_MISSING,
    BASE_ZERO,
    /** One of the two values is negative. */
    SIGN_CHANGE,
    /** The source marks a break (status B) at the value. */
    BREAK,
    /** Ranges of months have no neighbour. */
    NO_PREVIOUS_PERIOD,
    /** The series is itself a rate; compare its points, not its ratio. */
    ALREADY_A_RATE,
    /** There is no observation so far back. */
    TOO_SHORT,
    /** Of the periods that are added up, one has no value; or a range does not begin in January. */
    PARTIAL_PERIOD,
    /** A value of the window is zero or negative, so it has no logarithm. */
    NOT_POSITIVE,
    /** The total that the series is part of has no value for one of the two periods. */
    TOTAL_MISSING;

    /** Why {@link Growth#relativeChange} of two values has no answer; empty text where it has one. */
    public static String of(double from, double to) {
        if (Double.isNaN(to)) {
            return VALUE_MISSING.name();
        }
        if (Double.isNaN(from)) {
            return BASE_MISSING.name();
        }
        if (from == 0) {
            return BASE_ZERO.name();
        }
        return from < 0 || to < 0 ? SIGN_CHANGE.name() : "";
    }
}
