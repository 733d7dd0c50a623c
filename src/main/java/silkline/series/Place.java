package silkline.series;

/** A point on the earth, in degrees; north and east are positive. */
public record Place(double latitude, double longitude) {
    private static final double EARTH_RADIUS_KM = 6371.0088;

    /** Kilometres along the great circle on a sphere of the earth's mean radius (haversine formula). */
    public double kilometresTo(Place other) {
        double north = Math.toRadians(other.latitude - latitude) / 2;
        double east = Math.toRadians(other.longitude - longitude) / 2;
        double chord = Math.sin(north) * Math.sin(north)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.sin(east)
                        * Math.sin(east);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}
