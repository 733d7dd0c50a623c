package silkline.forecast.search;

/** A smooth function to be minimised. */
public interface Objective {
    /** The value at {@code x}; infinite or NaN outside the domain. */
    double value(double[] x);

    /** Fills {@code gradient} with the partial derivatives at {@code x}, where {@link #value} was called last. */
    void gradient(double[] x, double value, double[] gradient);
}
