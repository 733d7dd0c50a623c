package silkline.forecast.reconcile;

import java.util.Arrays;
import java.util.List;

/** How the errors of forecasts vary, each by itself and together. */
public final class ErrorCovariance {
    private static final double[][] NONE = {};

    private final double[] standardErrors;
    private final double[][] correlation;

    private ErrorCovariance(double[] standardErrors, double[][] correlation) {
        this.standardErrors = standardErrors;
        this.correlation = correlation;
    }

    /** {@code correlation}: symmetric, ones on its diagonal. */
    public static ErrorCovariance of(double[] standardErrors, double[][] correlation) {
        return new ErrorCovariance(standardErrors.clone(), correlation);
    }

    /** Each error by itself. */
    public static ErrorCovariance uncorrelated(double[] standardErrors) {
        return new ErrorCovariance(standardErrors.clone(), NONE);
    }

    /** How many forecasts there are. */
    public int size() {
        return standardErrors.length;
    }

    /** The error variance of the sum of these forecasts; none is below zero, whatever rounding makes of it. */
    public double variance(List<Integer> nodes) {
        int[] places = nodes.stream().mapToInt(Integer::intValue).toArray();
        double[] ones = new double[places.length];
        Arrays.fill(ones, 1);
        double[] product = times(places, ones);
        return Math.max(0, Arrays.stream(places).mapToDouble(i -> product[i]).sum());
    }

    /** The product with a vector that is {@code weights} at {@code nodes} and zero elsewhere. */
    double[] times(int[] nodes, double[] weights) {
        double[] product = new double[size()];
        for (int k = 0; k < nodes.length; k++) {
            int node = nodes[k];
            double scaled = weights[k] * standardErrors[node];
            if (correlation.length == 0) {
                product[node] += scaled * standardErrors[node];
            } else {
                for (int i = 0; i < product.length; i++) {
                    product[i] += scaled * correlation[i][node] * standardErrors[i];
                }
            }
        }
        return product;
    }

    /** As if these were known. */
    ErrorCovariance without(boolean[] known) {
        double[] left = standardErrors.clone();
        for (int i = 0; i < left.length; i++) {
            left[i] = known[i] ? 0 : left[i];
        }
        return new ErrorCovariance(left, correlation);
    }
}
