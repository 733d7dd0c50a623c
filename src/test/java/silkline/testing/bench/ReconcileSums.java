package silkline.testing.bench;

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
import java.util.zip.GZIPInputStream;
import silkline.forecast.ensemble.Ensemble;
import silkline.forecast.reconcile.InTime;

/**
 * What the intervals of quarters and years cover that {@code --reconcile TIME} makes of the even-numbered quarterly and
 * monthly series of the M3 competition.
 */
public final class ReconcileSums {
    private static final double[] COVERAGES = {0.5, 0.8, 0.95};
    private static final int FREQUENCY = 2;
    private static final int SEASON = 4;
    private static final int HORIZON = 5;

    /** How many intervals of each coverage held what came, and of how many. */
    private final Map<String, int[]> covered = new LinkedHashMap<>();

    private record Series(int season, int horizon, List<Double> values) {}

    private ReconcileSums() {}

    /** Argument: the file of the competition. */
    public static void main(String[] arguments) throws IOException {
        ReconcileSums measure = new ReconcileSums();
        for (Series series : read(Path.of(arguments[0]))) {
            for (int known = 0; known < series.season(); known += series.season() / 4) {
                measure.add(series, known);
            }
        }
        measure.covered.forEach((what, counts) -> System.out.printf(
                "| %s (%d) | %.3f | %.3f | %.3f |%n",
                what,
                counts[3],
                (double) counts[0] / counts[3],
                (double) counts[1] / counts[3],
                (double) counts[2] / counts[3]));
    }

    private static List<Series> read(Path file) throws IOException {
        Map<String, Series> even = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> line.split(",", -1)).forEach(cells -> {
                boolean isAsked = List.of("quarterly", "monthly").contains(cells[FREQUENCY]);
                if (isAsked && Integer.parseInt(cells[1].substring(1)) % 2 == 0) {
                    even.computeIfAbsent(
                                    cells[1],
                                    id -> new Series(
                                            Integer.parseInt(cells[SEASON]),
                                            Integer.parseInt(cells[HORIZON]),
                                            new ArrayList<>()))
                            .values()
                            .add(Double.valueOf(cells[cells.length - 1]));
                }
            });
        }
        return List.copyOf(even.values());
    }

    /** As if so many periods of the year were {@code known} at the end of the training part. */
    private void add(Series series, int known) {
        int season = series.season();
        double[] values =
                series.values().stream().mapToDouble(Double::doubleValue).toArray();
        double[] training = Arrays.copyOf(values, values.length - series.horizon());
        InTime model = new InTime(new Ensemble(), Math.floorMod(known - training.length, season));
        for (InTime.Level level : model.levels(training, season, series.horizon(), COVERAGES)) {
            int size = season / level.perYear();
            int begun = known % size;
            // Of a year under way, the years after it are as far ahead as of one that is over.
            int steps = known == 0 ? level.forecast().horizon() : begun > 0 ? 1 : 0;
            for (int step = 1; step <= steps && size > 1; step++) {
                int from = training.length - begun + (step - 1) * size;
                double came = Arrays.stream(values, from, from + size).sum();
                String what = "%s of %s%s"
                        .formatted(
                                level.perYear() == 1 ? "years" : "quarters",
                                season == 4 ? "quarters" : "months",
                                known == 0 ? "" : ", under way");
                int[] counts = covered.computeIfAbsent(what, key -> new int[COVERAGES.length + 1]);
                for (int i = 0; i < COVERAGES.length; i++) {
                    boolean holds = level.forecast().lower(i, step) <= came
                            && came <= level.forecast().upper(i, step);
                    counts[i] += holds ? 1 : 0;
                }
                counts[COVERAGES.length]++;
            }
        }
    }
}
