package silkline.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import silkline.growth.Growth;
import silkline.series.Period;

/**
 * A figure that follows from claims without being stated.
 *
 * @param name stable name, such as {@code implied_base}
 * @param value from the stated figures as they stand, in base units
 * @param interval every value that the hedges allow
 * @param unit unit of {@code value}
 * @param formula in words
 */
public record Implied(String name, double value, Interval interval, String unit, String formula) {
    /** {@link #name} of a part of a year blown up to the whole year. */
    public static final String YEAR = "implied_year";

    /** What follows from {@code claim}, the claim that it relates to, and what is known of the year before. */
    public static List<Implied> from(Claim claim, ClaimBook book, Facts facts) {
        List<Implied> implied = new ArrayList<>();
        Optional<Claim> other = book.related(claim);
        switch (claim.kind()) {
            case SHARE -> {
                other.ifPresent(total -> {
                    Term part = part(claim, total, book);
                    implied.add(part.named("implied_part"));
                    implied.add(Term.of(total, book).minus(part).named("implied_rest"));
                });
                rankAtWorst(claim, book).ifPresent(implied::add);
            }
            case RATIO -> {
                growthPerYear(claim, book).ifPresent(implied::add);
                other.ifPresent(today -> bases(claim, today, book, implied));
            }
            case GROWTH ->
                other.filter(today -> today.kind() == Kind.LEVEL)
                        .ifPresent(today -> implied.add(Term.of(today, book)
                                .dividedBy(Term.of(claim, book).plusOne())
                                .named("implied_base")));
            case TARGET ->
                other.filter(now -> claim.isFactor())
                        .ifPresent(now -> implied.add(
                                Term.of(claim, book).times(Term.of(now, book)).named("implied_target")));
            case LEVEL -> {
                other.ifPresent(before -> wholeYear(claim, before, book, implied));
                Completion.of(claim, book, facts).ifPresent(implied::add);
            }
            case RANK ->
                other.ifPresent(share -> {
                    nextLargest(claim, share, book).ifPresent(implied::add);
                    effectiveMarkets(claim, share, book).ifPresent(implied::add);
                });
            case COUNT, CUMULATIVE -> {}
        }
        return implied;
    }

    private static Term part(Claim share, Claim total, ClaimBook book) {
        Term whole = Term.of(total, book);
        Term part = Term.of(share, book).times(whole);
        return new Term(part.value(), part.interval(), whole.unit(), "%s of %s".formatted(words(share), whole.words()));
    }

    private static Optional<Implied> growthPerYear(Claim ratio, ClaimBook book) {
        int years = ratio.windowYears();
        return years == 0
                ? Optional.empty()
                : Optional.of(new Implied(
                        "implied_cagr_ratio",
                        Growth.compoundAnnualRate(1, ratio.value(), years),
                        book.bounds(ratio).allowed().through(factor -> Growth.compoundAnnualRate(1, factor, years)),
                        "RATIO",
                        "%s^(1/%d) - 1".formatted(ratio.stated().toPlainString(), years)));
    }

    /** Value today over ratio: the value at the start; a second one where the words may mean "by" that much. */
    private static void bases(Claim ratio, Claim today, ClaimBook book, List<Implied> implied) {
        Optional<Term> value = today.kind() == Kind.SHARE
                ? book.related(today).map(total -> part(today, total, book))
                : Optional.of(Term.of(today, book));
        value.ifPresent(now -> {
            Term factor = Term.of(ratio, book);
            implied.add(now.dividedBy(factor).named("implied_base"));
            if (ratio.change() == Change.BY) {
                implied.add(now.dividedBy(factor.plusOne()).named("implied_base_by"));
            }
        });
    }

    /** A part of a year blown up to the whole year, to be held against the year before; and what is left to match it. */
    private static void wholeYear(Claim claim, Claim before, ClaimBook book, List<Implied> implied) {
        if (claim.periods().size() != 1 || claim.periods().get(0).months() >= 12) {
            return;
        }
        Period period = claim.periods().get(0);
        Term part = Term.of(claim, book);
        implied.add(part.times(12.0 / period.months(), "12/" + period.months()).named(YEAR));
        if (before.kind() == Kind.LEVEL && before.unitMeasure().equals(claim.unitMeasure())) {
            implied.add(Term.of(before, book).minus(part).named("implied_rest_of_year"));
        }
    }

