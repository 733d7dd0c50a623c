package silkline.growth;

/**
 * A number, or why there is none.
 *
 * @param value NaN where there is a reason
 * @param reason name of a {@link Reason}; empty text where there is a value
 */
public record Measured(double value, String reason) {
    static Measured none(Reason reason) {
        return new Measured(Double.NaN, reason.name());
    }
}
