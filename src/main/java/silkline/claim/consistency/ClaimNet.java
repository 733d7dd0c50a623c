package silkline.claim.consistency;

import static silkline.series.SeriesId.WORLD;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import silkline.claim.Bounds;
import silkline.claim.Change;
import silkline.claim.Claim;
import silkline.claim.ClaimBook;
import silkline.claim.Interval;
import silkline.claim.Kind;
import silkline.series.Period;

/** The claims as statements about quantities, and what must hold between these. */
final class ClaimNet {
    private static final Interval POSITIVE = new Interval(0, Double.POSITIVE_INFINITY, false, true);

    private final ClaimBook book;
    private final Set<String> aggregates;
    private final Map<String, Quantity> quantities = new LinkedHashMap<>();
    private final Map<String, Interval> domains = new LinkedHashMap<>();
    private final List<Identity> identities = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();

    /** A statement before it is decided which of the bounds count. */
    private record Said(String claimId, String quantity, Bounds bounds, Function<Interval, Interval> change) {}

    /** {@code aggregates}: areas that hold others, which no sum may add to them. */
    ClaimNet(ClaimBook book, Set<String> aggregates) {
        this.book = book;
        this.aggregates = Set.copyOf(aggregates);
        book.claims().values().stream()
                .filter(claim ->
                        claim.indicators().size() == 1 && claim.periods().size() <= 1)
                .sorted(Comparator.comparing(Claim::id))
                .forEach(this::add);
        periodsOfAYear();
        partners();
        turnover();
    }

    List<Statement> statements(Function<Bounds, Interval> which) {
        return said.stream()
                .map(s -> new Statement(s.claimId(), s.quantity(), s.change().apply(which.apply(s.bounds()))))
                .toList();
    }

    List<Identity> identities() {
        return List.copyOf(identities);
    }

    Map<String, Interval> domains() {
        return Map.copyOf(domains);
    }

    private void add(Claim claim) {
        switch (claim.kind()) {
            case LEVEL, COUNT, CUMULATIVE, RANK ->
                period(claim).ifPresent(p -> say(claim, quantity(Quantity.of(claim, claim.unitMeasure(), p))));
            case SHARE -> period(claim).ifPresent(p -> share(claim, p));
            case RATIO, GROWTH -> period(claim).ifPresent(p -> change(claim, p));
            case TARGET -> {} // a wish contradicts nothing
        }
    }

    private static Optional<Period> period(Claim claim) {
        return claim.periods().stream().findFirst();
    }

    private void say(Claim claim, String quantity) {
        said.add(new Said(claim.id(), quantity, book.bounds(claim), interval -> interval));
    }

    private String quantity(Quantity quantity) {
        quantities.putIfAbsent(quantity.name(), quantity);
        if (quantity.isFlow()) {
            domains.put(quantity.name(), POSITIVE);
        }
        return quantity.name();
    }

    /** Part = share x total; the total is the one that it relates to, else the same with the world. */
    private void share(Claim claim, Period period) {
        Optional<Claim> total = book.related(claim).filter(c -> c.kind() == Kind.LEVEL);
        String unit = total.map(Claim::unitMeasure).orElse("USD");
        Quantity part = Quantity.of(claim, unit, period);
        Quantity whole = total.map(c -> Quantity.of(c, unit, period)).orElse(part.with(WORLD));
        String name = "share of %s in %s".formatted(part.name(), whole.name());
        domains.put(name, Interval.closed(0, 1));
        say(claim, name);
        identities.add(new Identity.Product(quantity(part), name, quantity(whole)));
    }

    /** Value = base x factor, against the one base that it states. */
    private void change(Claim claim, Period period) {
        Optional<Period> base = base(claim, period);
        if (base.isEmpty() || claim.indicators().get(0).endsWith("_growth")) {
            base.ifPresent(b -> say(claim, quantity(Quantity.of(claim, claim.unitMeasure(), period))));
            return;
        }
        Quantity now = Quantity.of(claim, unit(claim), period);
        String name = "factor of %s on %s".formatted(now.name(), base.get());
        domains.put(name, POSITIVE);
        said.add(new Said(claim.id(), name, book.bounds(claim), interval -> factor(claim, interval)));
        identities.add(new Identity.Product(quantity(now), quantity(now.in(base.get())), name));
    }

