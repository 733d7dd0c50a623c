package silkline.forecast.ensemble;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import silkline.forecast.Forecast;
import silkline.forecast.History;
import silkline.forecast.Moments;
import silkline.forecast.Normal;

/**
 * Turns standard errors into intervals that cover what they say: how many standard errors away the bounds lie was learnt
 * from forecasts of the past, by periods per year, step, length and (months) {@link PastErrors} of the series. Split conformal prediction pooled over series; Vovk,
 * Gammerman and Shafer 2005. The factors and how they were made are in {@code calibration.csv} and {@code
 * calibration.md}.
 *
 * <p>Where history and forecast are above zero, bounds are the mean of those on the scale of the series and those on the
 * scale of its logarithm, so that the upper one is farther away than the lower.
 */
final class Calibration {
    private static final String FILE = "/silkline/forecast/calibration.csv";
    private static final int SHORTEST = 8;
    private static final double LARGEST_RATIO = 1;
    private static final List<Factor> FACTORS = read();

    private Calibration() {}

    /**
     * One line of the file: standard errors between point and bound are {@code (constant + perLogStep ln h + ...)
     * exp(perRecent recent + perTail tail)}.
     */
    private record Factor(
            int season,
            double level,
            double constant,
            double perLogStep,
            double perShortness,
            double perRecent,
            double perTail) {
        static Factor parse(String line) {
            String[] cells = line.split(",", -1);
            return new Factor(
                    Integer.parseInt(cells[0]),
                    Double.parseDouble(cells[1]),
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3]),
                    Double.parseDouble(cells[4]),
                    Double.parseDouble(cells[5]),
                    Double.parseDouble(cells[6]));
        }

        double at(int step, int length, PastErrors past) {
            double usual = constant + perLogStep * Math.log(step) + perShortness / Math.max(length, SHORTEST);
            return usual * Math.exp(perRecent * past.recent() + perTail * past.tail());
        }

        boolean asksThePast() {
            return perRecent > 0 || perTail > 0;
        }

        double normal() {
            return Normal.quantile((1 + level) / 2);
        }
    }

    /** The forecast with calibrated intervals. */
    static Forecast calibrated(double[] history, int season, Moments moments, double[] levels) {
        List<Factor> factors = factors(season);
        PastErrors past =
                factors.stream().anyMatch(Factor::asksThePast) ? PastErrors.of(history, season) : PastErrors.UNKNOWN;
        int horizon = moments.horizon();
        double[] mean = new double[horizon];
        double[][] lower = new double[levels.length][horizon];
        double[][] upper = new double[levels.length][horizon];
        boolean positive = History.isPositive(history);
        for (int step = 1; step <= horizon; step++) {
            double point = moments.mean(step);
            mean[step - 1] = point;
            for (int i = 0; i < levels.length; i++) {
                double distance = distance(factors, levels[i], step, history.length, past);
                double margin = distance * moments.standardError(step);
                double below = point - margin;
                double above = point + margin;
                if (positive && point > 0) {
                    double ratio = distance * Math.min(LARGEST_RATIO, moments.standardError(step) / point);
                    below = (below + point * Math.exp(-ratio)) / 2;
                    above = (above + point * Math.exp(ratio)) / 2;
                }
                lower[i][step - 1] = below;
                upper[i][step - 1] = above;
            }
        }
        return Forecast.of(mean, lower, upper, levels);
    }

    /** Half-years count as quarters; years of more than twelve periods keep normal intervals. */
    private static List<Factor> factors(int season) {
        int like = season == 2 ? 4 : season;
        return FACTORS.stream().filter(factor -> factor.season == like).toList();
    }

    /** Standard errors between point and bound; between the levels of the file, in proportion to those of a normal. */
    private static double distance(List<Factor> factors, double level, int step, int length, PastErrors past) {
        double normal = Normal.quantile((1 + level) / 2);
        if (factors.isEmpty()) {
            return normal;
        }
        Factor low = factors.get(0);
        Factor high = factors.get(0);
        for (Factor factor : factors) {
            low = factor.level <= level ? factor : low;
            high = high.level < level ? factor : high;
        }
        double atLow = low.at(step, length, past) / low.normal();
        double atHigh = high.at(step, length, past) / high.normal();
        double width = high.normal() - low.normal();
        double share = width > 0 ? Math.min(1, (normal - low.normal()) / width) : 0;
        return normal * (atLow + share * (atHigh - atLow));
    }

    private static List<Factor> read() {
        try (InputStream in = Calibration.class.getResourceAsStream(FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Factor::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
