package silkline.claim;

/** A value on its way through a formula, with what the hedges allow and the formula so far. */
record Term(double value, Interval interval, String unit, String words) {
    static Term of(Claim claim, ClaimBook book) {
        return new Term(claim.value(), book.bounds(claim).allowed(), claim.baseUnit(), Implied.words(claim));
    }

    Implied named(String name) {
        return new Implied(name, value, interval, unit, words);
    }

    /** Takes the unit of {@code other}: a factor or a part times an amount. */
    Term times(Term other) {
        return new Term(
                value * other.value,
                interval.times(other.interval),
                other.unit,
                "%s x %s".formatted(words, other.words));
    }

    Term times(double factor, String factorInWords) {
        return new Term(value * factor, interval.times(factor), unit, "%s x %s".formatted(words, factorInWords));
    }

    Term dividedBy(Term other) {
        return new Term(
                value / other.value,
                interval.dividedBy(other.interval),
                unit,
                "(%s) / %s".formatted(words, other.words));
    }

    Term minus(Term other) {
        return new Term(
                value - other.value, interval.minus(other.interval), unit, "%s less %s".formatted(words, other.words));
    }

    Term plusOne() {
        return new Term(value + 1, interval.plus(Interval.of(1)), unit, "(%s + 1)".formatted(words));
    }
}
