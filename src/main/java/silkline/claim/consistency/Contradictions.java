package silkline.claim.consistency;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import silkline.claim.Interval;

/** The smallest sets of claims that cannot all be true. */
final class Contradictions {
    /** Sets that are tried before the one found by leaving out is taken as small enough. */
    private static final int MOST_SETS = 50_000;

    private final List<Statement> statements;
    private final List<Identity> identities;
    private final Map<String, Interval> domains;

    Contradictions(List<Statement> statements, List<Identity> identities, Map<String, Interval> domains) {
        this.statements = List.copyOf(statements);
        this.identities = List.copyOf(identities);
        this.domains = Map.copyOf(domains);
    }

    /** Claims that contradict each other, and by which identities. */
    record Found(Set<String> claims, List<Identity> identities) {}

    /** No two share a claim; each is as small as any within what hangs together. */
    List<Found> all() {
        List<Found> found = new ArrayList<>();
        for (Set<String> component : components()) {
            Set<String> left = new LinkedHashSet<>(component);
            Optional<Found> next = smallest(left);
            while (next.isPresent()) {
                found.add(next.get());
                left.removeAll(next.get().claims());
                next = smallest(left);
            }
        }
        return found;
    }

    private Optional<Found> smallest(Set<String> claims) {
        if (!contradict(claims, identities)) {
            return Optional.empty();
        }
        Set<String> small = leftOut(claims);
        List<String> candidates = List.copyOf(claims);
        int tried = 0;
        for (int size = 1; size < small.size() && tried < MOST_SETS; size++) {
            Deque<int[]> open = new ArrayDeque<>();
            open.add(new int[0]);
            while (!open.isEmpty() && tried < MOST_SETS) {
                int[] indices = open.removeLast();
                if (indices.length == size) {
                    tried++;
                    Set<String> set = new LinkedHashSet<>();
                    for (int index : indices) {
                        set.add(candidates.get(index));
                    }
                    if (contradict(set, identities)) {
                        return Optional.of(new Found(set, needed(set)));
                    }
                } else {
                    int from = indices.length == 0 ? 0 : indices[indices.length - 1] + 1;
                    for (int index = candidates.size() - 1; index >= from; index--) {
                        int[] longer = Arrays.copyOf(indices, indices.length + 1);
                        longer[indices.length] = index;
                        open.add(longer);
                    }
                }
            }
        }
        return Optional.of(new Found(small, needed(small)));
    }

    /** What is left when every claim that is not needed for the contradiction is left out, one after the other. */
    private Set<String> leftOut(Set<String> claims) {
        Set<String> small = new LinkedHashSet<>(claims);
        for (String claim : claims) {
            small.remove(claim);
            if (!contradict(small, identities)) {
                small.add(claim);
            }
        }
        return small;
    }

    private List<Identity> needed(Set<String> claims) {
        List<Identity> needed = new ArrayList<>(identities);
        for (Identity identity : identities) {
            needed.remove(identity);
            if (!contradict(claims, needed)) {
                needed.add(identity);
            }
        }
        return needed;
    }

    private boolean contradict(Set<String> claims, Collection<Identity> under) {
        List<Statement> made =
                statements.stream().filter(s -> claims.contains(s.claimId())).toList();
        return Propagation.contradicts(made, under, domains);
    }

    /** Claims that hang together by quantities and identities. */
    private List<Set<String>> components() {
        List<Set<String>> components = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Statement first : statements) {
            Set<String> component = new LinkedHashSet<>();
            Set<String> quantities = new HashSet<>(Set.of(first.quantity()));
            boolean grows = seen.add(first.claimId());
            while (grows) {
                grows = false;
                for (Identity identity : identities) {
                    if (identity.terms().stream().anyMatch(quantities::contains)) {
                        grows |= quantities.addAll(identity.terms());
                    }
                }
                for (Statement one : statements) {
                    if (quantities.contains(one.quantity()) || component.contains(one.claimId())) {
                        grows |= component.add(one.claimId());
                        grows |= quantities.add(one.quantity());
                    }
                }
            }
            if (!component.isEmpty()) {
                components.add(component);
                seen.addAll(component);
            }
        }
        return components;
    }
}
