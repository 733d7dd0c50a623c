package silkline.growth;

/**
 * What became of a value between two times, split into prices and quantities of the same goods, position by position.
 * Each is a ratio to the time before; 1.1 is ten percent more. Fisher's two multiply to {@link #value}.
 *
 * @param laspeyres prices, weighted by the quantities before
 * @param paasche prices, weighted by the quantities after
 * @param value all values after over all before
 */
public record Prices(double laspeyres, double paasche, double value) {
    /** NaN where a sum is not positive, or a price or quantity is missing or negative (IMF, XMPI Manual 2009, chapter 16). */
    public static Prices of(double[] priceBefore, double[] priceAfter, double[] before, double[] after) {
        double oldPricesOldBasket = 0;
        double newPricesOldBasket = 0;
        double oldPricesNewBasket = 0;
        double newPricesNewBasket = 0;
        for (int i = 0; i < before.length; i++) {
            boolean isKnown = priceBefore[i] >= 0 && priceAfter[i] >= 0 && before[i] >= 0 && after[i] >= 0;
            double one = isKnown ? 1 : Double.NaN;
            oldPricesOldBasket += one * priceBefore[i] * before[i];
            newPricesOldBasket += one * priceAfter[i] * before[i];
            oldPricesNewBasket += one * priceBefore[i] * after[i];
            newPricesNewBasket += one * priceAfter[i] * after[i];
        }
        return new Prices(
                Growth.fold(oldPricesOldBasket, newPricesOldBasket),
                Growth.fold(oldPricesNewBasket, newPricesNewBasket),
                Growth.fold(oldPricesOldBasket, newPricesNewBasket));
    }

    /** Fisher's price index, the geometric mean of the two. */
    public double price() {
        return Math.sqrt(laspeyres * paasche);
    }

    /** Fisher's quantity index: what prices leave of the change of the value. */
    public double volume() {
        return value / price();
    }

    /** {@code value / quantity}; NaN unless the quantity is positive and the value not negative. */
    public static double unitValue(double value, double quantity) {
        return quantity > 0 && value >= 0 ? value / quantity : Double.NaN;
    }
}
