package silkline.claim;

/**
 * How far the words around a figure stretch, as ratios of the figure. Conventions, not findings; so they stand in a
 * file, have a version, and are printed.
 *
 * @param exactMost the most that a figure without a hedge may be off, however round it is
 * @param about to either side of "about"
 * @param almost how far below the figure "almost" begins
 * @param reach how far beyond "over", or short of "up to", a reader would still expect the value
 */
public record Widths(String version, double exactMost, double about, double almost, double reach) {
    public Widths {
        for (double ratio : new double[] {exactMost, about, almost, reach}) {
            if (!(ratio > 0 && ratio < 1)) {
                throw new IllegalArgumentException("ratio " + ratio);
            }
        }
    }
}
