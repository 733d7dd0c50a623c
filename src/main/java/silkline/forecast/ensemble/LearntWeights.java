package silkline.forecast.ensemble;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Weights that depend on what a series looks like: a share of the softmax of a linear function of its {@link Features}, the
 * rest by the fixed weights. Learnt from forecasts of the past for months and quarters; Montero-Manso, Athanasopoulos, Hyndman and
 * Talagala 2020. The coefficients and how they were learnt are in {@code weights.properties}.
 */
final class LearntWeights {
    private static final String FILE = "/silkline/forecast/weights.properties";
    /** A feature farther from the mean of the training counts as this many standard deviations. */
    private static final double FARTHEST = 3;

    private static final Map<Integer, LearntWeights> BY_SEASON = read();

    private final double share;
    private final double[] means;
    private final double[] deviations;
    private final Map<String, double[]> coefficients;

    /**
     * @param share of the learnt weights, the rest is by the fixed ones
     * @param means of the features in training
     * @param deviations of the features in training, above zero
     * @param coefficients by name of the model: a constant, then one for each feature
     */
    LearntWeights(double share, double[] means, double[] deviations, Map<String, double[]> coefficients) {
        this.share = share;
        this.means = means;
        this.deviations = deviations;
        this.coefficients = coefficients;
    }

    /** Those of the file; empty for a number of periods a year that none were learnt for. */
    static Optional<LearntWeights> of(int season) {
        return Optional.ofNullable(BY_SEASON.get(season));
    }

    /** The weights of {@code members}, which sum to 1, for a series with {@code features}. */
    Weights of(List<Member> members, double[] features) {
        double[] standard = standardised(features, means, deviations);
        double[] values = new double[members.size()];
        double fixed = 0;
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            double[] terms = coefficients.get(members.get(i).model().name());
            double exponent = terms[0];
            for (int j = 0; j < standard.length; j++) {
                exponent += terms[j + 1] * standard[j];
            }
            values[i] = Math.exp(exponent);
            total += values[i];
            fixed += members.get(i).weight();
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = share * values[i] / total + (1 - share) * members.get(i).weight() / fixed;
        }
        return Weights.learnt(values);
    }

    /** Distances from the mean in standard deviations, {@link #FARTHEST} at most. */
    static double[] standardised(double[] features, double[] means, double[] deviations) {
        double[] standard = new double[features.length];
        for (int i = 0; i < features.length; i++) {
            double distance = (features[i] - means[i]) / deviations[i];
            standard[i] = Math.max(-FARTHEST, Math.min(FARTHEST, distance));
        }
        return standard;
    }

    private static Map<Integer, LearntWeights> read() {
        Properties file = new Properties();
        try (Reader in = new InputStreamReader(LearntWeights.class.getResourceAsStream(FILE), StandardCharsets.UTF_8)) {
            file.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<Integer, LearntWeights> all = new HashMap<>();
        for (double season : numbers(file, "seasons")) {
            all.put((int) season, parse(file, (int) season));
        }
        return Map.copyOf(all);
    }

    private static LearntWeights parse(Properties file, int season) {
        Map<String, double[]> coefficients = new HashMap<>();
        for (Member member : Member.of(season)) {
            String name = member.model().name();
            coefficients.put(name, numbers(file, season + "." + name));
        }
        return new LearntWeights(
                numbers(file, season + ".share")[0],
                numbers(file, season + ".means"),
                numbers(file, season + ".deviations"),
                coefficients);
    }

    private static double[] numbers(Properties file, String key) {
        return Arrays.stream(file.getProperty(key).split("\\s+"))
                .filter(cell -> !cell.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
