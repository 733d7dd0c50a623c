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
            for (Map.Entry<String, List<Double>> series :
                    read(Path.of(arguments[0])).entrySet()) {
                number++;
                if (number % 2 == 1) {
                    rows.add(series.getKey(), number, toArray(series.getValue()));
                }
            }
        }
    }

    private void add(String kind, int number, double[] training) {
        switch (kind.split("/")[0]) {
            case "yearly", "other" -> addOrigins(kind, number, training);
            case "quarterly" -> {
                for (int after = 0; after < QUARTERS; after++) {
                    addOrigins(kind, number, years(Arrays.copyOf(training, training.length - after)));
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
                    row.append(number)
                            .append(',')
                            .append(kind.split("/")[0])
                            .append(',')
                            .append(moved);
                    for (double figure : traits.at(step)) {
                        row.append(',').append(String.format(Locale.ROOT, "%.7g", figure));
                    }
                    out.println(row);
                }
            }
        }
    }

    /** The training parts in the order of the file, by frequency and name. */
    private static Map<String, List<Double>> read(Path file) throws IOException {
        Map<String, List<Double>> series = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .filter(cells -> cells[6].equals("train"))
                    .forEach(cells -> series.computeIfAbsent(cells[2] + "/" + cells[1], id -> new ArrayList<>())
                            .add(Double.valueOf(cells[9])));
        }
        return series;
    }

    private static double[] toArray(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
