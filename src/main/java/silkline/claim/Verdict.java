package silkline.claim;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What the statistics say about a claim. */
public enum Verdict {
    /** True in every reading that statistics can test. */
    SUPPORTED,
    /** True in some reading; or only statements, no statistics, speak for it. */
    CONSISTENT,
    /** False in every reading that statistics can test. */
    CONTRADICTED,
    /** Nothing tests it; the reason says why. */
    NOT_CHECKABLE,
    /** A target whose time has not come. */
    OPEN,
    /** An article that states no figure. */
    NO_CLAIM;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The verdict over all checks of the current vintage. Statistics decide; statements of officials count only where
     * there are none, and then never for more than {@link #CONSISTENT}. A ratio that does not say against when is true
     * against some base or untestable, never false.
     */
    public static Verdict of(Claim claim, Collection<Check> checks) {
        List<Check> current =
                checks.stream().filter(check -> check.series().isCurrent()).toList();
        if (current.stream().anyMatch(check -> check.verdict() == OPEN)) {
            return OPEN;
        }
        List<Check> tested = current.stream().filter(Check::decides).toList();
        List<Check> statistics =
                tested.stream().filter(c -> c.series().about().isStatistic()).toList();
        if (statistics.isEmpty()) {
            return tested.stream().anyMatch(c -> c.verdict() == SUPPORTED) ? CONSISTENT : NOT_CHECKABLE;
        }
        long holds = statistics.stream().filter(c -> c.verdict() == SUPPORTED).count();
        if (claim.hasOpenBase()) {
            return holds > 0 ? CONSISTENT : NOT_CHECKABLE;
        }
        return holds == statistics.size() ? SUPPORTED : holds > 0 ? CONSISTENT : CONTRADICTED;
    }
}
