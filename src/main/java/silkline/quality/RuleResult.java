package silkline.quality;

import java.util.List;
import java.util.Locale;

/**
 * What became of one rule in one dataset.
 *
 * @param checked how many rows, values, series or totals it was held against
 * @param examples the heaviest breaks, at most five
 * @param limit as used; NaN where there is none
 */
public record RuleResult(
        String datasetId,
        Rule rule,
        Severity severity,
        long checked,
        long broken,
        List<Example> examples,
        double limit) {
    /** What it comes to. */
    public enum Status {
        PASSED,
        BROKEN,
        /** Nothing to check, or the rule is off. */
        SKIPPED;

        /** As tables write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public RuleResult {
        examples = List.copyOf(examples);
        if (broken > checked) {
            throw new IllegalArgumentException("%s of %s: %d broken of %d".formatted(rule, datasetId, broken, checked));
        }
    }

    public Status status() {
        if (severity == Severity.OFF || checked == 0) {
            return Status.SKIPPED;
        }
        return broken > 0 ? Status.BROKEN : Status.PASSED;
    }

    /** Broken to checked; NaN where nothing was checked. */
    public double brokenRatio() {
        return checked == 0 ? Double.NaN : (double) broken / checked;
    }

    /** One sentence. */
    public String message() {
        return switch (status()) {
            case SKIPPED -> severity == Severity.OFF ? "switched off" : "nothing to check";
            case PASSED -> "%d %s checked".formatted(checked, rule.scope().counted());
            case BROKEN ->
                "%d of %d %s broke it".formatted(broken, checked, rule.scope().counted());
        };
    }

    boolean isFailure() {
        return status() == Status.BROKEN && severity == Severity.FAIL;
    }
}
