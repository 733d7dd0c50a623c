package silkline.series;

/** Stops the reading of one row; never leaves {@link ObservationParser#parse}. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;
    final String rule;

    Refusal(String rule, String message) {
        super(message, null, false, false);
        this.rule = rule;
    }
}
