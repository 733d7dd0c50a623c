package silkline.forecast;

/** The standard normal distribution. */
public final class Normal {
    private static final double[] CENTRE_ABOVE = {
        3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946,
        45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227
    };
    private static final double[] CENTRE_BELOW = {
        1.0, 42.31333070160091, 687.1870074920579, 5394.196021424751,
        21213.794301586597, 39307.89580009271, 28729.085735721943, 5226.495278852854
    };
    private static final double[] SIDE_ABOVE = {
        1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045,
        1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 7.745450142783414E-4
    };
    private static final double[] SIDE_BELOW = {
        1.0, 2.053191626637759, 1.6763848301838038, 0.6897673349851,
        0.14810397642748008, 0.015198666563616457, 5.475938084995345E-4, 1.0507500716444169E-9
    };
    private static final double[] TAIL_ABOVE = {
        6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
        0.026532189526576124, 0.0012426609473880784, 2.7115555687434876E-5, 2.0103343992922881E-7
    };
    private static final double[] TAIL_BELOW = {
        1.0, 0.599832206555888, 0.1369298809227358, 0.014875361290850615,
        7.868691311456133E-4, 1.8463183175100548E-5, 1.421511758316446E-7, 2.0442631033899397E-15
    };

    private Normal() {}

    /** The value below which a standard normal falls with {@code probability} in (0, 1). Wichura 1988, AS 241. */
    public static double quantile(double probability) {
        double distance = probability - 0.5;
        if (Math.abs(distance) <= 0.425) {
            double r = 0.180625 - distance * distance;
            return distance * polynomial(CENTRE_ABOVE, r) / polynomial(CENTRE_BELOW, r);
        }
        double r = Math.sqrt(-StrictMath.log(Math.min(probability, 1 - probability)));
        double size = r <= 5
                ? polynomial(SIDE_ABOVE, r - 1.6) / polynomial(SIDE_BELOW, r - 1.6)
                : polynomial(TAIL_ABOVE, r - 5) / polynomial(TAIL_BELOW, r - 5);
        return Math.copySign(size, distance);
    }

    /**
     * The quantile of Student's distribution by the expansion of Cornish and Fisher (Abramowitz and Stegun 1964, 26.7.5):
     * one percent too small at most for {@code degrees} of 2 and probabilities up to 0.975, exact enough beyond.
     */
    static double studentQuantile(double probability, int degrees) {
        double z = quantile(probability);
        double z2 = z * z;
        double first = z * (z2 + 1) / 4;
        double second = z * ((5 * z2 + 16) * z2 + 3) / 96;
        double third = z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
        double fourth = z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92160;
        return z + (first + (second + (third + fourth / degrees) / degrees) / degrees) / degrees;
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            sum = sum * x + coefficients[i];
        }
        return sum;
    }
}
