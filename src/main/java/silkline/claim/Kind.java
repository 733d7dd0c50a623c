package silkline.claim;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What sort of figure a claim states. */
public enum Kind {
    /** A value in a period. */
    LEVEL,
    /** A relative change against the same period of the year before. */
    GROWTH,
    /** How many times as large as at an earlier time. */
    RATIO,
    /** A part of a total. */
    SHARE,
    RANK,
    COUNT,
    /** A value to be reached. */
    TARGET,
    /** A sum over several years. */
    CUMULATIVE;

    public static Optional<Kind> parse(String code) {
        return Arrays.stream(values()).filter(k -> k.code().equals(code)).findFirst();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
