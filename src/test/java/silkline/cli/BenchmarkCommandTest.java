package silkline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkCommandTest {
    /** Airline passengers (12 months tested) and the Nile (6 years). */
    private static final Path SAMPLE = Path.of("src/test/resources/benchmark/sample.csv");

    @TempDir
    private Path folder;

    @Test
    void printsAndWritesTheScoresOfTheModelsAskedFor() throws IOException {
        Cli.Result result =
                Cli.execute("benchmark", "--set", SAMPLE, "--model", "naive2,seasonal-naive,ensemble", "--out", folder);
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("| monthly | seasonal-naive | 1 | 0 |", "| yearly | ensemble | 1 | 0 |");
        assertThat(result.err()).contains("measured ensemble on 2 series");
        assertThat(result.facts().get("series").asInt()).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("benchmark.md"))).startsWith("| frequency | model |");
        assertThat(Files.readAllLines(folder.resolve("benchmark.csv"))).hasSize(7);
        assertThat(Files.readString(folder.resolve("benchmark.json"))).contains("\"model\" : \"ensemble\"");
    }

    @Test
    void onlyOneFrequencyWhereAsked() {
        Cli.Result result = Cli.execute("benchmark", "--set", SAMPLE, "--model", "naive", "--frequency", "yearly");
        assertThat(result.out()).contains("| yearly | naive |").doesNotContain("monthly");
    }

    @Test
    void theOddPartBeginsWithTheFirstSeries() {
        Cli.Result result = Cli.execute("benchmark", "--set", SAMPLE, "--model", "naive", "--part", "odd");
        assertThat(result.out()).contains("| monthly | naive | 1 |").doesNotContain("yearly");
    }

    @Test
    void mistakesAreNamed() throws IOException {
        Cli.Result unknown = Cli.execute("benchmark", "--set", SAMPLE, "--model", "prophet");
        assertThat(unknown.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(unknown.err()).contains("unknown model 'prophet'", "ensemble");
        Cli.Result missing = Cli.execute("benchmark", "--set", folder.resolve("none.csv"));
        assertThat(missing.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(missing.err()).contains("no file");
        Path wrong = Files.writeString(folder.resolve("wrong.csv"), "id,value\nA,1\n");
        Cli.Result columns = Cli.execute("benchmark", "--set", wrong);
        assertThat(columns.exitCode()).isEqualTo(ExitCodes.INPUT_CONTRACT);
        assertThat(columns.err()).contains("wrong.csv", "Needed columns");
    }
}
