package silkline.forecast.arima;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The stepwise search for the orders with the smallest AICc: four simple models first, then the neighbours of the best, as
 * long as one is better. Hyndman and Khandakar 2008. Serves one thread.
 */
final class OrderSearch {
    private static final int MOST_MODELS = 94;
    private static final int MOST_WEIGHTS = 5;
    private static final int MOST_SEASONAL_WEIGHTS = 2;

    /** Changes of AR, MA, seasonal AR, seasonal MA, in the order in which they are tried. */
    private static final List<Order> MOVES = List.of(
            change(0, 0, -1, 0),
            change(0, 0, 0, -1),
            change(0, 0, 1, 0),
            change(0, 0, 0, 1),
            change(0, 0, -1, -1),
            change(0, 0, -1, 1),
            change(0, 0, 1, -1),
            change(0, 0, 1, 1),
            change(-1, 0, 0, 0),
            change(0, -1, 0, 0),
            change(1, 0, 0, 0),
            change(0, 1, 0, 0),
            change(-1, -1, 0, 0),
            change(-1, 1, 0, 0),
            change(1, -1, 0, 0),
            change(1, 1, 0, 0));

    private final ArmaFit fit;
    private final Order limit;
    private final Set<Order> tried = new HashSet<>();
    private ArmaFit.Fitted best;

    private OrderSearch(ArmaFit fit, Order limit) {
        this.fit = fit;
        this.limit = limit;
    }

    /** The largest orders that a series of {@code length} differenced values allows. */
    static Order limit(int length, int period, boolean mean) {
        int plain = Math.min(MOST_WEIGHTS, length / 3);
        if (period == 1) {
            return new Order(plain, plain, 0, 0, mean);
        }
        int seasonal = Math.min(MOST_SEASONAL_WEIGHTS, length / 3 / period);
        int below = Math.min(plain, period - 1);
        return new Order(below, below, seasonal, seasonal, mean);
    }

    /** The best model found, or white noise where none is sound. */
    static ArmaFit.Fitted best(ArmaFit fit, Order limit) {
        OrderSearch search = new OrderSearch(fit, limit);
        search.run();
        return search.best;
    }

    private void run() {
        best = fit.fit(new Order(0, 0, 0, 0, limit.constant()), null);
        tried.add(best.order());
        int seasonal = Math.min(1, limit.seasonalAr());
        consider(
                new Order(Math.min(2, limit.ar()), Math.min(2, limit.ma()), seasonal, seasonal, limit.constant()),
                null);
        consider(new Order(Math.min(1, limit.ar()), 0, seasonal, 0, limit.constant()), null);
        consider(new Order(0, Math.min(1, limit.ma()), 0, seasonal, limit.constant()), null);
        consider(new Order(0, 0, 0, 0, false), null);
        boolean moved = true;
        while (moved && tried.size() < MOST_MODELS) {
            moved = hasMoved();
        }
    }

    private boolean hasMoved() {
        for (Order move : MOVES) {
            if (consider(best.order().plus(move), best)) {
                return true;
            }
        }
        return consider(best.order().toggled(), best);
    }

    /** Whether {@code order} is allowed, new, and better than the best so far. */
    private boolean consider(Order order, ArmaFit.Fitted near) {
        if (!order.isWithin(limit) || !tried.add(order)) {
            return false;
        }
        ArmaFit.Fitted next = fit.fit(order, near);
        boolean better = next.criterion() < best.criterion();
        best = better ? next : best;
        return better;
    }

    private static Order change(int ar, int ma, int seasonalAr, int seasonalMa) {
        return new Order(ar, ma, seasonalAr, seasonalMa, false);
    }
}
