package silkline.forecast.ensemble;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import silkline.forecast.search.Bfgs;
import silkline.forecast.search.Objective;

/**
 * Learns coefficients: the mean absolute scaled error of the weighted mean plus {@code penalty} times the squares of the
 * coefficients, those of the constants counting a tenth, is smallest. All zero gives the fixed weights, where a member without
 * one has {@link #LEAST}.
 */
final class WeightsFit implements Objective {
    private static final double LEAST = 0.02;
    private static final double PENALTY_OF_CONSTANTS = 0.1;
    private static final int ITERATIONS = 300;
    private static final double TOLERANCE = 1e-7;

    private final List<TrainingSeries> series;
    private final List<Member> members;
    private final double penalty;
    private final double[] means;
    private final double[] deviations;
    private final double[][] standard;
    private final double[] weights;

    WeightsFit(List<TrainingSeries> series, List<Member> members, double penalty) {
        this.series = series;
        this.members = members;
        this.penalty = penalty;
        weights = new double[members.size()];
        int features = Features.NAMES.size();
        means = new double[features];
        deviations = new double[features];
        for (int j = 0; j < features; j++) {
            int feature = j;
            double mean = series.stream()
                    .mapToDouble(one -> one.features()[feature])
                    .average()
                    .orElseThrow();
            means[j] = mean;
            deviations[j] = Math.sqrt(series.stream()
                    .mapToDouble(one -> Math.pow(one.features()[feature] - mean, 2))
                    .average()
                    .orElseThrow());
        }
        standard = series.stream()
                .map(one -> LearntWeights.standardised(one.features(), means, deviations))
                .toArray(double[][]::new);
    }

    /** The coefficients of {@link #learnt}, member by member. */
    double[] fitted() {
        double[] terms = new double[members.size() * (means.length + 1)];
        new Bfgs(terms.length, ITERATIONS, TOLERANCE).minimise(this, terms, terms.length);
        return terms;
    }

    /** Weights that count {@code share} of what {@code terms} say. */
    LearntWeights learnt(double[] terms, double share) {
        return new LearntWeights(share, means, deviations, coefficients(terms));
    }

    double[] means() {
        return means.clone();
    }

    double[] deviations() {
        return deviations.clone();
    }

    /** By name of the member, with its start in the constant. */
    Map<String, double[]> coefficients(double[] terms) {
        int width = means.length + 1;
        Map<String, double[]> coefficients = new HashMap<>();
        for (int i = 0; i < members.size(); i++) {
            double[] own = Arrays.copyOfRange(terms, i * width, (i + 1) * width);
            own[0] += start(i);
            coefficients.put(members.get(i).model().name(), own);
        }
        return coefficients;
    }

    @Override
    public double value(double[] terms) {
        double sum = 0;
        for (int s = 0; s < series.size(); s++) {
            weigh(terms, standard[s]);
            TrainingSeries one = series.get(s);
            double absolute = 0;
            for (int step = 1; step <= one.horizon(); step++) {
                absolute += Math.abs(error(one, step));
            }
            sum += absolute / one.horizon() / one.scale();
        }
        double squares = 0;
        for (int i = 0; i < terms.length; i++) {
            squares += penalty(i) * terms[i] * terms[i];
        }
        return sum / series.size() + squares;
    }

    @Override
    public void gradient(double[] terms, double value, double[] gradient) {
        int width = means.length + 1;
        for (int i = 0; i < terms.length; i++) {
            gradient[i] = 2 * penalty(i) * terms[i];
        }
        double[] byWeight = new double[weights.length];
        for (int s = 0; s < series.size(); s++) {
            weigh(terms, standard[s]);
            TrainingSeries one = series.get(s);
            Arrays.fill(byWeight, 0);
            double mean = 0;
            for (int step = 1; step <= one.horizon(); step++) {
                double sign = Math.signum(error(one, step)) / (one.horizon() * one.scale() * series.size());
                for (int i = 0; i < weights.length; i++) {
                    byWeight[i] += sign * one.forecast(i, step);
                    mean += weights[i] * sign * one.forecast(i, step);
                }
            }
            for (int i = 0; i < weights.length; i++) {
                double byExponent = weights[i] * (byWeight[i] - mean);
                gradient[i * width] += byExponent;
                for (int j = 1; j < width; j++) {
                    gradient[i * width + j] += byExponent * standard[s][j - 1];
                }
            }
        }
    }

    private double penalty(int term) {
        return term % (means.length + 1) == 0 ? PENALTY_OF_CONSTANTS * penalty : penalty;
    }

    private double start(int member) {
        return Math.log(Math.max(LEAST, members.get(member).weight()));
    }

    /** Sets the weights of one series. */
    private void weigh(double[] terms, double[] features) {
        int width = features.length + 1;
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            double exponent = start(i) + terms[i * width];
            for (int j = 1; j < width; j++) {
                exponent += terms[i * width + j] * features[j - 1];
            }
            weights[i] = Math.exp(exponent);
            total += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= total;
        }
    }

    private double error(TrainingSeries one, int step) {
        double point = 0;
        for (int i = 0; i < weights.length; i++) {
            point += weights[i] * one.forecast(i, step);
        }
        return point - one.actual(step);
    }
}
