package silkline.seasonal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import silkline.seasonal.Adjustment.Reason;

class AdjustmentTest {
    /** Passengers of airlines, thousands, January 1949 to December 1960 (Box and Jenkins 1976, series G). */
    private static final double[] AIRLINE = {
        112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158, 133,
        114, 140, 145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166, 171, 180, 193, 181, 183, 218, 230, 242,
        209, 191, 172, 194, 196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201, 204, 188, 235, 227, 234, 264,
        302, 293, 259, 229, 203, 229, 242, 233, 267, 269, 270, 315, 364, 347, 312, 274, 237, 278, 284, 277, 317, 313,
        318, 374, 413, 405, 355, 306, 271, 306, 315, 301, 356, 348, 355, 422, 465, 467, 404, 347, 305, 336, 340, 318,
        362, 348, 363, 435, 491, 505, 404, 359, 310, 337, 360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405,
        417, 391, 419, 461, 472, 535, 622, 606, 508, 461, 390, 432
    };

    /** The model that is named after the series: logs, (0,1,1)(0,1,1), no outlier; the season is gone afterwards. */
    @ParameterizedTest
    @EnumSource(Method.class)
    void theAirlineSeriesGetsTheAirlineModel(Method method) {
        Adjustment found = Adjustment.of(AIRLINE, 1949, 1, 12, method);
        assertThat(found.reason()).isEqualTo(Reason.NONE);
        assertThat(found.quality().model()).isEqualTo("(0,1,1)(0,1,1)");
        assertThat(found.quality().isLogged()).isTrue();
        // By exact maximum likelihood ma1 -0.4018, sma1 -0.5569 (R, arima of log10(AirPassengers); any base of logs).
        assertThat(found.quality().parameters().get(0)).isCloseTo(-0.4018, within(5e-5));
        assertThat(found.quality().parameters().get(1)).isCloseTo(-0.5569, within(5e-5));
        assertThat(found.quality().outliers()).isEmpty();
        assertThat(found.quality().seasonality()).isLessThan(0.001);
        assertThat(found.quality().residual()).isGreaterThan(0.5);
        assertThat(found.adjusted()).hasSameSizeAs(AIRLINE);
        // Adjustment moves within the year: no year's sum by more than a percent.
        for (int year = 0; year < 12; year++) {
            double raw = Arrays.stream(AIRLINE, year * 12, year * 12 + 12).sum();
            double adjusted =
                    Arrays.stream(found.adjusted(), year * 12, year * 12 + 12).sum();
            assertThat(adjusted / raw).isCloseTo(1, within(0.01));
        }
    }

    /** The two programs are built differently, so what they agree on is the season and not the program. */
    @Test
    void bothMethodsAgreeWithinThreePercent() {
        double[] x13 = Adjustment.of(AIRLINE, 1949, 1, 12, Method.X13).adjusted();
        double[] seats = Adjustment.of(AIRLINE, 1949, 1, 12, Method.TRAMO_SEATS).adjusted();
        for (int month = 0; month < AIRLINE.length; month++) {
            assertThat(x13[month] / seats[month]).as("month %d", month).isCloseTo(1, within(0.03));
        }
    }

    @Test
    void aGapStaysAGap() {
        double[] values = AIRLINE.clone();
        values[20] = Double.NaN;
        double[] adjusted = Adjustment.of(values, 1949, 1, 12, Method.X13).adjusted();
        assertThat(adjusted[20]).isNaN();
        assertThat(adjusted[21]).isBetween(130.0, 160.0);
    }

    @Test
    void quartersHaveASeasonToo() {
        double[] quarters = IntStream.range(0, 40)
                .mapToDouble(t -> (100 + 2 * t) * new double[] {0.8, 1, 1.3, 0.9}[t % 4] * (1 + 0.01 * Math.sin(7 * t)))
                .toArray();
        double[] adjusted =
                Adjustment.of(quarters, 2010, 1, 4, Method.TRAMO_SEATS).adjusted();
        for (int t = 0; t < 40; t++) {
            assertThat(adjusted[t] / (100 + 2 * t)).isCloseTo(1, within(0.05));
        }
    }

    @Test
    void whatCannotBeAdjustedSaysWhy() {
        assertThat(reason(Arrays.copyOf(AIRLINE, 35), 12)).isEqualTo(Reason.TOO_SHORT);
        assertThat(reason(AIRLINE, 1)).isEqualTo(Reason.NO_SEASON);
        double[] constant = new double[48];
        Arrays.fill(constant, 5);
        assertThat(reason(constant, 12)).isEqualTo(Reason.CONSTANT);
    }

    private static Reason reason(double[] values, int perYear) {
        Adjustment found = Adjustment.of(values, 2000, 1, perYear, Method.X13);
        assertThat(found.adjusted()).isEmpty();
        return found.reason();
    }
}
