package silkline.forecast.ensemble;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import silkline.forecast.History;
import silkline.forecast.Moments;

/** A series of a collection: what the members say of its test part, what came, and its features. */
final class TrainingSeries {
    private static final int SERIES_ID = 1;
    private static final int SEASON = 4;
    private static final int HORIZON = 5;
    private static final int VALUE = 9;

    private final double[] history;
    private final double[] actual;
    private final List<Moments> forecasts;
    private final double[] features;
    private final double scale;

    private TrainingSeries(
            double[] history, double[] actual, List<Moments> forecasts, double[] features, double scale) {
        this.history = history;
        this.actual = actual;
        this.forecasts = forecasts;
        this.features = features;
        this.scale = scale;
    }

    /**
     * The odd-numbered series of a collection with so many periods a year, in its order, that every member can forecast
     * and that have features.
     */
    static List<TrainingSeries> odd(Path file, int season) throws IOException {
        Map<String, List<String[]>> rows = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> line.split(",", -1)).forEach(cells -> rows.computeIfAbsent(
                            cells[SERIES_ID], id -> new ArrayList<>())
                    .add(cells));
        }
        List<TrainingSeries> odd = new ArrayList<>();
        int number = 0;
        for (List<String[]> series : rows.values()) {
            number++;
            if (number % 2 == 1 && Integer.parseInt(series.get(0)[SEASON]) == season) {
                of(series, season).ifPresent(odd::add);
            }
        }
        return odd;
    }

    private static Optional<TrainingSeries> of(List<String[]> rows, int season) {
        double[] values = rows.stream()
                .mapToDouble(cells -> Double.parseDouble(cells[VALUE]))
                .toArray();
        int horizon = Integer.parseInt(rows.get(0)[HORIZON]);
        double[] history = Arrays.copyOf(values, values.length - horizon);
        double[] actual = Arrays.copyOfRange(values, history.length, values.length);
        List<Moments> forecasts = List.copyOf(
                Ensemble.said(history, season, Math.max(season, horizon)).values());
        double sum = 0;
        for (int t = season; t < history.length; t++) {
            sum += Math.abs(history[t] - history[t - season]);
        }
        double scale = sum / (history.length - season);
        return Features.of(history, season, forecasts)
                .filter(features -> forecasts.size() == Member.of(season).size())
                .map(features -> new TrainingSeries(history, actual, forecasts, features, scale));
    }

    int length() {
        return history.length;
    }

    boolean isPositive() {
        return History.isPositive(history);
    }

    int horizon() {
        return actual.length;
    }

    double actual(int step) {
        return actual[step - 1];
    }

    double forecast(int member, int step) {
        return forecasts.get(member).mean(step);
    }

    /** By which errors are divided: the mean absolute change over a year. */
    double scale() {
        return scale;
    }

    double[] features() {
        return features;
    }

    Moments combined(Weights weights, Weights ofErrors) {
        return Ensemble.combined(forecasts, weights, ofErrors, actual.length);
    }

    /** Mean absolute scaled error. */
    double error(Weights weights) {
        Moments moments = combined(weights, weights);
        double sum = 0;
        for (int step = 1; step <= actual.length; step++) {
            sum += Math.abs(actual(step) - moments.mean(step));
        }
        return sum / actual.length / scale;
    }
}
