package silkline.forecast;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Public-domain series that textbooks and other implementations are compared on. */
enum ClassicSeries {
    /**
     * International airline passengers, thousands, monthly 1949 to 1960. Brown 1962; Box and Jenkins 1970, series G.
     */
    AIR_PASSENGERS("air-passengers.csv", 12),
    /** Annual flow of the Nile at Aswan, 10^8 cubic metres, 1871 to 1970. Cobb 1978. */
    NILE("nile.csv", 1);

    private final String file;
    private final int season;

    ClassicSeries(String file, int season) {
        this.file = file;
        this.season = season;
    }

    int season() {
        return season;
    }

    double[] history() {
        try (InputStream in = ClassicSeries.class.getResourceAsStream("/forecast/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Forecast forecast(Forecaster model, int horizon) {
        return model.forecast(history(), season, horizon, new double[] {0.95});
    }
}
