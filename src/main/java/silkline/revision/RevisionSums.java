package silkline.revision;

import java.io.Serializable;

/**
 * What can be added up of revisions, and the figures that follow from it. Of no revision, means and shares are NaN.
 *
 * @param sum of {@code later - first}
 * @param absoluteLater sum of the absolute later values
 * @param positive how many are above zero
 * @param signChanges how many times first and later value lie on different sides of zero
 */
public record RevisionSums(
        long periods,
        double sum,
        double absolute,
        double squares,
        double absoluteLater,
        double smallest,
        double largest,
        long positive,
        long signChanges)
        implements Serializable {
    /** Of no revision. */
    public static final RevisionSums NONE =
            new RevisionSums(0, 0, 0, 0, 0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, 0);

    /** Of one revision. */
    public static RevisionSums of(double first, double later) {
        double revision = later - first;
        return new RevisionSums(
                1,
                revision,
                Math.abs(revision),
                revision * revision,
                Math.abs(later),
                revision,
                revision,
                revision > 0 ? 1 : 0,
                Math.signum(first) * Math.signum(later) < 0 ? 1 : 0);
    }

    public RevisionSums plus(RevisionSums other) {
        return new RevisionSums(
                periods + other.periods,
                sum + other.sum,
                absolute + other.absolute,
                squares + other.squares,
                absoluteLater + other.absoluteLater,
                Math.min(smallest, other.smallest),
                Math.max(largest, other.largest),
                positive + other.positive,
                signChanges + other.signChanges);
    }

    /** Mean revision: the bias of first values, with the sign that corrects it. */
    public double mean() {
        return sum / periods;
    }

    public double meanAbsolute() {
        return absolute / periods;
    }

    /** Sum of absolute revisions over the sum of absolute later values; NaN where the later values are all zero. */
    public double relativeMeanAbsolute() {
        return absoluteLater > 0 ? absolute / absoluteLater : Double.NaN;
    }

    double meanSquare() {
        return squares / periods;
    }

    public double rootMeanSquare() {
        return Math.sqrt(meanSquare());
    }

    /** Around the mean revision, with {@code n - 1}; NaN for fewer than two. */
    public double standardDeviation() {
        return periods > 1 ? Math.sqrt(Math.max(0, (squares - sum * sum / periods) / (periods - 1))) : Double.NaN;
    }

    public double positiveShare() {
        return (double) positive / periods;
    }

    public double signChangeShare() {
        return (double) signChanges / periods;
    }
}
