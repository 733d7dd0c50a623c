package silkline.mirror;

/**
 * One trade flow as its two sides report it.
 *
 * @param reported what the exporter says that it sold, usually FOB; NaN where it says nothing
 * @param mirrored what the importer says that it bought from there, usually CIF; NaN where it says nothing
 */
public record Mirror(double reported, double mirrored) {
    /**
     * {@code (reported - mirrored) / (reported + mirrored)}: -1 to 1, 0 where both say the same; NaN where a side is
     * missing or negative, or both are zero.
     */
    public double asymmetry() {
        boolean isDefined = reported >= 0 && mirrored >= 0 && reported + mirrored > 0;
        return isDefined ? (reported - mirrored) / (reported + mirrored) : Double.NaN;
    }

    /** {@code mirrored / reported}, the apparent CIF/FOB ratio; NaN unless both are positive. */
    public double cifFobRatio() {
        return reported > 0 && mirrored > 0 ? mirrored / reported : Double.NaN;
    }

    /**
     * One value for the flow, FOB: the mean of what the exporter says and of what the importer says divided by
     * {@code cifFob}, weighted by how reliable each has been; what one side alone says where the other is missing.
     * NaN where both are.
     */
    public double balanced(double cifFob, double exporterWeight, double importerWeight) {
        double fob = mirrored / cifFob;
        if (Double.isNaN(reported)) {
            return fob;
        }
        if (Double.isNaN(fob)) {
            return reported;
        }
        return (exporterWeight * reported + importerWeight * fob) / (exporterWeight + importerWeight);
    }
}
