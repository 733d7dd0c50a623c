package silkline.claim.consistency;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import silkline.claim.Bounds;
import silkline.claim.Claim;
import silkline.claim.ClaimBook;
import silkline.claim.Implied;
import silkline.claim.Interval;
import silkline.claim.Kind;
import silkline.series.Frequency;

/** Finds claims, within an article and across articles, that do not go together. */
public final class ClaimConflicts {
    private static final Set<Kind> MEASURED_OVER_TIME =
            Set.of(Kind.LEVEL, Kind.GROWTH, Kind.RATIO, Kind.SHARE, Kind.CUMULATIVE);

    private final ClaimBook book;
    private final List<Claim> claims;

    private ClaimConflicts(ClaimBook book) {
        this.book = book;
        this.claims = book.claims().values().stream()
                .sorted(Comparator.comparing(Claim::id))
                .toList();
    }

    /** All conflicts, contradictions first. {@code aggregates}: areas that hold others. */
    public static List<Conflict> of(ClaimBook book, Set<String> aggregates) {
        ClaimConflicts conflicts = new ClaimConflicts(book);
        List<Conflict> found = new ArrayList<>(conflicts.contradictions(new ClaimNet(book, aggregates)));
        conflicts.claims.forEach(claim -> conflicts.premature(claim).ifPresent(found::add));
        for (int i = 0; i < conflicts.claims.size(); i++) {
            for (Claim later : conflicts.claims.subList(i + 1, conflicts.claims.size())) {
                Claim first = conflicts.claims.get(i);
                conflicts.repeated(first, later).ifPresent(found::add);
                twoMeanings(first, later).ifPresent(found::add);
            }
        }
        return found;
    }

    /** By the words alone first; with the widths what is left. */
    private List<Conflict> contradictions(ClaimNet net) {
        List<Conflict> all = new ArrayList<>();
        add(net, Bounds::hard, Conflict.Strength.HARD, all);
        Set<Set<String>> known = all.stream().map(c -> Set.copyOf(c.claims())).collect(Collectors.toSet());
        List<Conflict> wide = new ArrayList<>();
        add(net, Bounds::allowed, Conflict.Strength.BY_WIDTHS, wide);
        wide.stream().filter(c -> !known.contains(Set.copyOf(c.claims()))).forEach(all::add);
        return all;
    }

    private void add(
            ClaimNet net, Function<Bounds, Interval> which, Conflict.Strength strength, List<Conflict> conflicts) {
        for (Contradictions.Found found :
                new Contradictions(net.statements(which), net.identities(), net.domains()).all()) {
            List<String> ids = found.claims().stream().sorted().toList();
            String stated = ids.stream().map(this::words).collect(Collectors.joining(", "));
            conflicts.add(new Conflict(
                    Conflict.Rule.CONTRADICTION,
                    strength,
                    ids,
                    Identity.words(found.identities()),
                    "These cannot all be true: %s.".formatted(stated)));
        }
    }

    private String words(Claim claim) {
        return "%s \"%s\" (%s)".formatted(claim.id(), claim.statedAs(), Implied.words(claim));
    }

    private String words(String id) {
        return words(book.claims().get(id));
    }

    private Optional<Conflict> premature(Claim claim) {
        Optional<LocalDate> day = book.published(claim);
        boolean isEarly = day.isPresent()
                && MEASURED_OVER_TIME.contains(claim.kind())
                && !claim.periods().isEmpty()
                && claim.periods().stream()
                        .allMatch(p ->
                                p.frequency() != Frequency.MONTH && !day.get().isAfter(p.end()));
        return isEarly
                ? Optional.of(new Conflict(
                        Conflict.Rule.PREMATURE,
                        Conflict.Strength.HARD,
                        List.of(claim.id()),
                        "",
                        "%s is about %s, which was not over when the article appeared (%s at the latest)."
                                .formatted(words(claim), claim.periods().get(0), day.get())))
                : Optional.empty();
    }

    private Optional<Conflict> repeated(Claim one, Claim other) {
        Optional<LocalDate> first = book.published(one);
        Optional<LocalDate> second = book.published(other);
        boolean isRepeated = !one.articleId().equals(other.articleId())
                && first.isPresent()
                && second.isPresent()
                && Math.abs(Period.between(first.get(), second.get()).toTotalMonths()) >= 12
                && isSameFigure(one, other)
                && isSameSubject(one, other)
                && one.kind() == other.kind();
        return isRepeated
                ? Optional.of(new Conflict(
                        Conflict.Rule.REPEATED,
                        Conflict.Strength.HINT,
                        List.of(one.id(), other.id()),
                        "",
                        "The same figure more than a year apart: %s of %s, %s of %s."
                                .formatted(words(one), first.get(), words(other), second.get())))
                : Optional.empty();
    }

    private static Optional<Conflict> twoMeanings(Claim one, Claim other) {
        boolean isTold = one.articleId().equals(other.articleId())
                && isSameFigure(one, other)
                && !isSameSubject(one, other)
                && one.stated().stripTrailingZeros().precision() > 1;
        return isTold
                ? Optional.of(new Conflict(
                        Conflict.Rule.TWO_MEANINGS,
                        Conflict.Strength.HINT,
                        List.of(one.id(), other.id()),
                        "",
                        "The article says %s twice, of different things: %s \"%s\", %s \"%s\"."
                                .formatted(Implied.words(one), one.id(), one.statedAs(), other.id(), other.statedAs())))
                : Optional.empty();
    }

    private static boolean isSameFigure(Claim one, Claim other) {
        return one.unitMeasure().equals(other.unitMeasure())
                && one.stated().compareTo(other.stated()) == 0
                && one.unitMult() == other.unitMult();
    }

    private static boolean isSameSubject(Claim one, Claim other) {
        return one.indicators().equals(other.indicators())
                && one.refArea().equals(other.refArea())
                && one.flow().equals(other.flow())
                && one.counterpartArea().equals(other.counterpartArea());
    }
}
