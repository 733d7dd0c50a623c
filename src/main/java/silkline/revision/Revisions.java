package silkline.revision;

import java.util.ArrayList;
import java.util.List;

/** The revisions of the periods of one series, in the order of the periods: {@code later - first}. */
public final class Revisions {
    /** Fewer periods than these tell nothing about a bias. */
    public static final int FEWEST_FOR_TEST = 10;

    private final List<Double> revisions = new ArrayList<>();
    private RevisionSums sums = RevisionSums.NONE;

    /** Adds a period unless one of its values is NaN. */
    public void add(double first, double later) {
        if (!Double.isNaN(first) && !Double.isNaN(later)) {
            revisions.add(later - first);
            sums = sums.plus(RevisionSums.of(first, later));
        }
    }

    public RevisionSums sums() {
        return sums;
    }

    /**
     * Mean revision over its standard error, which allows for revisions of neighbouring periods being alike (Newey and
     * West 1987, Bartlett weights, {@code floor(4 (n/100)^(2/9))} lags as in Newey and West 1994). NaN for fewer than
     * {@link #FEWEST_FOR_TEST} periods, or where all revisions are equal.
     */
    public double tStatistic() {
        int n = revisions.size();
        double mean = sums.mean();
        int lags = (int) Math.floor(4 * Math.pow(n / 100.0, 2.0 / 9));
        double variance = covariance(0, mean);
        for (int lag = 1; lag <= lags; lag++) {
            variance += 2 * (1 - lag / (lags + 1.0)) * covariance(lag, mean);
        }
        // Revisions that are equal but for rounding vary by nothing.
        boolean varies = covariance(0, mean) > 1e-24 * sums.meanSquare();
        return n >= FEWEST_FOR_TEST && varies && variance > 0 ? mean / Math.sqrt(variance / n) : Double.NaN;
    }

    private double covariance(int lag, double mean) {
        double sum = 0;
        for (int i = lag; i < revisions.size(); i++) {
            sum += (revisions.get(i) - mean) * (revisions.get(i - lag) - mean);
        }
        return sum / revisions.size();
    }

    /** Chance of a {@link #tStatistic} at least so far from zero if there were no bias; NaN where there is none. */
    public double pValue() {
        return StudentT.twoSided(tStatistic(), revisions.size() - 1);
    }
}
