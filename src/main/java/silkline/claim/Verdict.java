package silkline.claim;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What the statistics say about a claim. */
public enum Verdict {
    /** True in every reading that statistics can test. */
    SUPPORTED,
    /** Only statements of officials, no statistics, speak for it. */
    CONSISTENT,
    /** True in some reading or by some source, false in another; {@link Condition} says in which. */
    DEPENDS,
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
     * there are none, and then never for more than {@link #CONSISTENT}. A claim that leaves its base or its total open
     * is not false while one that it may mean is untested.
     */
    public static Verdict of(Claim claim, Collection<Check> checks) {
        List<Check> current =
                checks.stream().filter(check -> check.series().isCurrent()).toList();
        if (current.stream().anyMatch(check -> check.verdict() == OPEN)) {
            return OPEN;
        }
        List<Check> statistics =
                current.stream().filter(Check::decidesAsStatistic).toList();
        if (statistics.isEmpty()) {
            boolean isSaid = current.stream().anyMatch(c -> c.decides() && c.holds());
            return isSaid ? CONSISTENT : NOT_CHECKABLE;
        }
        long holds = statistics.stream().filter(Check::holds).count();
        if (holds == 0) {
            return claim.hasOpenBase() || hasUntestedTotal(claim, statistics) ? NOT_CHECKABLE : CONTRADICTED;
        }
        return holds == statistics.size() ? SUPPORTED : DEPENDS;
    }

    static boolean hasUntestedTotal(Claim claim, Collection<Check> tested) {
        Set<String> totals = new TreeSet<>(claim.totals());
        tested.forEach(check -> totals.remove(check.reading().choice(Reading.TOTAL)));
        return !totals.isEmpty();
    }
}
