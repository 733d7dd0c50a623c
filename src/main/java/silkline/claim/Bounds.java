package silkline.claim;

import java.util.function.UnaryOperator;

/**
 * What a stated figure allows, three times over.
 *
 * @param allowed what decides a verdict
 * @param hard what the words do not exclude under any convention: "about" excludes nothing, "over 4" excludes 4
 * @param plausible what a reader would expect: "over 4" is hardly 9
 */
public record Bounds(Interval allowed, Interval hard, Interval plausible) {
    Bounds map(UnaryOperator<Interval> change) {
        return new Bounds(change.apply(allowed), change.apply(hard), change.apply(plausible));
    }

    Bounds times(double factor) {
        return map(interval -> interval.times(factor));
    }

    Bounds times(Bounds other) {
        return new Bounds(allowed.times(other.allowed), hard.times(other.hard), plausible.times(other.plausible));
    }
}
