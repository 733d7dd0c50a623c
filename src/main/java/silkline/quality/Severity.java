package silkline.quality;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What happens when a rule is broken. */
public enum Severity {
    /** The rule is not looked at. */
    OFF,
    /** It is told in {@code audit.quality} and the report. */
    WARN,
    /** The rows that break it go to {@code silver.quarantine} instead of the tables. */
    QUARANTINE,
    /** The run ends with exit code 4 before anything is written. */
    FAIL;

    /** As {@code dataset.json} writes it: {@code off}, {@code warn}, {@code quarantine} or {@code fail}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Severity> parse(String code) {
        return Arrays.stream(values()).filter(s -> s.code().equals(code)).findFirst();
    }
}
