package silkline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import silkline.table.TableSpec;
import silkline.table.Tables;

/** What the command line says without running a job. */
class CommandLineTest {
    static Stream<String> commands() {
        return Main.commandLine().getSubcommands().keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpEndsWithAnExampleThatParses(String command) {
        Cli.Result help = Cli.execute(command, "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out()).startsWith("Usage: silkline " + command);

        String example = help.lastLine().strip();
        assertThat(example).startsWith("silkline " + command);
        String[] words = example.split(" +", -1);
        ParseResult parsed = Main.commandLine().parseArgs(Arrays.copyOfRange(words, 1, words.length));
        assertThat(parsed.subcommand().commandSpec().name()).isEqualTo(command);
    }

    @Test
    void helpOfTheProgramNamesEveryCommandAndEndsWithAnExample() {
        Cli.Result help = Cli.execute("--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains(commands().toList());
        assertThat(help.lastLine()).contains("silkline run");
    }

    @Test
    void theVersionNamesSparkAndJava() {
        Cli.Result version = Cli.execute("--version");
        assertThat(version.exitCode()).isZero();
        assertThat(version.out()).contains("silkline ", "Spark 4.", "Java ").doesNotContain("${");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void anUnknownOptionIsWrongUsage(String command) {
        Cli.Result result = Cli.execute(command, "--colour", "red");
        assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(result.err()).contains("Unknown option", "--colour").doesNotContain("at silkline");
    }

    @Test
    void anUnknownCommandAndNoCommandAreWrongUsage() {
        assertThat(Cli.execute("groth").exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(Cli.execute("groth").err()).contains("growth").doesNotContain("at silkline");
        assertThat(Cli.execute().exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(Cli.execute().err()).contains("Name a command");
    }

    @Test
    void aDateThatIsNoneIsWrongUsageAndSaysHowToWriteIt() {
        Cli.Result result = Cli.execute("growth", "--as-of", "8.4.2026");
        assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(result.err()).contains("--as-of", "8.4.2026", "2026-04-08").doesNotContain("at silkline");
        assertThat(result.facts().get("exit_code").asInt()).isEqualTo(ExitCodes.USAGE);
    }

    @Test
    void anUnknownModelIsWrongUsageAndNamesTheModels() {
        Cli.Result result = Cli.execute("forecast", "--model", "oracle");
        assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(result.err()).contains("--model", "oracle", "theta", "auto").doesNotContain("at silkline");
    }

    @Test
    void aConfigurationFileThatIsNotThereIsWrongUsage() {
        Cli.Result result = Cli.execute("growth", "--config", "no/such/file");
        assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(result.err()).contains("no/such/file", "--config").doesNotContain("at silkline");
    }

    @Test
    void tablesPrintsEveryTableAndColumnWithItsComment() {
        Cli.Result result = Cli.execute("tables");
        assertThat(result.exitCode()).isZero();
        for (TableSpec table : Tables.all()) {
            assertThat(result.out()).contains(table + ": " + table.meaning());
            table.fields().forEach(field -> assertThat(result.out())
                    .contains("  " + field.name() + " ")
                    .contains(field.getComment().get()));
        }
    }

    @Test
    void tablesOfOneLayerOrNameAloneArePrinted() {
        assertThat(Cli.execute("tables", "gold.growth").out())
                .contains("gold.growth:")
                .doesNotContain("gold.growth_window:", "silver.series:");
        assertThat(Cli.execute("tables", "silver").out())
                .contains("silver.series:")
                .doesNotContain("gold.share:");
        Cli.Result unknown = Cli.execute("tables", "bronze");
        assertThat(unknown.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(unknown.err()).contains("bronze", "silkline tables");
    }

    @Test
    void everyCommandIsDescribed() {
        for (CommandLine command : Main.commandLine().getSubcommands().values()) {
            assertThat(command.getCommandSpec().usageMessage().description()).isNotEmpty();
        }
    }
}