    /** Of the first of all, with its share: no other is larger, nor larger than what the first leaves. */
    private static Optional<Implied> nextLargest(Claim rank, Claim share, ClaimBook book) {
        boolean isFirst = rank.stated().compareTo(BigDecimal.ONE) == 0 && share.kind() == Kind.SHARE;
        double most = book.bounds(share).allowed().high();
        double bound = Math.min(most, 1 - book.bounds(share).allowed().low());
        return isFirst && Double.isFinite(bound) && bound > 0
                ? Optional.of(new Implied(
                        "implied_next_share",
                        Math.min(share.value(), 1 - share.value()),
                        new Interval(0, bound, true, false),
                        "RATIO",
                        "no other partner has more than the first, %s".formatted(words(share))))
                : Optional.empty();
    }

    /** Of a partner with its share, and the number of markets where the article states that: so many can be larger. */
    private static Optional<Implied> rankAtWorst(Claim share, ClaimBook book) {
        if (!share.inScope() || !share.isWithPartner()) {
            return Optional.empty();
        }
        Interval allowed = book.bounds(share).allowed();
        long most = book.marketsOf(share)
                .map(count -> book.bounds(count).allowed().high())
                .filter(Double::isFinite)
                .map(Double::longValue)
                .orElse(Long.MAX_VALUE);
        double best = silkline.share.Bounds.rank(allowed.high(), most).low();
        double stated = silkline.share.Bounds.rank(share.value(), most).high();
        double worst = silkline.share.Bounds.rank(allowed.low(), most).high();
        return best <= stated && stated <= worst
                ? Optional.of(new Implied(
                        "implied_rank_at_worst",
                        stated,
                        Interval.closed(best, worst),
                        "COUNT",
                        "larger ones that fit beside %s: at most %d".formatted(words(share), (long) stated - 1)))
                : Optional.empty();
    }

    /**
     * Of the first of all, with its share, and the number of markets that the article states: as many equal markets would be
     * as concentrated. {@link silkline.share.Bounds#herfindahl} is largest where the others are few and large, least where they are equal.
     */
    private static Optional<Implied> effectiveMarkets(Claim rank, Claim share, ClaimBook book) {
        boolean isFirst = rank.stated().compareTo(BigDecimal.ONE) == 0 && share.kind() == Kind.SHARE;
        return book.marketsOf(share).filter(count -> isFirst).flatMap(count -> {
            Interval top = book.bounds(share).allowed();
            Interval markets = book.bounds(count).allowed();
            long most = Double.isFinite(markets.high()) ? (long) markets.high() : Long.MAX_VALUE;
            silkline.share.Bounds stated = silkline.share.Bounds.herfindahl(share.value(), (long) count.value());
            double fewest = silkline.share.Bounds.herfindahl(top.high(), most).high();
            double largest = silkline.share.Bounds.herfindahl(top.low(), most).low();
            boolean exists = fewest > 0 && largest > 0 && stated.low() > 0;
            return exists
                    ? Optional.of(new Implied(
                            "implied_effective_markets",
                            1 / stated.low(),
                            Interval.closed(1 / fewest, 1 / largest),
                            "COUNT",
                            "1 / Herfindahl index, the first with %s of %s markets, the others equal"
                                    .formatted(words(share), count.stated().toPlainString())))
                    : Optional.empty();
        });
    }

    /** {@code 40 %}, {@code over 1 billion USD}, {@code 45}. */
    public static String words(Claim claim) {
        String hedge = claim.hedge() == Hedge.EXACT ? "" : claim.hedge().code().replace('_', ' ') + " ";
        String stated = hedge + claim.stated().toPlainString();
        String printed =
                claim.hedge() == Hedge.BETWEEN ? stated + " and " + claim.high().toPlainString() : stated;
        return switch (claim.unitMeasure()) {
            case "PCT" -> printed + " %";
            case "FACTOR" -> printed;
            default -> printed + magnitude(claim.unitMult()) + " " + claim.unitMeasure();
        };
    }

    private static String magnitude(int unitMult) {
        return switch (unitMult) {
            case 0 -> "";
            case 3 -> " thousand";
            case 6 -> " million";
            case 9 -> " billion";
            case 12 -> " trillion";
            default -> " x 10^" + unitMult;
        };
    }
}
