package silkline.forecast;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Public-domain series that textbooks and other implementations are compared on. */
public enum ClassicSeries {
    /**
     * International airline passengers, thousands, monthly 1949 to 1960. Brown 1962; Box and Jenkins 1970, series G.
     */
    AIR_PASSENGERS("air-passengers.csv", 12),
    /** Annual flow of the Nile at Aswan, 10^8 cubic metres, 1871 to 1970. Cobb 1978. */
    NILE("nile.csv", 1),
    /** Quarterly earnings per share of Johnson and Johnson, dollars, 1960 to 1980. Shumway and Stoffer 2000. */
    JOHNSON_JOHNSON("johnson-johnson.csv", 4),
    /** Accidental deaths in the United States, monthly 1973 to 1978. Brockwell and Davis 1991. */
    ACCIDENTAL_DEATHS("accidental-deaths.csv", 12);

    /** The series in a file of this name without its ending. */
    public static ClassicSeries named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private final String file;
    private final int season;

    ClassicSeries(String file, int season) {
        this.file = file;
        this.season = season;
    }

    /** Periods per year. */
    public int season() {
        return season;
    }

    /** The values, oldest first. */
    public double[] history() {
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

    /** With 95 percent intervals. */
    public Forecast forecast(Forecaster model, int horizon) {
        return model.forecast(history(), season, horizon, new double[] {0.95});
    }
}
