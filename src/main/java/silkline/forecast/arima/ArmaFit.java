package silkline.forecast.arima;

import silkline.forecast.search.Bfgs;
import silkline.forecast.search.Objective;

/** Fits ARMA models of different orders to one series, each from the weights of the last. Serves one thread. */
final class ArmaFit implements Objective {
    private static final int ITERATIONS = 50;
    private static final double TOLERANCE = 1e-2;
    private static final double STEP = 1e-5;
    /** Of a free number; the partial autocorrelation there is 0.995. */
    private static final double LARGEST = 3;
    /** Weights taken over from another model are brought this near to zero, where the slope still tells the way. */
    private static final double LARGEST_START = 1.5;

    private static final double STRONG_MA = 0.8;
    /** A root nearer to one is as good as another difference, or one too many. */
    private static final double SMALLEST_ROOT = 1.01;

    private final double[] y;
    private final int period;
    private final ArmaLikelihood likelihood;
    private final Bfgs search;
    private final double[] plain;
    private final double[] seasonal;
    private final double[] work;
    private final double[] ar;
    private final double[] ma;
    private final double[] moved;
    private Order order;
    private int p;
    private int q;

    ArmaFit(double[] y, int period, Order limit, int horizon) {
        this.y = y;
        this.period = period;
        int mostAr = limit.ar() + period * limit.seasonalAr();
        int mostMa = limit.ma() + period * limit.seasonalMa();
        likelihood = new ArmaLikelihood(y, y.length + horizon, mostAr, mostMa);
        search = new Bfgs(Math.max(1, limit.weights()), ITERATIONS, TOLERANCE);
        int most = Math.max(Math.max(limit.ar(), limit.ma()), Math.max(limit.seasonalAr(), limit.seasonalMa())) + 1;
        plain = new double[most];
        seasonal = new double[most];
        work = new double[most];
        ar = new double[mostAr + 1];
        ma = new double[mostMa + 1];
        moved = new double[limit.weights() + 1];
    }

    /** A model and how well it does. */
    static final class Fitted {
        private final Order order;
        private final double[] free;
        private final double criterion;

        private Fitted(Order order, double[] free, double criterion) {
            this.order = order;
            this.free = free;
            this.criterion = criterion;
        }

        Order order() {
            return order;
        }

        /** AICc up to a constant of the series; infinite where the model is not sound. */
        double criterion() {
            return criterion;
        }
    }

    /** Fits {@code next} from the weights of {@code near}, where both have them. */
    Fitted fit(Order next, Fitted near) {
        order = next;
        double[] free = start(next, near);
        double value = next.weights() == 0 ? value(free) : search.minimise(this, free, next.weights());
        if (next.ar() > 0 && next.ma() > 0) {
            // AR and MA weights can cancel, which is a dip of its own; start again where they do not.
            double[] other = start(next, near);
            other[next.ar()] = STRONG_MA;
            double again = search.minimise(this, other, next.weights());
            free = again < value ? other : free;
            value = Math.min(value, again);
        }
        int k = next.parameters();
        double spare = y.length - k - 1;
        boolean sound = spare > 0 && Double.isFinite(value) && hasSoundRoots(free);
        double criterion = sound ? value + 2 * k + 2.0 * k * (k + 1) / spare : Double.POSITIVE_INFINITY;
        return new Fitted(next, free, criterion);
    }

    /** Fills the forecast and its responses to one error; returns the variance of an error. */
    double predict(Fitted fitted, double[] forecast, double[] responses) {
        order = fitted.order;
        value(fitted.free);
        double squares = likelihood.squares();
        likelihood.predict(ar, p, q, forecast);
        for (int h = 0; h < responses.length; h++) {
            double sum = h == 0 ? 1 : h <= q ? ma[h - 1] : 0;
            for (int i = 1; i <= Math.min(h, p); i++) {
                sum += ar[i - 1] * responses[h - i];
            }
            responses[h] = sum;
        }
        return squares / Math.max(1, y.length - order.parameters() + 1);
    }

    private static double[] start(Order next, Fitted near) {
        double[] free = new double[next.weights() + 1];
        if (near == null) {
            return free;
        }
        int[] to = parts(next);
        int[] from = parts(near.order);
        int target = 0;
        int source = 0;
        for (int part = 0; part < 4; part++) {
            for (int i = 0; i < Math.min(to[part], from[part]); i++) {
                free[target + i] = Math.max(-LARGEST_START, Math.min(LARGEST_START, near.free[source + i]));
            }
            target += to[part];
            source += from[part];
        }
        return free;
    }

    private static int[] parts(Order order) {
        return new int[] {order.ar(), order.ma(), order.seasonalAr(), order.seasonalMa()};
    }

    private void decode(double[] free) {
        int i = 0;
        Polynomials.stationary(free, i, order.ar(), plain, work);
        i += order.ar() + order.ma();
        Polynomials.stationary(free, i, order.seasonalAr(), seasonal, work);
        i += order.seasonalAr();
        p = Polynomials.product(plain, order.ar(), seasonal, order.seasonalAr(), period, 1, ar);
        Polynomials.stationary(free, order.ar(), order.ma(), plain, work);
        Polynomials.stationary(free, i, order.seasonalMa(), seasonal, work);
        q = Polynomials.product(plain, order.ma(), seasonal, order.seasonalMa(), period, -1, ma);
    }

    private boolean hasSoundRoots(double[] free) {
        decode(free);
        double[] negative = new double[q];
        for (int i = 0; i < q; i++) {
            negative[i] = -ma[i];
        }
        return Polynomials.rootsBeyond(SMALLEST_ROOT, ar, p) && Polynomials.rootsBeyond(SMALLEST_ROOT, negative, q);
    }

    @Override
    public double value(double[] free) {
        for (int i = 0; i < order.weights(); i++) {
            if (Math.abs(free[i]) > LARGEST) {
                return Double.POSITIVE_INFINITY;
            }
        }
        decode(free);
        return likelihood.value(ar, p, ma, q, order.constant());
    }

    @Override
    public void gradient(double[] free, double value, double[] gradient) {
        int size = order.weights();
        System.arraycopy(free, 0, moved, 0, size);
        for (int i = 0; i < size; i++) {
            double step = free[i] > 0 ? -STEP : STEP;
            moved[i] = free[i] + step;
            gradient[i] = (value(moved) - value) / step;
            moved[i] = free[i];
        }
    }
}
