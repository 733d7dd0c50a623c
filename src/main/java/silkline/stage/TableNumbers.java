package silkline.stage;

/** Numbers on their way from a formula into a table. */
public final class TableNumbers {
    private TableNumbers() {}

    /** {@code value}, or null where the formula has no answer: NaN and the infinities never reach a table. */
    public static Double orNull(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
