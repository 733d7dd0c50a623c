package silkline.forecast.trees;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import silkline.forecast.History;

/**
 * What {@code trees.txt} is learnt from: every origin within the training parts of the odd-numbered annual, other and
 * quarterly series of the M3 competition, quarters summed to years from each of the four. How to run it is in {@code
 * trees.md}.
 */
public final class TrainingRows {
    private static final int QUARTERS = 4;

    private final PrintStream out;

    private TrainingRows(PrintStream out) {
        this.out = out;
    }

    /** Arguments: the collection as tidy CSV, and the file for the rows. */
    public static void main(String[] arguments) throws IOException {
        try (PrintStream out = new PrintStream(arguments[1], StandardCharsets.UTF_8)) {
            out.println("series,kind,target," + String.join(",", Traits.NAMES));
            TrainingRows rows = new TrainingRows(out);
            int number = 0;
            for (Series series : read(Path.of(arguments[0]))) {
                number++;
                if (number % 2 == 1) {
                    rows.add(series, number);
                }
            }
        }
    }

    /** Its values are those of the training part. */
    private record Series(String kind, List<Double> values) {
        double[] toArray() {
            return values.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    private void add(Series series, int number) {
        double[] training = series.toArray();
        switch (series.kind()) {
            case "yearly", "other" -> addOrigins(series.kind(), number, training);
            case "quarterly" -> {
                for (int after = 0; after < QUARTERS; after++) {
                    double[] quarters = Arrays.copyOf(training, training.length - after);
                    addOrigins(series.kind(), number, years(quarters));
                }
            }
            default -> {}
        }
    }

    /** Sums of four, the last of them complete. */
    private static double[] years(double[] quarters) {
        double[] years = new double[quarters.length / QUARTERS];
        for (int i = 0; i < years.length * QUARTERS; i++) {
            years[years.length - 1 - i / QUARTERS] += quarters[quarters.length - 1 - i];
        }
        return years;
    }

    private void addOrigins(String kind, int number, double[] values) {
        for (int origin = Traits.SHORTEST; origin < values.length; origin++) {
            double[] history = Arrays.copyOf(values, origin);
            if (!History.isConstant(history)) {
                Traits traits = Traits.of(history);
                for (int step = 1; step <= Math.min(Trees.LONGEST, values.length - origin); step++) {
                    StringBuilder row = new StringBuilder();
                    double moved = (values[origin + step - 1] - traits.last()) / traits.unit();
                    row.append(number).append(',').append(kind).append(',').append(moved);
                    for (double figure : traits.at(step)) {
                        row.append(',').append(String.format(Locale.ROOT, "%.7g", figure));
                    }
                    out.println(row);
                }
            }
        }
    }

    /** In the order of the file. */
    private static Collection<Series> read(Path file) throws IOException {
        Map<String, Series> series = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .filter(cells -> cells[6].equals("train"))
                    .forEach(cells -> series.computeIfAbsent(cells[1], id -> new Series(cells[2], new ArrayList<>()))
                            .values()
                            .add(Double.valueOf(cells[9])));
        }
        return series.values();
    }
}
