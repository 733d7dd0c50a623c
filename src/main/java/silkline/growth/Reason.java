package silkline.growth;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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

    /** Of all of them, in their order. */
    public static final List<String> NAMES =
            Arrays.stream(values()).map(Reason::name).toList();

    /** Why {@link Growth#relativeChange} of two values has no answer; empty where it has one. */
    public static Optional<Reason> of(double from, double to) {
        if (Double.isNaN(to)) {
            return Optional.of(VALUE_MISSING);
        }
        if (Double.isNaN(from)) {
            return Optional.of(BASE_MISSING);
        }
        if (from == 0) {
            return Optional.of(BASE_ZERO);
        }
        return from < 0 || to < 0 ? Optional.of(SIGN_CHANGE) : Optional.empty();
    }
}
