package silkline.forecast.arima;

/** How many weights of each kind an ARMA model of a differenced series has, and whether it has a mean. */
record Order(int ar, int ma, int seasonalAr, int seasonalMa, boolean constant) {
    /** Weights searched for; the mean has a closed form. */
    int weights() {
        return ar + ma + seasonalAr + seasonalMa;
    }

    /** Fitted numbers: weights, mean, variance. */
    int parameters() {
        return weights() + (constant ? 1 : 0) + 1;
    }

    /** With more or fewer weights. */
    Order plus(Order change) {
        return new Order(
                ar + change.ar,
                ma + change.ma,
                seasonalAr + change.seasonalAr,
                seasonalMa + change.seasonalMa,
                constant);
    }

    /** With a mean instead of none, or without one. */
    Order toggled() {
        return new Order(ar, ma, seasonalAr, seasonalMa, !constant);
    }

    /** Whether no order is negative or above the limit's, and a mean only where the limit has one. */
    boolean isWithin(Order limit) {
        return ar >= 0
                && ma >= 0
                && seasonalAr >= 0
                && seasonalMa >= 0
                && ar <= limit.ar
                && ma <= limit.ma
                && seasonalAr <= limit.seasonalAr
                && seasonalMa <= limit.seasonalMa
                && (limit.constant || !constant);
    }
}
