package silkline.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import silkline.forecast.benchmark.Score;

/** The scores as a table, as CSV and as JSON. */
final class BenchmarkReport {
    private static final List<String> COLUMNS = List.of(
            "frequency",
            "model",
            "series",
            "refused",
            "smape",
            "mase",
            "owa",
            "cover50",
            "cover80",
            "cover95",
            "msis",
            "per_second");

    private BenchmarkReport() {}

    /** A Markdown table, readable as it is. */
    static String markdown(List<Score> scores) {
        String head = "| " + String.join(" | ", COLUMNS) + " |\n|" + " --- |".repeat(COLUMNS.size()) + "\n";
        return scores.stream().map(BenchmarkReport::row).collect(Collectors.joining("\n", head, "\n"));
    }

    private static String row(Score score) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %d | %.2f | %.3f | %.3f | %.3f | %.3f | %.3f | %.2f | %.0f |",
                cells(score).values().toArray());
    }

    /** Writes {@code benchmark.md}, {@code benchmark.csv} and {@code benchmark.json} into {@code folder}. */
    static void write(List<Score> scores, Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("benchmark.md"), markdown(scores));
            Files.writeString(folder.resolve("benchmark.csv"), csv(scores));
            List<Map<String, Object>> rows =
                    scores.stream().map(BenchmarkReport::cells).toList();
            Files.writeString(
                    folder.resolve("benchmark.json"),
                    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(rows) + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String csv(List<Score> scores) {
        return scores.stream()
                .map(score ->
                        cells(score).values().stream().map(Object::toString).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", String.join(",", COLUMNS) + "\n", "\n"));
    }

    private static Map<String, Object> cells(Score score) {
        Object[] values = {
            score.frequency(),
            score.model(),
            score.series(),
            score.refused(),
            score.smapePercent(),
            score.mase(),
            score.owa(),
            score.coverage50(),
            score.coverage80(),
            score.coverage95(),
            score.msis(),
            score.perSecond()
        };
        Map<String, Object> cells = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            cells.put(COLUMNS.get(i), values[i]);
        }
        return cells;
    }
}
