package silkline.forecast.ets;

/**
 * Means and standard errors ahead from the final states. Exact for additive errors and for relative errors without
 * multiplicative season; with it the usual approximation for small errors. Hyndman et al. 2008, chapter 6.
 *
 * @param length of the history, which says where in the year the forecast begins
 * @param variance of one error: in squared units of the series, or of the mean where errors are relative
 */
record Outlook(Form form, int period, Parameters at, double level, double slope, int length, double variance) {
    /** Adds {@code weight} times the means and standard errors to what the arrays hold. */
    void add(double weight, double[] mean, double[] standardError) {
        int horizon = mean.length;
        double[] responses = new double[horizon];
        double[] squares = new double[horizon];
        double damping = 1;
        double damped = 0;
        for (int h = 1; h <= horizon; h++) {
            damping *= at.phi;
            damped += damping;
            double trended = level + damped * slope;
            double season = at.season[(length + h - 1) % period];
            boolean sameSeason = form.isSeasonal() && !form.hasFactors() && h % period == 0;
            responses[h - 1] = at.alpha + at.beta * damped + (sameSeason ? at.gamma : 0);
            double scale = form.hasFactors() ? season : 1;
            double point = form.hasFactors() ? trended : trended + season;
            squares[h - 1] = squareAhead(h, point, responses, squares);
            double spread = form.multiplicativeError()
                    ? squares[h - 1] * (1 + variance) * seasonalSpread(h) - point * point
                    : squares[h - 1];
            mean[h - 1] += weight * scale * point;
            standardError[h - 1] += weight * Math.abs(scale) * Math.sqrt(Math.max(0, spread));
        }
    }

    /** Additive errors: the variance. Relative errors: the mean square before the last error. */
    private double squareAhead(int h, double point, double[] responses, double[] squares) {
        double sum = form.multiplicativeError() ? point * point : variance;
        for (int j = 1; j < h; j++) {
            double response = responses[j - 1] * responses[j - 1];
            sum += variance * response * (form.multiplicativeError() ? squares[h - j - 1] : 1);
        }
        return sum;
    }

    private double seasonalSpread(int h) {
        int years = (h - 1) / period;
        return form.hasFactors() ? Math.pow(1 + at.gamma * at.gamma * variance, years) : 1;
    }
}
