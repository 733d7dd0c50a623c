package silkline.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PlaceTest {
    /** A quarter of the way round, and half of it, on a sphere with the earth's mean radius (IUGG: 6371.0088 km). */
    @Test
    void distancesOnTheSphere() {
        Place origin = new Place(0, 0);
        double quarter = Math.PI / 2 * 6371.0088;
        assertThat(origin.kilometresTo(new Place(90, 0))).isCloseTo(quarter, within(1e-9));
        assertThat(origin.kilometresTo(new Place(0, -90))).isCloseTo(quarter, within(1e-9));
        assertThat(new Place(0, 179).kilometresTo(new Place(0, -179))).isCloseTo(quarter / 45, within(1e-9));
        assertThat(origin.kilometresTo(new Place(0, 180))).isCloseTo(2 * quarter, within(1e-6));
        assertThat(origin.kilometresTo(origin)).isZero();
    }

    /** Sinnott 1984: Nashville to Los Angeles airport, 2886.44 km on a sphere of 6371 km. */
    @Test
    void aWellKnownDistance() {
        assertThat(new Place(36.12, -86.67).kilometresTo(new Place(33.94, -118.40)))
                .isCloseTo(2886.44, within(0.02));
    }
}
