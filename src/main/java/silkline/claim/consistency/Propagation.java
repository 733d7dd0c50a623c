package silkline.claim.consistency;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import silkline.claim.Interval;

/**
 * Narrows intervals by identities until nothing changes (hull consistency, Lhomme 1993; Benhamou et al. 1999). What it
 * refuses is impossible; what it lets through may still be.
 */
final class Propagation {
    /** Rounds; products of intervals may narrow for ever by less and less. */
    private static final int MOST_ROUNDS = 60;

    private Propagation() {}

    /** Whether no value is left for some quantity. {@code domains}: what a quantity can be at all; every number if absent. */
    static boolean contradicts(
            Collection<Statement> statements, Collection<Identity> identities, Map<String, Interval> domains) {
        Map<String, Interval> box = new HashMap<>();
        identities.forEach(identity -> identity.terms().forEach(term -> box.put(term, domain(domains, term))));
        for (Statement statement : statements) {
            Interval before = box.getOrDefault(statement.quantity(), domain(domains, statement.quantity()));
            Optional<Interval> both = before.intersect(statement.interval());
            if (both.isEmpty()) {
                return true;
            }
            box.put(statement.quantity(), both.get());
        }
        return contradicts(box, List.copyOf(identities));
    }

    private static boolean contradicts(Map<String, Interval> box, List<Identity> identities) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Map<String, Interval> before = new HashMap<>(box);
            for (Identity identity : identities) {
                if (!identity.narrow(box)) {
                    return true;
                }
            }
            if (before.equals(box)) {
                return false;
            }
        }
        return false;
    }

    private static Interval domain(Map<String, Interval> domains, String quantity) {
        return domains.getOrDefault(quantity, Interval.ALL);
    }
}
