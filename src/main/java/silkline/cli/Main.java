package silkline.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code silkline <command>}: the entry point, for spark-submit and the launcher. */
@Command(
        name = "silkline",
        description = "Trade and export time series as a lakehouse that people can trust.",
        subcommands = {
            RunCommand.class,
            IngestCommand.class,
            GrowthCommand.class,
            DetailCommand.class,
            SharesCommand.class,
            StructureCommand.class,
            AdjustCommand.class,
            RevisionsCommand.class,
            ForecastCommand.class,
            ClaimsCommand.class,
            ReportCommand.class,
            TablesCommand.class,
            ExplainCommand.class,
            BenchmarkCommand.class,
            DoctorCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Versions.class,
        footer = {"", "Example:", "  silkline run --datasets datasets --lake lake --out reports"})
public final class Main implements Runnable {
    /** Set by spark-submit; in {@code cluster} the driver may not end the process itself. */
    private static final String DEPLOY_MODE = "spark.submit.deployMode";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    public static void main(String[] arguments) {
        int code = commandLine().execute(arguments);
        if (code == ExitCodes.DONE) {
            return;
        }
        if ("cluster".equals(System.getProperty(DEPLOY_MODE))) {
            throw new IllegalStateException("silkline ended with exit code " + code);
        }
        System.exit(code);
    }

    /** The command line with its error handling; tests call it as a user does. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        line.setExecutionExceptionHandler(new ErrorHandler());
        line.setDefaultValueProvider(new Settings());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name a command.");
    }
}
