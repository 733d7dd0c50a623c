package silkline.share;

/** Whether a country sells more of a product than the world does. */
public final class Advantage {
    private Advantage() {}

    /**
     * Revealed comparative advantage, {@code (x / X) / (w / W)} with a country's exports of a product and in total, and
     * the world's: 1 is the world's share (Balassa 1965). NaN where a total or the world's exports of the product are
     * not positive, or {@code x} is negative.
     */
    public static double balassa(double product, double total, double worldProduct, double worldTotal) {
        return Share.of(product, total) / positive(Share.of(worldProduct, worldTotal));
    }

    /** Symmetric form, {@code (rca - 1) / (rca + 1)}: -1 to 1, 0 is the world's share (Laursen 1998). */
    public static double symmetric(double balassa) {
        return (balassa - 1) / (balassa + 1);
    }

    private static double positive(double value) {
        return value > 0 ? value : Double.NaN;
    }
}
