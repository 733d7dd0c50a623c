package silkline;

import java.util.List;

/**
 * An error that a user can cause and mend. Its message names the problem, the place and the remedy; it is printed
 * without a stack trace.
 */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of mistake it was; decides the exit code. */
    public enum Kind {
        USAGE,
        INPUT_CONTRACT,
        QUALITY_GATE
    }

    private final Kind kind;

    private UserError(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** A wrong option or argument. */
    public static UserError usage(String message) {
        return new UserError(Kind.USAGE, message);
    }

    /** An input that breaks its contract: nothing of it was read into the lake. */
    public static UserError contract(String place, String problem, String remedy) {
        return new UserError(Kind.INPUT_CONTRACT, "%s: %s %s".formatted(place, problem, remedy));
    }

    /** Several inputs that break their contracts, told together. */
    public static UserError contracts(List<UserError> errors) {
        return errors.size() == 1
                ? errors.get(0)
                : new UserError(
                        Kind.INPUT_CONTRACT,
                        String.join(
                                "\n", errors.stream().map(UserError::getMessage).toList()));
    }

    /** A table that a job needs and the lake does not have. */
    public static UserError missingTable(String table, String path, String command) {
        return new UserError(
                Kind.USAGE, "%s: no such table at %s. Run 'silkline %s' first.".formatted(table, path, command));
    }

    /** A table that an earlier version made. */
    public static UserError olderTable(String table, String path, String column) {
        return new UserError(
                Kind.USAGE,
                "%s: the table at %s has no column '%s'; an earlier version of Silkline made it. Ingest into a new --lake."
                        .formatted(table, path, column));
    }

    /** A table that was computed as of another date; an empty date is none. */
    public static UserError otherDate(String table, String found, String wanted, String command) {
        return new UserError(
                Kind.USAGE,
                "%s: was computed %s, not %s. Run 'silkline %s%s' first."
                        .formatted(
                                table,
                                asOf(found),
                                asOf(wanted),
                                command,
                                wanted.isEmpty() ? "" : " --as-of " + wanted));
    }

    private static String asOf(String date) {
        return date.isEmpty() ? "from everything published" : "as of " + date;
    }

    /** A rule that must hold does not. */
    public static UserError gate(String message) {
        return new UserError(Kind.QUALITY_GATE, message);
    }
}
