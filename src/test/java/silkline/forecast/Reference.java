package silkline.forecast;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What other implementations say of the classic series: a row of a file made by reference.R or reference.py. */
public final class Reference {
    private final List<String> header;
    private final String[] cells;

    private Reference(List<String> header, String[] cells) {
        this.header = header;
        this.cells = cells;
    }

    /** The rows of a file. */
    public static List<Reference> rows(String file) {
        try (InputStream in = Reference.class.getResourceAsStream("/forecast/reference/" + file)) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            List<String> header = List.of(lines.get(0).split(",", -1));
            return lines.stream()
                    .skip(1)
                    .map(line -> new Reference(header, line.split(",", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cell of a column. */
    public String text(String column) {
        return cells[header.indexOf(column)].strip();
    }

    /** The number of a column; NaN where there is none. */
    public double number(String column) {
        String text = text(column);
        return text.equals("NA") ? Double.NaN : Double.parseDouble(text);
    }

    /** The numbers of a column. */
    public double[] numbers(String column) {
        String text = text(column);
        return text.isEmpty()
                ? new double[0]
                : Arrays.stream(text.split(" ", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
    }

    /** The series of the row. */
    public ClassicSeries series() {
        return ClassicSeries.named(text("series"));
    }

    /** The largest relative distance between two lists. */
    public static double distance(double[] actual, double[] expected) {
        return IntStream.range(0, expected.length)
                .mapToDouble(i -> Math.abs(actual[i] - expected[i]) / Math.abs(expected[i]))
                .max()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return String.join(" ", Arrays.asList(cells).subList(0, 5));
    }
}
