package silkline.claim;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the words say a factor or a rate leads to. */
public enum Change {
    /** "by 45 times", "um das 45-fache": the increase; often meant, and always readable, as {@link #TO}. */
    BY,
    /** "to 45 times", "tripled": the result. */
    TO,
    /** Nothing changes. */
    NONE;

    public static Optional<Change> parse(String code) {
        return Arrays.stream(values()).filter(c -> c.code().equals(code)).findFirst();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
