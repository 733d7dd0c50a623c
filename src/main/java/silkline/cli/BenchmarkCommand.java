package silkline.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import silkline.UserError;
import silkline.forecast.Forecaster;
import silkline.forecast.benchmark.Benchmark;
import silkline.forecast.benchmark.BenchmarkSeries;
import silkline.forecast.benchmark.Score;

/** Measures models on a collection of series. */
@Command(
        name = "benchmark",
        description = "Measure models on the test part of a collection of series, without Spark.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  silkline benchmark --set m3.csv.gz --part even --model theta,ets,ensemble"})
final class BenchmarkCommand implements Callable<Integer> {
    private enum Part {
        ALL,
        ODD,
        EVEN
    }

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--set",
            paramLabel = "FILE",
            description = "CSV, plain or .gz: dataset, series_id, frequency, seasonal_period, horizon, t, value.")
    private Path file;

    @Option(names = "--model", split = ",", paramLabel = "NAME", description = "Models to measure; all by default.")
    private List<String> models = List.of();

    @Option(names = "--frequency", split = ",", paramLabel = "NAME", description = "Only series of these frequencies.")
    private List<String> frequencies = List.of();

    @Option(
            names = "--part",
            defaultValue = "ALL",
            description = "${COMPLETION-CANDIDATES}: by the number of the series, counted from 1 (${DEFAULT-VALUE}).")
    private Part part;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Also write benchmark.md, benchmark.csv and benchmark.json.")
    private Path out;

    @Override
    public Integer call() {
        if (file == null) {
            throw UserError.usage("Name a collection of series with --set FILE.");
        }
        List<Forecaster> chosen = models.isEmpty()
                ? Benchmark.models()
                : models.stream().map(BenchmarkCommand::model).toList();
        List<BenchmarkSeries> series = series();
        PrintWriter progress = spec.commandLine().getErr();
        List<Score> scores = Benchmark.run(series, chosen, name -> {
            progress.printf("measured %s on %,d series%n", name, series.size());
            progress.flush();
        });
        PrintWriter console = spec.commandLine().getOut();
        console.print(BenchmarkReport.markdown(scores));
        if (out != null) {
            BenchmarkReport.write(scores, out);
        }
        console.println(ResultLine.done(
                "benchmark", Map.of("series", series.size(), "models", chosen.size(), "set", file.toString())));
        console.flush();
        return ExitCodes.DONE;
    }

    private List<BenchmarkSeries> series() {
        List<BenchmarkSeries> all = BenchmarkFile.read(file);
        List<BenchmarkSeries> wanted = IntStream.range(0, all.size())
                .filter(i -> part == Part.ALL || (i % 2 == 0) == (part == Part.ODD))
                .mapToObj(all::get)
                .filter(series -> frequencies.isEmpty() || frequencies.contains(series.frequency()))
                .toList();
        if (wanted.isEmpty()) {
            throw UserError.usage("%s: no series of %s. Leave --frequency out to take all."
                    .formatted(file, String.join(", ", frequencies)));
        }
        return wanted;
    }

    private static Forecaster model(String name) {
        List<Forecaster> known = Benchmark.models();
        return known.stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow(() -> UserError.usage("--model: unknown model '%s'; known: %s"
                        .formatted(name, known.stream().map(Forecaster::name).collect(Collectors.joining(", ")))));
    }
}
