package silkline.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;
import silkline.UserError;
import silkline.forecast.ForecastRequest;
import silkline.job.JobSession;
import silkline.job.JobSettings;
import silkline.stage.RunContext;
import silkline.table.Lake;

/** What every command that runs a job does around it: settings, session, progress, the audit, the last line. */
abstract class JobCommand implements Callable<Integer> {
    private static final DateTimeFormatter RUN_ID = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    @Spec
    private CommandSpec spec;

    @Mixin
    private LakeOptions options;

    /** Runs the job; what it puts into {@code facts} is printed on the last line. */
    abstract void run(JobSession session, Map<String, Object> facts);

    /** The forecasts asked for. */
    ForecastRequest forecast() {
        return ForecastRequest.DEFAULT;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    LakeOptions options() {
        return options;
    }

    @Override
    public Integer call() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        String runId = options.runId.isEmpty() ? newRunId(now) : options.runId;
        JobSettings settings = settings();
        RunContext run = new RunContext(runId, now, settings.asOf());
        printSettings(runId);
        SparkSession spark = SparkSessions.open("silkline " + spec.name());
        JobSession session = new JobSession(spark, settings, run, new ConsoleProgress(err()));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("run_id", runId);
        try {
            run(session, facts);
        } finally {
            session.close();
        }
        facts.put("seconds", ChronoUnit.MILLIS.between(now, Instant.now()) / 1000.0);
        out().println(ResultLine.done(spec.name(), facts));
        out().flush();
        return ExitCodes.DONE;
    }

    /** The time, and four digits that tell runs of the same second apart. */
    private static String newRunId(Instant now) {
        String time = RUN_ID.format(now.atOffset(ZoneOffset.UTC));
        return "%s-%04x".formatted(time, ThreadLocalRandom.current().nextInt(1 << 16));
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    private JobSettings settings() {
        return new JobSettings(
                spec.name(),
                options.datasets,
                options.lake,
                options.out,
                asOf(options.asOf),
                options.only,
                forecast(),
                options.isDryRun ? Lake.Writing.DRY_RUN : Lake.Writing.ON,
                Versions.text());
    }

    private static String asOf(String text) {
        try {
            return text.isEmpty() ? text : LocalDate.parse(text).toString();
        } catch (DateTimeParseException noDate) {
            throw UserError.usage("--as-of '%s' is no date. Write it as 2026-04-08.".formatted(text));
        }
    }

    private void printSettings(String runId) {
        err().printf("silkline %s, run %s%n", spec.name(), runId);
        Settings settings = (Settings) spec.commandLine().getDefaultValueProvider();
        for (OptionSpec option : spec.options()) {
            Object value = option.getValue();
            if (!option.hidden()
                    && value != null
                    && !value.toString().isEmpty()
                    && !option.usageHelp()
                    && !option.versionHelp()) {
                boolean isGiven = spec.commandLine().getParseResult().hasMatchedOption(option.longestName());
                err().printf(
                                "  %-12s %s (%s)%n",
                                option.longestName().substring(2), value, settings.origin(option, isGiven));
            }
        }
        err().flush();
    }
}
