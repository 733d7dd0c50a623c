package silkline.growth;

/** Two values of which the second is compared with the first; NaN is missing. */
public record Compared(double from, double to) {
    /** {@link Growth#relativeChange}. */
    public double ratio() {
        return Growth.relativeChange(from, to);
    }

    /** Why there is no {@link #ratio}; empty text where there is one. */
    public String reason() {
        return Reason.of(from, to).map(Reason::name).orElse("");
    }
}