    private static Optional<Period> base(Claim claim, Period period) {
        if (claim.kind() == Kind.GROWTH) {
            return Optional.of(period.yearEarlier());
        }
        if (claim.windowYears() > 0) {
            return Optional.of(
                    period.plus(-claim.windowYears() * period.frequency().perYear()));
        }
        return claim.basePeriods().size() == 1 ? Optional.of(claim.basePeriods().get(0)) : Optional.empty();
    }

    /** Growth by 14 % is a factor of 1.14; "by 45 times" may be 45 or 46. */
    private static Interval factor(Claim claim, Interval stated) {
        Interval more = stated.plus(Interval.of(1));
        if (claim.kind() == Kind.GROWTH) {
            return more;
        }
        return claim.change() == Change.BY
                ? new Interval(stated.low(), more.high(), stated.lowOpen(), more.highOpen())
                : stated;
    }

    private String unit(Claim claim) {
        return book.related(claim)
                .filter(c -> c.kind() == Kind.LEVEL)
                .map(Claim::unitMeasure)
                .orElse("USD");
    }

    /** Parts of a year that do not overlap add up to no more than the year. */
    private void periodsOfAYear() {
        for (Quantity whole : List.copyOf(quantities.values())) {
            List<Quantity> parts = new ArrayList<>();
            for (Quantity part : quantities.values()) {
                boolean isInside = whole.isFlow()
                        && part.in(whole.period()).equals(whole)
                        && part.period().months() < whole.period().months()
                        && !part.period().start().isBefore(whole.period().start())
                        && !part.period().end().isAfter(whole.period().end());
                if (isInside && parts.stream().noneMatch(p -> overlap(p.period(), part.period()))) {
                    parts.add(part);
                } else if (isInside) {
                    sum(whole, List.of(part), Identity.Coverage.SOME);
                }
            }
            int months = parts.stream().mapToInt(p -> p.period().months()).sum();
            sum(whole, parts, months == whole.period().months() ? Identity.Coverage.ALL : Identity.Coverage.SOME);
        }
    }

    private static boolean overlap(Period one, Period other) {
        return !one.start().isAfter(other.end()) && !other.start().isAfter(one.end());
    }

    /** Partners add up to no more than the world; so does each group alone. */
    private void partners() {
        for (Quantity whole : List.copyOf(quantities.values())) {
            if (whole.partner().equals(WORLD) && whole.isFlow()) {
                List<Quantity> parts = quantities.values().stream()
                        .filter(q -> !q.partner().equals(WORLD) && q.with(WORLD).equals(whole))
                        .toList();
                sum(
                        whole,
                        parts.stream()
                                .filter(q -> !aggregates.contains(q.partner()))
                                .toList(),
                        Identity.Coverage.SOME);
                parts.stream()
                        .filter(q -> aggregates.contains(q.partner()))
                        .forEach(group -> sum(whole, List.of(group), Identity.Coverage.SOME));
            }
        }
    }

    private void turnover() {
        for (Quantity whole : List.copyOf(quantities.values())) {
            Set<Quantity> parts = new LinkedHashSet<>(List.of(whole.of("X"), whole.of("M")));
            parts.retainAll(quantities.values());
            if (whole.flow().equals("T")) {
                Identity.Coverage coverage = parts.size() == 2 ? Identity.Coverage.ALL : Identity.Coverage.SOME;
                sum(whole, List.copyOf(parts), coverage);
            }
        }
    }

    private void sum(Quantity whole, List<Quantity> parts, Identity.Coverage coverage) {
        if (!parts.isEmpty()) {
            identities.add(new Identity.Sum(
                    whole.name(), parts.stream().map(Quantity::name).toList(), coverage));
        }
    }
}
